import { describe, expect, it } from 'vitest'

import { say } from './catalogue.ts'
import { dayInWords, timeLeftInWords, whenInWords } from './time.ts'

const uk = say('uk')
const en = say('en')
const at = (moment: string) => Temporal.Instant.from(moment)
const clock = { timeZone: 'Europe/Kyiv', now: at('2026-02-01T10:00Z') }

describe('whenInWords', () => {
  it('says today and yesterday by the city’s clock', () => {
    expect(whenInWords(at('2026-02-01T06:40Z'), clock, uk)).toBe('сьогодні, 08:40')
    expect(whenInWords(at('2026-01-31T16:02Z'), clock, uk)).toBe('вчора, 18:02')
    expect(whenInWords(at('2026-01-31T22:30Z'), clock, uk)).toBe('сьогодні, 00:30')
    expect(whenInWords(at('2026-02-01T06:40Z'), clock, en)).toBe('today, 08:40')
  })

  it('names the day before that, and the year when it is another, on one line', () => {
    expect(whenInWords(at('2026-01-30T20:14Z'), clock, uk)).toBe('30\u00a0січня, 22:14')
    expect(whenInWords(at('2026-01-30T20:14Z'), clock, en)).toBe('30\u00a0January, 22:14')
    expect(whenInWords(at('2025-12-30T20:14Z'), clock, uk)).toBe('30\u00a0грудня\u00a02025\u00a0р., 22:14')
    expect(whenInWords(at('2025-12-30T20:14Z'), clock, en)).toBe('30\u00a0December\u00a02025, 22:14')
  })

  it('takes the year from the city’s clock', () => {
    const newYear = { timeZone: 'Europe/Kyiv', now: at('2026-01-10T10:00Z') }
    expect(dayInWords(at('2025-12-31T22:30Z'), newYear, uk)).toBe('1\u00a0січня')
  })
})

describe('timeLeftInWords', () => {
  it('counts whole days of the city', () => {
    expect(timeLeftInWords(at('2026-02-01T21:59:59Z'), clock, uk)).toBe('сьогодні останній день')
    expect(timeLeftInWords(at('2026-02-04T21:59:59Z'), clock, uk)).toBe('ще\u00a03\u00a0дні')
    expect(timeLeftInWords(at('2026-02-22T21:59:59Z'), clock, uk)).toBe('ще\u00a021\u00a0день')
    expect(timeLeftInWords(at('2026-01-27T21:59:59Z'), clock, uk)).toBe('прострочено на 5\u00a0днів')
    expect(timeLeftInWords(at('2026-02-02T21:59:59Z'), clock, en)).toBe('1\u00a0day left')
  })

  it('counts days right over a change of the clocks', () => {
    const march = { timeZone: 'Europe/Kyiv', now: at('2026-03-28T10:00Z') }
    expect(timeLeftInWords(at('2026-03-30T20:59:59Z'), march, uk)).toBe('ще\u00a02\u00a0дні')
  })
})
