import type { Calendar } from './city.ts'

/** True on a public holiday of the calendar, in years when holidays are days off. */
export function isHoliday(day: Temporal.PlainDate, { holidays, holidaysWorked }: Calendar): boolean {
  if (holidaysWorked.some(({ from, until }) => isWithin(day, from, until))) return false
  if (holidays.fixed.some((one) => one.equals(day.toPlainMonthDay()))) return true
  const easter = orthodoxEaster(day.year)
  return (holidays.easter && day.equals(easter)) || (holidays.trinity && day.equals(easter.add({ days: trinityAfter })))
}

/**
 * True on a weekday that is off in place of a holiday of the weekend before (Labour Code of Ukraine, art. 67): each
 * such holiday takes the next weekday that is not a holiday itself.
 */
export function isOffForHoliday(day: Temporal.PlainDate, calendar: Calendar): boolean {
  if (day.dayOfWeek > 5) return false
  let owed = 0
  for (let one = day.subtract({ days: day.dayOfWeek + 1 }); !one.equals(day); one = one.add({ days: 1 })) {
    const isOff = isHoliday(one, calendar)
    if (one.dayOfWeek > 5 && isOff) owed += 1
    if (one.dayOfWeek <= 5 && !isOff && owed > 0) owed -= 1
  }
  return owed > 0 && !isHoliday(day, calendar)
}

const trinityAfter = 49

/** Easter of the Orthodox churches in the Gregorian calendar: the Julian computation of Meeus (Astronomical Algorithms, ch. 8). */
export function orthodoxEaster(year: number): Temporal.PlainDate {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const julian = { month: Math.floor((d + e + 114) / 31), day: ((d + e + 114) % 31) + 1 }
  return Temporal.PlainDate.from({ year, ...julian }).add({ days: julianBehind(year) })
}

/** Days by which the Julian calendar is behind the Gregorian one after February of the year. */
function julianBehind(year: number): number {
  const century = Math.floor(year / 100)
  return century - Math.floor(century / 4) - 2
}

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, until: Temporal.PlainDate | null): boolean {
  const { compare } = Temporal.PlainDate
  return compare(day, from) >= 0 && (until === null || compare(day, until) <= 0)
}
