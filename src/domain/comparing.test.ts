import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { answeredWithin, mayBeChance, sharesMayBeChance } from './comparing.ts'

describe('the share that is answered within a month', () => {
  it('is of those that were followed so long', () => {
    const waits = { days: 10, answered: 0, left: 5 }
    expect(
      answeredWithin(30, [{ days: 4, answered: 5, left: 0 }, waits, { days: 40, answered: 5, left: 0 }]),
    ).toBeCloseTo(1 / 3)
    expect(answeredWithin(30, [{ days: 30, answered: 3, left: 1 }])).toBe(0.75)
    expect(answeredWithin(30, [{ days: 31, answered: 3, left: 1 }])).toBe(0)
  })

  it('is not known while nobody was followed so long, unless all are answered', () => {
    expect(answeredWithin(30, [])).toBeNull()
    expect(
      answeredWithin(30, [
        { days: 4, answered: 5, left: 0 },
        { days: 29, answered: 0, left: 1 },
      ]),
    ).toBeNull()
    expect(answeredWithin(30, [{ days: 4, answered: 5, left: 0 }])).toBe(1)
  })
})

describe('a difference', () => {
  it('may be chance when it is small for so few', () => {
    expect([mayBeChance(20, 30), mayBeChance(200, 300)]).toEqual([true, false])
    expect(sharesMayBeChance({ share: 0.6, of: 40 }, { share: 0.5, of: 40 })).toBe(true)
    expect(sharesMayBeChance({ share: 0.6, of: 4000 }, { share: 0.5, of: 4000 })).toBe(false)
    expect(sharesMayBeChance({ share: 1, of: 20 }, { share: 1, of: 30 })).toBe(true)
  })

  it('is judged alike from either side', () => {
    const share = fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      of: fc.integer({ min: 1, max: 9999 }),
    })
    fc.assert(fc.property(share, share, (a, b) => sharesMayBeChance(a, b) === sharesMayBeChance(b, a)))
    fc.assert(fc.property(fc.nat(9999), fc.nat(9999), (a, b) => mayBeChance(a, b) === mayBeChance(b, a)))
  })
})
