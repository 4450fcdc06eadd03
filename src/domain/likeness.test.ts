import { assert as check, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness } from './likeness.ts'

describe('likeness of words', () => {
  it('is whole for the same words in another order, case and ending of apostrophes', () => {
    expect(likeness('Під’їзд темний', "ТЕМНИЙ під'їзд")).toBe(1)
  })

  it('is high for other forms of the same words, low for other matters', () => {
    expect(likeness('ліхтар не світить', 'ліхтарі не світять')).toBeGreaterThan(0.6)
    expect(likeness('ліхтар не світить', 'тече вода з люка')).toBeLessThan(0.1)
  })

  it('is nothing where nothing was said', () => {
    expect(likeness('', 'тече вода')).toBe(0)
    expect(likeness('де я', 'тече вода')).toBe(0)
  })

  it('lies between 0 and 1 and does not depend on which comes first', () => {
    check(
      property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (one, other) => {
        const value = likeness(one, other)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        expect(likeness(other, one)).toBe(value)
      }),
    )
  })
})
