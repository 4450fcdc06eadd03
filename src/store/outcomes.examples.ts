import fc from 'fast-check'

import { declineReasons } from '#src/domain/act.ts'
import { waterUtility } from '#src/domain/examples.ts'
import { northern, oldTown, pothole, roadWorks, southern, waterLeak } from '#test/a-guide.ts'
import type { Narrowed } from './outcomes.ts'

/** The areas that reports of these histories lie in. */
export const areas = [northern, southern, oldTown]

const often = [
  'submit',
  'submit',
  'submit',
  'approve',
  'approve',
  'approve',
  'resolve',
  'resolve',
  'decline',
  'yes',
  'no',
] as const
const seldom = [
  'reject',
  'revise',
  'assign',
  'start',
  'ask',
  'answer',
  'postpone',
  'extend',
  'merge',
  'separate',
  'confirm',
  'reopen',
  'reopen',
  'withdraw',
] as const
const degrees = fc.integer({ min: -80_000, max: 80_000 }).map((millionths) => millionths / 1e6)
const organizations = fc.constantFrom(waterUtility, roadWorks)
const categories = fc.constantFrom(waterLeak, pothole)
/** One thing that somebody may do, and how long nothing happens before it. */
export const step = fc.record({
  what: fc.constantFrom(...often, ...seldom),
  which: fc.integer({ min: 0, max: 6 }),
  lng: fc.oneof(degrees, fc.constant(0)),
  lat: fc.oneof(degrees, fc.constant(0)),
  category: categories,
  organization: organizations,
  reason: fc.constantFrom(...declineReasons),
  hours: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })),
})
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** One of each kind, one after another on the same report. */
export const ways: readonly (readonly Exclude<Step['what'], 'submit'>[])[] = [
  ['approve', 'extend', 'start', 'resolve', 'confirm'],
  ['approve', 'ask', 'answer', 'postpone', 'resolve', 'no', 'reopen', 'resolve', 'yes'],
  ['reject', 'revise', 'approve', 'assign', 'decline'],
  ['approve', 'withdraw'],
  ['approve', 'merge'],
  ['merge', 'separate', 'resolve', 'yes', 'no'],
]
/** A step of a way: by the usual, at once. */
export const aStep = {
  which: 0,
  lng: 0,
  lat: 0,
  category: waterLeak,
  organization: waterUtility,
  reason: 'no_funding',
  hours: 0,
} as const

const months = fc.integer({ min: 0, max: 24 }).map((add) => Temporal.PlainDate.from('2025-12-01').add({ months: add }))
/** What figures may be narrowed to. */
export const narrowing: fc.Arbitrary<Narrowed> = fc.record(
  {
    from: months,
    until: months,
    organization: organizations,
    categories: categories.map((one) => [one]),
    area: fc.constantFrom(...areas),
  },
  { requiredKeys: ['from', 'until'] },
)
