import { describe, expect, it } from 'vitest'
import { locales } from '#src/domain/locale.ts'
import { sayFrom } from './say.ts'
import { mapWords } from './words.ts'

describe('the words that travel with a map', () => {
  it.each(locales)('are those of its use in %s', (locale) => {
    expect(mapWords(locale, 'reports')).toHaveProperty(['map.in_view'])
    expect(mapWords(locale, 'reports')).toHaveProperty(['status.resolved'])
    expect(mapWords(locale, 'reports')).not.toHaveProperty(['status.rejected'])
    expect(mapWords(locale, 'reports')).not.toHaveProperty(['map.place.locate'])
    expect(mapWords(locale, 'place')).toHaveProperty(['map.place.outside'])
    expect(mapWords(locale, 'report')).not.toHaveProperty(['map.in_view'])
  })

  it('have every use told how to wait, fail and try again', () => {
    for (const kind of ['reports', 'report', 'place'] as const) {
      const words = Object.keys(mapWords('uk', kind))
      expect(words).toEqual(expect.arrayContaining(['map.loading', 'map.failed', 'map.retry', 'map.unable']))
    }
  })

  it('leave nothing to fill but named holes', () => {
    const say = sayFrom(mapWords('en', 'place'))
    expect(say('map.place.set', { lat: '50.1', lng: '28.2' })).toBe('The point is set: 50.1, 28.2.')
    expect(say('map.in_view', { count: 3 })).toBe('')
  })
})
