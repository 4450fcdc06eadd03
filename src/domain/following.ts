import type { AreaId, CategoryId, GroupId, OrganizationId } from './id.ts'
import type { Point } from './report.ts'

/** What one may follow in a city. A report goes by its number, as everyone knows it. */
export type Topic =
  | { readonly kind: 'report'; readonly number: number }
  | { readonly kind: 'area'; readonly area: AreaId }
  | { readonly kind: 'circle'; readonly center: Point; readonly metres: number }
  | { readonly kind: 'category'; readonly category: CategoryId }
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'organization'; readonly organization: OrganizationId }

export type TopicKind = Topic['kind']

/** Metres around a place. */
export const radii = [200, 500, 1000, 2000] as const

export const widestRadius: number = Math.max(...radii)

/** Stored: permanent. */
export const frequencies = ['at_once', 'daily'] as const

export type Frequency = (typeof frequencies)[number]

/** Between two letters to one follower who hears at once: what comes meanwhile waits for the next, so that several make one. */
export const pause = Temporal.Duration.from({ minutes: 10 })

/** When daily letters are sent, by the city's clock. */
const digestTime = Temporal.PlainTime.from('08:00')

/** The last moment at which daily letters were due: what happened before it is theirs, also when nobody was awake then. */
export function latestDigest(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const here = now.toZonedDateTimeISO(timeZone)
  const today = here.withPlainTime(digestTime)
  const isPast = Temporal.ZonedDateTime.compare(today, here) <= 0
  return (isPast ? today : here.subtract({ days: 1 }).withPlainTime(digestTime)).toInstant()
}

/** How long a letter that asks whether one wants to follow can be answered. */
export const confirmWithin = Temporal.Duration.from({ hours: 48 })

export type FollowRefusal = 'no_such_report' | 'outside_city' | 'unknown_topic'
