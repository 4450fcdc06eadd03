import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { answeredByDays, answeredIn, daysUntil, noFigures, type Span } from './figures.ts'

const one = fc.record({ days: fc.integer({ min: 0, max: 40 }), answered: fc.boolean() })
const reports = fc.array(one, { minLength: 1, maxLength: 60 })

describe('the days to an answer', () => {
  it('are those of the middle report and of the nine tenths, where all are answered', () => {
    const spans = spansOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((days) => ({ days, answered: true })))
    expect(daysUntil(0.5, spans)).toBe(5)
    expect(daysUntil(0.9, spans)).toBe(9)
  })

  it('agree with the example that is reckoned by hand', () => {
    // 6 followed; day 2: 1 of 6; day 5: 1 of 4, one having been left open after 3; day 9: 1 of 2, one left after 5.
    const spans = spansOf([
      { days: 2, answered: true },
      { days: 3, answered: false },
      { days: 5, answered: true },
      { days: 5, answered: false },
      { days: 9, answered: true },
      { days: 12, answered: false },
    ])
    const shares = answeredByDays(spans).map(({ days, share }) => [days, share.toFixed(4)])
    expect(shares).toEqual([
      [2, (1 - 5 / 6).toFixed(4)],
      [5, (1 - (5 / 6) * (3 / 4)).toFixed(4)],
      [9, (1 - (5 / 6) * (3 / 4) * (1 / 2)).toFixed(4)],
    ])
    expect(daysUntil(0.5, spans)).toBe(9)
  })

  it('are not told where too many still wait', () => {
    const spans = spansOf([
      { days: 3, answered: true },
      { days: 40, answered: false },
      { days: 40, answered: false },
    ])
    expect(daysUntil(0.5, spans)).toBeNull()
    expect(daysUntil(0.5, [])).toBeNull()
  })

  it('are never made fewer by leaving reports without an answer', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 0, max: 40 }), (some, days) => {
        const before = daysUntil(0.5, spansOf(some))
        const after = daysUntil(0.5, spansOf([...some, { days, answered: false }]))
        expect(after ?? 1000).toBeGreaterThanOrEqual(before ?? 1000)
      }),
    )
  })

  it('are the plain quantile of what is answered when nothing waits, and grow with the share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 80 }), (days) => {
        const spans = spansOf(days.map((one) => ({ days: one, answered: true })))
        const sorted = days.toSorted((a, b) => a - b)
        for (const share of [0.5, 0.9])
          expect(daysUntil(share, spans)).toBe(sorted[Math.ceil(Number((sorted.length * share).toFixed(6))) - 1])
      }),
    )
    fc.assert(
      fc.property(reports, (some) => {
        const shares = answeredByDays(spansOf(some)).map(({ share }) => share)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(shares.every((share) => share > 0 && share <= 1)).toBe(true)
      }),
    )
  })
})

it('an answer is a result or a reason', () => {
  expect(answeredIn({ ...noFigures, resolved: 3, declined: { not_ours: 2, unknown: 1 } })).toBe(6)
})

function spansOf(some: readonly { readonly days: number; readonly answered: boolean }[]): readonly Span[] {
  return [...Map.groupBy(some, ({ days }) => days)]
    .map(([days, all]) => ({
      days,
      answered: all.filter(({ answered }) => answered).length,
      left: all.filter(({ answered }) => !answered).length,
    }))
    .toSorted((a, b) => a.days - b.days)
}
