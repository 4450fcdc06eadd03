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

/** The last second of the day an answer is due: the city's term from `start`, carried over to a working day. */
export function answerDue(start: Temporal.Instant, city: City): Temporal.Instant {
  const day = start.toZonedDateTimeISO(city.timeZone).add(city.policy.answerWithin).toPlainDate()
  return endOf(workingDayFrom(day, city.calendar), city)
}

/** The last second of a day in the city. */
export function endOf(day: Temporal.PlainDate, city: City): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(city.timeZone).toInstant().subtract({ seconds: 1 })
}
