import type { ComponentChildren } from 'preact'

import type { Locale } from '#src/domain/locale.ts'
import type { Status } from '#src/domain/report.ts'
import { statusLook } from '../map/status-look.ts'

export type Step = {
  readonly key: string | number
  /** What the report became, which gives the step its sign. */
  readonly status: Status
  readonly title: ComponentChildren
  readonly when: ComponentChildren
  /** The reason that was chosen, before any words. */
  readonly reason?: string | null
  /** In somebody's own words: line breaks stay. */
  readonly said?: string | undefined
  /** The language of these words, where it is not the page's. */
  readonly language?: Locale | undefined
  /** Who, photos, what follows. */
  readonly more?: ComponentChildren
}

/** What happened to a report, in the order given. */
export function Timeline({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <ol class="timeline">
      {steps.map(({ key, status, title, when, reason, said, language, more }) => (
        <li key={key} class={statusLook(status)}>
          <p>
            <b>{title}</b> <span class="soft">{when}</span>
          </p>
          {reason && <p>{reason}</p>}
          {said && (
            <p class="said" lang={language}>
              {said}
            </p>
          )}
          {more}
        </li>
      ))}
    </ol>
  )
}
