import type { Happened } from '#src/domain/news.ts'
import type { Since } from '#src/store/news.ts'

/** A city's latest events in memory, so that who comes back after a moment asks the database nothing. */
export type Recent = {
  /** All that happened after this number is here. */
  readonly floor: number
  /** Up to this number everything is known. */
  readonly head: number
  readonly events: readonly Happened[]
}

/** The same with what happened since, and at most so many events. All of a report's say how it stands by the newest. */
export function grown(recent: Recent, { events: added, upTo }: Since, most: number): Recent {
  const now = new Map(added.map((one) => [one.number, one.now]))
  const known = recent.events.map((one) => ({ ...one, now: now.get(one.number) ?? one.now }))
  const all = added.length > 0 ? [...known, ...added] : recent.events
  const dropped = all.at(-most - 1)
  return { floor: dropped?.seq ?? recent.floor, head: Math.max(recent.head, upTo), events: all.slice(-most) }
}
