import type { Calendar, City } from './city.ts'
import { isHoliday, isOffForHoliday } from './holidays.ts'

/** True on a weekday that is neither a holiday nor off otherwise, and on a weekend that the calendar makes a working day. */
export function isWorkingDay(day: Temporal.PlainDate, calendar: Calendar): boolean {
  const listed = (days: readonly Temporal.PlainDate[]) => days.some((one) => one.equals(day))
  if (day.dayOfWeek > 5) return listed(calendar.workedWeekends)
  return !listed(calendar.daysOff) && !isHoliday(day, calendar) && !isOffForHoliday(day, calendar)
}

/** The day itself when it is a working one, else the first after it. */
export function workingDayFrom(day: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  let next = day
  while (!isWorkingDay(next, calendar)) next = next.add({ days: 1 })
  return next
}

/** The day itself when it is a working one, else the last before it. */
export function workingDayUntil(day: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  let last = day
  while (!isWorkingDay(last, calendar)) last = last.subtract({ days: 1 })
  return last
}

/** The `count`-th working day after a day; the day itself for 0. */
export function workingDayAfter(day: Temporal.PlainDate, count: number, calendar: Calendar): Temporal.PlainDate {
  let last = day
  for (let passed = 0; passed < count; passed++) last = workingDayFrom(last.add({ days: 1 }), calendar)
  return last
}

/** Working days after today up to the day an answer is due, that day among them: 0 on it and later. */
export function workingDaysLeft(due: Temporal.Instant, now: Temporal.Instant, { timeZone, calendar }: City): number {
  const last = dayOf(due, timeZone)
  let left = 0
  for (let day = dayOf(now, timeZone).add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; ) {
    if (isWorkingDay(day, calendar)) left += 1
    day = day.add({ days: 1 })
  }
  return left
}

/** Days of the city that have begun since an answer was due; 0 until the day after. As the law counts its month: every day. */
export function daysOverdue(due: Temporal.Instant, now: Temporal.Instant, timeZone: string): number {
  return Math.max(0, dayOf(due, timeZone).until(dayOf(now, timeZone), { largestUnit: 'days' }).days)
}

/** The last second of the day an answer is due: the term from `start`, carried over to a working day. */
export function answerDue(start: Temporal.Instant, term: Temporal.Duration, city: City): Temporal.Instant {
  const day = start.toZonedDateTimeISO(city.timeZone).add(term).toPlainDate()
  return endOf(workingDayFrom(day, city.calendar), city)
}

/** The last second of a day in the city. */
export function endOf(day: Temporal.PlainDate, city: Pick<City, 'timeZone'>): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(city.timeZone).toInstant().subtract({ seconds: 1 })
}

/** Which day it is in a time zone. */
export function dayOf(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate()
}
