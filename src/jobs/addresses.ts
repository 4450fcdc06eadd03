import type { CityId, FollowKey, StopKey, SubscriptionId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Media } from '#src/store/media.ts'

/** Where letters lead: whole addresses, with the scheme and the host. */
export type Addresses = {
  /** The host under which letters are numbered. */
  readonly host: string
  readonly report: (city: CityId, number: number, locale: Locale) => string
  readonly desk: (city: CityId, number: number) => string
  /** All that waits at the desk. */
  readonly inbox: (city: CityId) => string
  /** The private way of an organization without an account. */
  readonly answer: (city: CityId, secret: string, locale: Locale) => string
  /** Where the person to whom a letter is written says whether a report is solved, with the answer chosen already. */
  readonly opinion: (city: CityId, secret: string, answer: 'yes' | 'no', locale: Locale) => string
  /** Where a supporter of a report ends that, without signing in. */
  readonly stop: (city: CityId, key: StopKey, locale: Locale) => string
  /** Where a follower sees, changes and ends what is followed; with `only`, a mail program's click ends that one thing. */
  readonly following: (city: CityId, key: FollowKey, locale: Locale, only: SubscriptionId | null) => string
  readonly confirmFollowing: (city: CityId, id: SubscriptionId, locale: Locale) => string
  /** The picture of a public report's place. */
  readonly still: (city: CityId, number: number) => string
  readonly media: (media: Pick<Media, 'key' | 'kind'>) => string
}
