import { describe, expect, it } from 'vitest'
import type { Calendar } from './city.ts'
import { isWorkingDay } from './deadline.ts'
import { ordinaryWeeks, ukrainianHolidays } from './examples.ts'
import { orthodoxEaster } from './holidays.ts'

describe('Easter', () => {
  it.each([
    [1918, '1918-05-05'],
    [2000, '2000-04-30'],
    [2021, '2021-05-02'],
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
    [2026, '2026-04-12'],
    [2027, '2027-05-02'],
    [2030, '2030-04-28'],
  ])('of %i is on %s', (year, date) => {
    expect(orthodoxEaster(year).toString()).toBe(date)
  })
})

describe('a holiday', () => {
  const peace: Calendar = { ...ordinaryWeeks, holidays: ukrainianHolidays }
  const date = (text: string) => Temporal.PlainDate.from(text)
  const offIn = (from: string, until: string, calendar = peace) => {
    const off: string[] = []
    for (let day = date(from); Temporal.PlainDate.compare(day, date(until)) <= 0; day = day.add({ days: 1 }))
      if (day.dayOfWeek <= 5 && !isWorkingDay(day, calendar)) off.push(day.toString())
    return off
  }

  it('is off, and the Monday after one that falls on a weekend', () => {
    expect(offIn('2029-06-20', '2029-08-31')).toEqual(['2029-06-28', '2029-07-16', '2029-08-24'])
  })

  it('takes a weekday for each of two on one weekend, as in May 2021', () => {
    expect(offIn('2021-04-26', '2021-05-07')).toEqual(['2021-05-03', '2021-05-04'])
  })

  it('moves on past a weekday that is a holiday itself', () => {
    const monday = { ...peace, holidays: { ...ukrainianHolidays, fixed: ['10-01', '10-02'].map(monthDay) } }
    expect(offIn('2028-09-25', '2028-10-08', monday)).toEqual(['2028-10-02', '2028-10-03'])
  })

  it('follows Easter and Trinity', () => {
    expect(offIn('2030-04-20', '2030-06-20')).toEqual(['2030-04-29', '2030-05-01', '2030-05-08', '2030-06-17'])
  })

  it('is a working day under martial law, and not carried over, as long as that lasts', () => {
    const worked = (until: string | null) => ({
      ...peace,
      holidaysWorked: [{ from: date('2022-03-24'), until: until === null ? null : date(until) }],
    })
    expect(offIn('2026-01-01', '2026-12-31', worked(null))).toEqual([])
    expect(offIn('2026-01-01', '2026-12-31', worked('2026-09-30'))).toEqual(['2026-10-01', '2026-12-25'])
  })

  it('gives way to a weekend that is worked, and to other days off', () => {
    const moved = { ...peace, daysOff: [date('2029-08-23')], workedWeekends: [date('2029-09-01')] }
    expect(offIn('2029-08-20', '2029-08-31', moved)).toEqual(['2029-08-23', '2029-08-24'])
    expect(isWorkingDay(date('2029-09-01'), moved)).toBe(true)
  })

  function monthDay(text: string): Temporal.PlainMonthDay {
    return Temporal.PlainMonthDay.from(text)
  }
})
