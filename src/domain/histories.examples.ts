import fc from 'fast-check'
import type { Act, ActKind } from './act.ts'
import { declineReasons, delayReasons, extensionReasons, rejectReasons } from './act.ts'
import type { Actor } from './actor.ts'
import type { Category } from './category.ts'
import type { City } from './city.ts'
import {
  aCity,
  aCorrespondent,
  aModerator,
  anAct,
  anOfficer,
  aReport,
  aResident,
  day,
  ordinaryWeeks,
  ukrainianHolidays,
  waterUtility,
} from './examples.ts'
import type { CategoryId, MediaId, OrganizationId, ReportId } from './id.ts'
import { apply, decide, type Moved } from './lifecycle.ts'
import type { Report } from './report.ts'
import type { Terms } from './term.ts'

const author = aResident()
export const submitted = aReport({ reporter: author.id, organization: null, media: ['m0' as MediaId] })
export const lighting = 'lighting' as OrganizationId
const system: Actor = { kind: 'system' }
const people: Actor[] = [
  { kind: 'visitor' },
  author,
  aResident(),
  aModerator(),
  anOfficer(),
  anOfficer(lighting),
  aCorrespondent(),
  system,
]

/** Somebody tries some acts; those refused change nothing. */
type Step = { readonly tries: readonly Act[]; readonly actor: Actor; readonly minutes: number }
/** One accepted step of a history: the report on either side of the fact, and all facts up to it. */
export type Turn = { readonly before: Report; readonly after: Report; readonly event: Moved }

/** Calls `holds` with each accepted step of many random histories. */
export function forEveryTurn(holds: (turn: Turn, city: City) => void): void {
  forEveryHistory((turns, city) => {
    for (const turn of turns) holds(turn, city)
  })
}

/** Calls `hold` with many random histories of one report, in cities that differ in term, calendar and time zone. */
export function forEveryHistory(hold: (turns: readonly Turn[], city: City) => void): void {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 10, maxLength: 50, size: 'max' }), cities, (asked, city) =>
      hold(history(submitted, asked, city), city),
    ),
    { numRuns: 150 },
  )
}

/** The same of a report that was just accepted, of which `actors` alone get to do anything. */
export function forEveryHistoryOf(actors: readonly Actor[], hold: (turns: readonly Turn[], city: City) => void): void {
  const theirs = fc.record({ tries, actor: fc.constantFrom(...actors), minutes })
  fc.assert(
    fc.property(fc.array(theirs, { minLength: 10, maxLength: 50, size: 'max' }), cities, (asked, city) => {
      const approve = { tries: [anAct('approve')], actor: system, minutes: 0 }
      hold(history(submitted, [approve, ...asked], city), city)
    }),
    // An extension fits one history in twenty-five: that none is among them must be out of the question.
    { numRuns: 600 },
  )
}

/** What terms in these histories are counted by. One category has a term of its own. */
export function termsIn(city: City): Terms {
  const quick = { id: 'lamp' as CategoryId, answerWithin: Temporal.Duration.from('P1D') } as Category
  return { city, categories: new Map([[quick.id, quick]]) }
}

function history(first: Report, asked: readonly Step[], city: City): Turn[] {
  const turns: Turn[] = []
  let report = first
  let now = day(0)
  for (const { tries, actor, minutes } of asked) {
    now = now.add({ minutes })
    for (const act of tries) {
      const decision = decide(report, act, { actor, city, now })
      if (!decision.ok) continue
      const after = apply(report, decision.value, termsIn(city))
      turns.push({ before: report, after, event: decision.value })
      report = after
    }
  }
  return turns
}

const dates = fc.oneof(
  fc.integer({ min: -30, max: 800 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days })),
  fc.constantFrom('-271821-04-20', '+275760-09-13', '2028-02-29').map((date) => Temporal.PlainDate.from(date)),
)

const cities: fc.Arbitrary<City> = fc
  .record({
    term: fc.constantFrom('P1M', 'P15D', 'P45D', 'P1D', 'PT36H', 'P0D'),
    timeZone: fc.constantFrom('Europe/Kyiv', 'UTC', 'America/Sao_Paulo', 'Pacific/Apia'),
    waitingStopsTerm: fc.boolean(),
    daysOff: fc.array(dates, { maxLength: 40 }),
    workedWeekends: fc.array(dates, { maxLength: 10 }),
    holidays: fc.constantFrom(ordinaryWeeks.holidays, ukrainianHolidays),
    holidaysWorked: fc.constantFrom([], [{ from: Temporal.PlainDate.from('2022-03-24'), until: null }]),
  })
  .map(({ term, timeZone, waitingStopsTerm, ...calendar }) => ({
    ...aCity({ answerWithin: Temporal.Duration.from(term), waitingStopsTerm }),
    timeZone,
    calendar,
  }))

