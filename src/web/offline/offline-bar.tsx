import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { type BarSettings, barWords } from './bar-settings.ts'
import { wordsOf } from './words-of.ts'

type Props = { readonly t: Say; readonly to: Paths }

/** Where a page says that there is a newer version; empty until then, and without a script. */
export function OfflineBar({ t, to }: Props) {
  const settings: BarSettings = {
    worker: to.worker(),
    words: wordsOf(t, barWords),
  }
  return <div class="offline-bar" data-offline={JSON.stringify(settings)} />
}
