import type { CityId } from '#src/domain/id.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { type BarSettings, barWords, besides } from './bar-settings.ts'
import { wordsOf } from './words-of.ts'

type Props = { readonly t: Say; readonly to: Paths; readonly city: CityId | null; readonly isSignedIn: boolean }

/** Where a page says what waits on this device, and that there is a newer version; empty until then, and without a script. */
export function OfflineBar({ t, to, city, isSignedIn }: Props) {
  const settings: BarSettings = {
    worker: to.worker(),
    outbox: isSignedIn ? to.me() : city && to.offline(city),
    words: wordsOf(t, barWords),
    besides: wordsOf(t, Object.values(besides))[besides[isSignedIn ? 'person' : 'visitor']],
  }
  return <div class="offline-bar" role="status" data-offline={JSON.stringify(settings)} />
}
