import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from './clean.ts'

describe('what a person typed', () => {
  it.each([
    ['NUL and controls', 'я\u0000м\u001b\u009fа', 'яма'],
    ['halves of characters', 'яма \ud83d', 'яма \ufffd'],
    ['an override', 'Яму \u202eон\u202c закрито', 'Яму он закрито'],
    ['isolates and marks', '\u2066я\u2069м\u200f\u061cа', 'яма'],
    ['invisible letters', 'я\u200b\u2060\u00ad\u3164\u2800\u{e0041}ма', 'яма'],
    ['noncharacters', 'яма\ufffe\u{1ffff}\ufeff', 'яма'],
    ['line ends of every kind', 'а\r\nб\rв\u2028г\u2029ґ\u0085д\u000bе', 'а\nб\nв\nг\nґ\nд\nе'],
    ['letters in pieces', 'йїa\u0301', 'йїá'],
    ['marks in heaps', `а${'\u0316'.repeat(5000)}`, `а${'\u0316'.repeat(6)}`],
  ])('is rid of %s', (_, typed, kept) => {
    expect(clean(typed)).toBe(kept)
  })

  it.each(['Яма\tна дорозі\n\nдруга', '👩🏽‍🔧 1️⃣ 🇺🇦', 'наголо́с', 'בור בכביש', 'می‌خواهم', 'ก็ สวัสดี'])(
    'stays as it is: %s',
    (typed) => {
      expect(clean(typed)).toBe(typed.normalize('NFC'))
    },
  )

  it('is the same when it is cleaned once more, and fits the database', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = clean(typed)
        expect(clean(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        expect(once).not.toContain('\u0000')
      }),
      { numRuns: 500 },
    )
  })
})
