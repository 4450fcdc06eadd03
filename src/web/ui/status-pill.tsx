import type { Status } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import { statusLook } from '../map/status-look.ts'

/** A status as everywhere: its colour, its sign and its word. */
export function StatusPill({ t, status }: { readonly t: Say; readonly status: Status }) {
  return <span class={`status ${statusLook(status)}`}>{t(`status.${status}`)}</span>
}
