import { describe, expect, it } from 'vitest'
import { eventField } from './disclosure.ts'
import { latestDigest, news } from './following.ts'

const at = (time: string) => Temporal.Instant.from(time)

describe('news', () => {
  it('is only of what everyone may read', () => {
    const told = Object.entries(news).filter(([, topics]) => topics.length > 0)
    expect(told.filter(([act]) => eventField[act as keyof typeof news] !== 'public_events')).toEqual([])
  })

  it('of one of many is that it appeared, ended or began anew', () => {
    const told = Object.entries(news).flatMap(([act, topics]) =>
      topics.some((topic) => topic === 'area') ? [act] : [],
    )
    expect(told).toEqual(['approve', 'resolve', 'decline', 'reopen'])
  })
})

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
