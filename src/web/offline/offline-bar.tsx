import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { type BarSettings, barWords } from './bar-settings.ts'
import { wordsOf } from './words-of.ts'

type Props = { readonly t: Say; readonly to: Paths; readonly outbox: string | null }

/** Where a page says what waits on this device, and that there is a newer version; empty until then, and without a script. */
export function OfflineBar({ t, to, outbox }: Props) {
  const settings: BarSettings = {
    worker: to.worker(),
    outbox,
    words: wordsOf(t, barWords),
  }
  return <div class="offline-bar" data-offline={JSON.stringify(settings)} />
}
