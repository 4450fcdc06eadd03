import { describe, expect, it } from 'vitest'
import {
  answerDue,
  daysOverdue,
  endOf,
  isWorkingDay,
  workingDayAfter,
  workingDayFrom,
  workingDaysLeft,
  workingDayUntil,
} from './deadline.ts'
import { aCity, ordinaryWeeks } from './examples.ts'

const days = (...dates: string[]) => dates.map((date) => Temporal.PlainDate.from(date))

describe('a working day', () => {
  const calendar = { ...ordinaryWeeks, daysOff: days('2026-08-24'), workedWeekends: days('2026-08-29') }
  const works = (date: string) => isWorkingDay(Temporal.PlainDate.from(date), calendar)

  it('is a weekday that is not off, or a weekend that is worked', () => {
    expect(works('2026-08-25')).toBe(true) // Tuesday
    expect(works('2026-08-24')).toBe(false) // Monday, off
    expect(works('2026-08-29')).toBe(true) // Saturday, worked
    expect(works('2026-08-30')).toBe(false) // Sunday
  })

  it('is found from any day on', () => {
    const from = (date: string) => workingDayFrom(Temporal.PlainDate.from(date), calendar).toString()
    expect(from('2026-08-22')).toBe('2026-08-25') // Saturday, Sunday, a Monday off
    expect(from('2026-08-29')).toBe('2026-08-29')
  })
})

describe('an answer', () => {
  const due = (start: string, term = 'P1M', calendar = ordinaryWeeks) => {
    const city = { ...aCity(), calendar }
    return answerDue(Temporal.Instant.from(start), Temporal.Duration.from(term), city)
      .toZonedDateTimeISO(city.timeZone)
      .toString({ timeZoneName: 'never' })
  }

  it('is due on the same date of the next month, to its last second', () => {
    expect(due('2026-06-09T09:00Z')).toBe('2026-07-09T23:59:59+03:00')
  })

  it('is counted from the date in the city, not in Greenwich', () => {
    expect(due('2026-06-08T20:59Z')).toBe('2026-07-08T23:59:59+03:00')
    expect(due('2026-06-08T21:00Z')).toBe('2026-07-09T23:59:59+03:00')
  })

  it('is due on the last day of a month that is too short', () => {
    expect(due('2025-12-31T10:00Z')).toBe('2026-02-02T23:59:59+02:00') // 31 January is a Saturday
    expect(due('2028-01-31T10:00Z')).toBe('2028-02-29T23:59:59+02:00') // a leap year
    expect(due('2027-03-31T10:00Z')).toBe('2027-04-30T23:59:59+03:00')
  })

  it('keeps to the end of the day across both changes of the clock', () => {
    expect(due('2026-03-27T10:00Z', 'P3D')).toBe('2026-03-30T23:59:59+03:00') // the clock moved on the 29th
    expect(due('2026-03-10T10:00Z')).toBe('2026-04-10T23:59:59+03:00')
    expect(due('2026-10-09T10:00Z')).toBe('2026-11-09T23:59:59+02:00') // and back on 25 October
  })

  it('is carried over a weekend and days off, and no further than a worked weekend', () => {
    expect(due('2026-04-10T10:00Z')).toBe('2026-05-11T23:59:59+03:00') // 10 May is a Sunday
    expect(due('2026-04-10T10:00Z', 'P1M', { ...ordinaryWeeks, daysOff: days('2026-05-11') })).toBe(
      '2026-05-12T23:59:59+03:00',
    )
    expect(due('2026-04-10T10:00Z', 'P1M', { ...ordinaryWeeks, workedWeekends: days('2026-05-10') })).toBe(
      '2026-05-10T23:59:59+03:00',
    )
  })

  it('is never due before a term that is counted in hours has passed', () => {
    expect(due('2026-06-08T18:00Z', 'PT36H')).toBe('2026-06-10T23:59:59+03:00')
  })
})

describe('working days', () => {
  const city = { ...aCity(), calendar: { ...ordinaryWeeks, daysOff: days('2026-08-24') } }
  const [friday, monday] = [Temporal.PlainDate.from('2026-08-21'), Temporal.PlainDate.from('2026-08-24')]
  const at = (date: string) => Temporal.Instant.from(`${date}T10:00:00Z`)
  const due = endOf(Temporal.PlainDate.from('2026-08-27'), city)

  it('are counted on from any day', () => {
    expect(workingDayAfter(friday, 1, city.calendar).toString()).toBe('2026-08-25')
    expect(workingDayAfter(monday, 0, city.calendar)).toEqual(monday)
    expect(workingDayUntil(monday, city.calendar)).toEqual(friday)
  })

  it('are left until an answer is due, today not among them', () => {
    const left = ['2026-08-20', '2026-08-21', '2026-08-24', '2026-08-26', '2026-08-27', '2026-09-02']
    expect(left.map((today) => workingDaysLeft(due, at(today), city))).toEqual([4, 3, 3, 1, 0, 0])
  })

  it('are all days once an answer is overdue', () => {
    const late = ['2026-08-27', '2026-08-28', '2026-08-31'].map((today) => daysOverdue(due, at(today), city.timeZone))
    expect(late).toEqual([0, 1, 4])
  })
})

describe('the end of a day', () => {
  it('is its last second, on a day of 23 hours and on one of 25', () => {
    const seconds = (date: string) => {
      const [day] = days(date)
      if (!day) throw new Error(date)
      return endOf(day, aCity())
        .since(endOf(day.subtract({ days: 1 }), aCity()))
        .total('hours')
    }
    expect([seconds('2026-03-29'), seconds('2026-10-25'), seconds('2026-10-26')]).toEqual([23, 25, 24])
  })
})
