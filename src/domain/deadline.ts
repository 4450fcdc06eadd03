import type { Calendar, City } from './city.ts'

/** True on a weekday that is not a day off, and on a weekend that the calendar makes a working day. */
export function isWorkingDay(day: Temporal.PlainDate, { daysOff, workedWeekends }: Calendar): boolean {
  const listed = (days: readonly Temporal.PlainDate[]) => days.some((one) => one.equals(day))
  return day.dayOfWeek <= 5 ? !listed(daysOff) : listed(workedWeekends)
}

/** The last second of the day an answer is due: the city's term from `start`, carried over to a working day. */
export function answerDue(start: Temporal.Instant, city: City): Temporal.Instant {
  let day = start.toZonedDateTimeISO(city.timeZone).toPlainDate().add(city.policy.answerWithin)
  while (!isWorkingDay(day, city.calendar)) day = day.add({ days: 1 })
  return endOf(day, city)
}

/** The last second of a day in the city. */
export function endOf(day: Temporal.PlainDate, city: City): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(city.timeZone).toInstant().subtract({ seconds: 1 })
}
