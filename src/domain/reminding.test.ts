import { describe, expect, it } from 'vitest'
import { endOf } from './deadline.ts'
import { aCity, ordinaryWeeks } from './examples.ts'
import { digestNow, isMoot, overdue, reachedNow } from './reminding.ts'

const city = { ...aCity(), calendar: { ...ordinaryWeeks, daysOff: [Temporal.PlainDate.from('2026-08-24')] } }
const at = (time: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(city.timeZone).toInstant()
const due = (day: string) => endOf(Temporal.PlainDate.from(day), city)

/** At which point an answer due that day is, at that time. */
function pointOf(day: string, time: string): number | null {
  const here = reachedNow(at(time), city).find(
    ({ after, until }) =>
      Temporal.Instant.compare(due(day), until) <= 0 &&
      (after === null || Temporal.Instant.compare(due(day), after) > 0),
  )
  return here?.point ?? null
}

describe('a term', () => {
  it('comes to its points 10, 3 and 0 working days before its end, and is over the day after', () => {
    // The 24th is off, the 27th a Thursday.
    const days = ['2026-08-12', '2026-08-13', '2026-08-20', '2026-08-21', '2026-08-26', '2026-08-27', '2026-08-28']
    expect(days.map((day) => pointOf('2026-08-27', `${day}T08:00`))).toEqual([10, 10, 10, 3, 3, 0, overdue])
    expect(pointOf('2026-08-27', '2026-08-11T08:00')).toBeNull()
  })

  it('is told of at the nearest point alone, however long nobody was awake', () => {
    expect(pointOf('2026-08-27', '2026-08-26T19:00')).toBe(3)
    expect(pointOf('2026-08-27', '2026-08-28T08:00')).toBe(overdue)
    expect(pointOf('2026-08-27', '2027-08-30T08:00')).toBe(overdue)
  })

  it('is told of on working days, from the city’s own time on', () => {
    for (const time of ['2026-08-28T07:59', '2026-08-29T12:00', '2026-08-24T12:00']) {
      expect(reachedNow(at(time), city)).toEqual([])
    }
    expect(reachedNow(at('2026-08-28T08:00'), city).map(({ point }) => point)).toEqual([overdue, 0, 3, 10])
  })

  it('is not told of at a point that it had come to when its day was set', () => {
    const moot = (point: number, since: string) => isMoot(point, due('2026-08-27'), at(since), city)
    expect([moot(3, '2026-08-21T12:00'), moot(3, '2026-08-20T12:00'), moot(10, '2026-08-20T12:00')]).toEqual([
      true,
      false,
      true,
    ])
    expect([moot(overdue, '2026-09-20T12:00'), isMoot(3, due('2026-08-27'), null, city)]).toEqual([false, false])
  })
})

describe('the digest of a week', () => {
  it('is due from the first working day of the week on, at the city’s own time', () => {
    const weekAt = (time: string) => digestNow(at(time), city)?.from.toString() ?? null
    const monday = at('2026-08-24T00:00').toString()
    expect(['2026-08-24T12:00', '2026-08-25T07:59', '2026-08-29T12:00'].map(weekAt)).toEqual([null, null, null])
    expect(['2026-08-25T08:00', '2026-08-28T20:00'].map(weekAt)).toEqual([monday, monday])
    expect(digestNow(at('2026-08-28T20:00'), city)?.until).toEqual(due('2026-08-30'))
  })
})
