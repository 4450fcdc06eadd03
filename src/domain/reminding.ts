import type { City } from './city.ts'
import { dayOf, endOf, isWorkingDay, workingDayAfter, workingDayFrom, workingDaysLeft } from './deadline.ts'

/** Beside so many working days before an answer is due: it is overdue. Stored with reminders: permanent. */
export const overdue = -1

/** Answers due after one moment and until another are at this point of their term. */
export type Reached = {
  readonly point: number
  readonly after: Temporal.Instant | null
  readonly until: Temporal.Instant
}

/**
 * Which answers to remind of now, point by point: the nearest that a term has come to, so that whoever slept over one
 * is not told of two. Nothing at night and on days that nobody works.
 */
export function reachedNow(now: Temporal.Instant, city: City): readonly Reached[] {
  if (!isTimeToRemind(now, city)) return []
  const today = dayOf(now, city.timeZone)
  const yesterday = endOf(today.subtract({ days: 1 }), city)
  const reached: Reached[] = [{ point: overdue, after: null, until: yesterday }]
  for (const point of city.policy.remindBefore.toSorted((one, other) => one - other)) {
    const until = endOf(workingDayAfter(today, point, city.calendar), city)
    reached.push({ point, after: reached.at(-1)?.until ?? null, until })
  }
  return reached
}

/** True of a point that a term had come to when its day was set: there is nothing to remind of. */
export function isMoot(point: number, due: Temporal.Instant, since: Temporal.Instant | null, city: City): boolean {
  return point !== overdue && since !== null && workingDaysLeft(due, since, city) <= point
}

/** A week of the city: when it begins, and its last second. */
export type Week = { readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/** The week of which digests go out now: from its first working day on. Null before that, at night, and on days that nobody works. */
export function digestNow(now: Temporal.Instant, city: City): Week | null {
  const today = dayOf(now, city.timeZone)
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const first = workingDayFrom(monday, city.calendar)
  if (!isTimeToRemind(now, city) || Temporal.PlainDate.compare(today, first) < 0) return null
  return { from: monday.toZonedDateTime(city.timeZone).toInstant(), until: endOf(monday.add({ days: 6 }), city) }
}

function isTimeToRemind(now: Temporal.Instant, { timeZone, calendar, policy }: City): boolean {
  const time = now.toZonedDateTimeISO(timeZone).toPlainTime()
  return Temporal.PlainTime.compare(time, policy.remindAt) >= 0 && isWorkingDay(dayOf(now, timeZone), calendar)
}
