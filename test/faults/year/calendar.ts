/** Days of the simulated year as whole numbers: 0 is its first, a Thursday. Nothing here knows how the product counts. */
export const firstDay = Temporal.PlainDate.from('2026-01-01')

/** Weekdays that are off and weekends that are worked, on which terms end and reminders fall often. */
export const daysOff = [
  '2026-01-01',
  '2026-03-09',
  '2026-04-13',
  '2026-05-01',
  '2026-06-01',
  '2026-06-29',
  '2026-08-24',
]
export const workedWeekends = ['2026-03-07', '2026-06-27']

/** What of them each day is, and how many working days there are up to it. */
export function calendarOf(days: number): { isWorked(day: number): boolean; workedUpTo(day: number): number } {
  const off = new Set(daysOff.map(dayNumber))
  const worked = new Set(workedWeekends.map(dayNumber))
  const works = Array.from({ length: days }, (_, day) => {
    const weekday = (day + 3) % 7 // 0 is Monday
    return weekday > 4 ? worked.has(day) : !off.has(day)
  })
  const counted: number[] = []
  for (const [day, isWorked] of works.entries()) counted.push((counted[day - 1] ?? 0) + Number(isWorked))
  return { isWorked: (day) => works[day] ?? false, workedUpTo: (day) => counted[day] ?? 0 }
}

export function dayNumber(date: string): number {
  return firstDay.until(date, { largestUnit: 'days' }).days
}

export function dateOf(day: number): Temporal.PlainDate {
  return firstDay.add({ days: day })
}