const words = fc.constantFrom('Тече вода з люка', 'Не горить ліхтар', '\u0000\ud800 nothing a person writes', ' ')
const organization = fc.constantFrom(waterUtility, lighting)
const file = fc.constantFrom('m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6').map((name) => name as MediaId)
const media = fc.array(file, { maxLength: 6 })
const location = { lng: 28.6, lat: 50.2 }

const acts: { readonly [Kind in ActKind]: fc.Arbitrary<Extract<Act, { kind: Kind }>> } = {
  approve: fc.record(
    {
      kind: fc.constant('approve'),
      organization,
      location: fc.constantFrom(location, null),
      address: words,
      categoryId: fc.constant('lamp' as CategoryId),
    },
    { requiredKeys: ['kind', 'organization'] },
  ),
  reject: fc.record({ kind: fc.constant('reject'), reason: fc.constantFrom(...rejectReasons), note: words }),
  revise: fc.record(
    {
      kind: fc.constant('revise'),
      description: words,
      address: words,
      media,
      location: fc.constantFrom(location, null),
      without: media,
    },
    { requiredKeys: ['kind', 'description', 'address', 'media'] },
  ),
  assign: fc.record({ kind: fc.constant('assign'), organization, note: words }),
  start: fc.record({ kind: fc.constant('start'), note: words }),
  ask: fc.record({ kind: fc.constant('ask'), question: words }),
  answer: fc.record({ kind: fc.constant('answer'), answer: words, media }),
  postpone: fc.record({
    kind: fc.constant('postpone'),
    reason: fc.constantFrom(...delayReasons),
    note: words,
    until: dates,
  }),
  extend: fc.record({
    kind: fc.constant('extend'),
    reason: fc.constantFrom(...extensionReasons),
    note: words,
    until: fc.integer({ min: 0, max: 120 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days })),
  }),
  resolve: fc.record({ kind: fc.constant('resolve'), note: words, media }),
  decline: fc.record({ kind: fc.constant('decline'), reason: fc.constantFrom(...declineReasons), note: words }),
  merge: fc.record({ kind: fc.constant('merge'), into: fc.constantFrom(submitted.id, 'the-other' as ReportId) }),
  separate: fc.record({ kind: fc.constant('separate'), organization }),
  confirm: fc.constant({ kind: 'confirm' }),
  reopen: fc.record({ kind: fc.constant('reopen'), note: words, media }),
  withdraw: fc.constant({ kind: 'withdraw' }),
  note: fc.record({ kind: fc.constant('note'), note: words }),
  add: fc.record({ kind: fc.constant('add'), note: words, media }),
  show_addition: fc.record({ kind: fc.constant('show_addition'), addition: fc.constant(1), files: media }),
  decline_addition: fc.record({
    kind: fc.constant('decline_addition'),
    addition: fc.constant(1),
    files: media,
    reason: fc.constantFrom(...rejectReasons),
    note: words,
  }),
  hide_media: fc.record({ kind: fc.constant('hide_media'), media: file }),
  show_media: fc.record({ kind: fc.constant('show_media'), media: file }),
}

/** A withdrawn report goes nowhere and a note leads nowhere; an answer and a revision have one status to come from. */
const weights: Partial<Record<ActKind, number>> = {
  withdraw: 1,
  note: 2,
  show_addition: 2,
  decline_addition: 2,
  answer: 24,
  revise: 18,
  extend: 18,
}
const anyAct = fc.oneof(
  ...(Object.keys(acts) as ActKind[]).map((kind) => ({
    arbitrary: acts[kind] as fc.Arbitrary<Act>,
    weight: weights[kind] ?? 6,
  })),
)

const tries = fc.array(anyAct, { minLength: 3, maxLength: 3 })
const minutes = fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 20 * 24 * 60 }))

const steps: fc.Arbitrary<Step> = fc.record({
  tries,
  // The system may do what each of the others may: without it most of a history would be refusals.
  actor: fc.oneof({ weight: 2, arbitrary: fc.constant(system) }, { weight: 1, arbitrary: fc.constantFrom(...people) }),
  minutes,
})
