import fc from 'fast-check'
import { expect, it } from 'vitest'

import { type Dot, gather } from './gather.ts'

const dot: fc.Arbitrary<Dot> = fc
  .record({
    x: fc.integer({ min: 0, max: 4095 }),
    y: fc.integer({ min: 0, max: 4095 }),
    accepted: fc.integer({ min: 0, max: 9 }),
    resolved: fc.integer({ min: 1, max: 9 }),
    number: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ x, y, accepted, resolved, number }) => ({
    x,
    y,
    number,
    reports: accepted + resolved,
    byStatus: { ...(accepted && { accepted }), resolved },
  }))
const sum = (dots: readonly Dot[], what: (dot: Dot) => number) => dots.reduce((total, one) => total + what(one), 0)

it('loses no report and no status, whatever is gathered', () => {
  fc.assert(
    fc.property(fc.array(dot, { maxLength: 80 }), fc.integer({ min: 1, max: 5000 }), (dots, radius) => {
      const gathered = gather(dots, radius)
      expect(sum(gathered, ({ reports }) => reports)).toBe(sum(dots, ({ reports }) => reports))
      for (const status of ['accepted', 'resolved'] as const)
        expect(sum(gathered, ({ byStatus }) => byStatus[status] ?? 0)).toBe(
          sum(dots, ({ byStatus }) => byStatus[status] ?? 0),
        )
      for (const { x, y } of gathered) expect(x >= 0 && x < 4096 && y >= 0 && y < 4096).toBe(true)
    }),
  )
})

it('puts the middle where most of the reports are', () => {
  const few: Dot = { x: 100, y: 100, reports: 1, byStatus: { accepted: 1 }, number: 7 }
  const many: Dot = { x: 200, y: 100, reports: 3, byStatus: { resolved: 3 }, number: 0 }
  const far: Dot = { ...few, x: 4000, number: 8 }
  expect(gather([few, many, far], 300)).toEqual([
    { x: 175, y: 100, reports: 4, byStatus: { accepted: 1, resolved: 3 }, number: 0 },
    far,
  ])
})
