import { describe, expect, it } from 'vitest'
import { latestDigest } from './following.ts'

const at = (time: string) => Temporal.Instant.from(time)

describe('the daily letter', () => {
  it('is due at eight in the morning by the city’s clock, in winter and in summer', () => {
    expect(latestDigest(at('2026-01-10T06:00Z'), 'Europe/Kyiv')).toEqual(at('2026-01-10T06:00Z'))
    expect(latestDigest(at('2026-01-10T05:59Z'), 'Europe/Kyiv')).toEqual(at('2026-01-09T06:00Z'))
    expect(latestDigest(at('2026-07-10T05:00Z'), 'Europe/Kyiv')).toEqual(at('2026-07-10T05:00Z'))
  })

  it('keeps its hour over the night in which the clock changes', () => {
    expect(latestDigest(at('2026-03-29T04:59Z'), 'Europe/Kyiv')).toEqual(at('2026-03-28T06:00Z'))
    expect(latestDigest(at('2026-03-29T05:00Z'), 'Europe/Kyiv')).toEqual(at('2026-03-29T05:00Z'))
    expect(latestDigest(at('2026-03-30T04:00Z'), 'Europe/Kyiv')).toEqual(at('2026-03-29T05:00Z'))
  })
})
