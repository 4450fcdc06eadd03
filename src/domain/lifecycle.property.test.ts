import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act, ActKind } from './act.ts'
import { declineReasons, delayReasons, rejectReasons } from './act.ts'
import type { Actor } from './actor.ts'
import type { City } from './city.ts'
import { answerDue, isWorkingDay } from './deadline.ts'
import {
  aCity,
  aCorrespondent,
  aModerator,
  anOfficer,
  aReport,
  aResident,
  day,
  ordinaryWeeks,
  ukrainianHolidays,
  waterUtility,
} from './examples.ts'
import type { CategoryId, MediaId, OrganizationId, ReportId } from './id.ts'
import { actsOpenTo, apply, decide, lifecycle, type Moved } from './lifecycle.ts'
import { type Report, type Status, statuses } from './report.ts'

const author = aResident()
const submitted = aReport({ reporter: author.id, organization: null, media: ['m0' as MediaId] })
const lighting = 'lighting' as OrganizationId
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
type Turn = { readonly before: Report; readonly after: Report; readonly event: Moved }

describe('whatever anybody asks of a report, in whatever order', () => {
  it('it moves only as the table says, or is refused', () => {
    forEveryTurn(({ before, after, event }) => {
      const moves: Partial<Record<Status, Status>> = lifecycle[event.act.kind].moves
      expect(after.status).toBe(moves[before.status])
      expect(event).toMatchObject({ from: before.status, to: after.status, reportId: submitted.id })
    })
  })

  it('it comes through every status and every act, so that what is claimed here is claimed of all', () => {
    const seen = new Set<string>()
    forEveryTurn(({ before, event }) => seen.add(before.status).add(event.act.kind))
    expect(new Set([...statuses, ...Object.keys(lifecycle)]).difference(seen)).toEqual(new Set())
  })

  it('it stands as the stored facts say, applied again from the beginning', () => {
    forEveryHistory((turns, city) => {
      const again = turns.reduce((report, { event }) => apply(report, event, city), submitted)
      expect(again).toEqual(turns.at(-1)?.after ?? submitted)
    })
  })

  it('its status never began earlier than the one before, though clocks run back', () => {
    forEveryTurn(({ before, after }) => {
      expect(Temporal.Instant.compare(after.statusSince, before.statusSince)).toBeGreaterThanOrEqual(0)
    })
  })

  it('it has an answer due exactly while somebody is to give one', () => {
    const atWork: Status[] = ['accepted', 'in_progress', 'awaiting_answer', 'postponed']
    forEveryTurn(({ after }) => expect(after.answerDue !== null).toBe(atWork.includes(after.status)))
  })

  it('it leads to another exactly while it is merged, and is confirmed only while resolved', () => {
    forEveryTurn(({ after }) => {
      expect(after.mergedInto !== null).toBe(after.status === 'merged')
      expect(after.confirmed && after.status !== 'resolved').toBe(false)
    })
  })

  it('it lists each file once, and hides only files that it has', () => {
    forEveryTurn(({ after: { media, hiddenMedia } }) => {
      expect(new Set(media).size).toBe(media.length)
      expect(new Set(hiddenMedia).isSubsetOf(new Set(media))).toBe(true)
      expect(new Set(hiddenMedia).size).toBe(hiddenMedia.length)
    })
  })

  it('only acts that were offered were allowed', () => {
    forEveryTurn(({ before, event }, city) => {
      expect(actsOpenTo(event.by, before, { city, now: event.at })).toContain(event.act.kind)
    })
  })
})

describe('the answer', () => {
  it('is never due on a day that nobody works', () => {
    forEveryTurn(({ after }, city) => {
      const due = after.answerDue?.toZonedDateTimeISO(city.timeZone).toPlainDate()
      if (due) expect(isWorkingDay(due, city.calendar), due.toString()).toBe(true)
    })
  })

  it('is never due before the term has passed since acceptance, unless the organization named a date', () => {
    forEveryHistory((turns, city) => {
      let named = false
      for (const { after, event } of turns) {
        if (event.act.kind === 'postpone') named = true
        if (after.answerDue === null) named = false
        if (named || !after.answerDue || !after.acceptedAt) continue
        const term = after.acceptedAt.toZonedDateTimeISO(city.timeZone).add(city.policy.answerWithin).toInstant()
        expect(Temporal.Instant.compare(after.answerDue, term)).toBeGreaterThanOrEqual(0)
      }
    })
  })

  it('keeps its date through every act but those that set it', () => {
    const setting: ActKind[] = ['approve', 'postpone', 'separate', 'reopen']
    forEveryTurn(({ before, after, event }) => {
      if (after.answerDue && !setting.includes(event.act.kind)) expect(after.answerDue).toEqual(before.answerDue)
    })
  })

  it('gains no time by merging and separating, passing on and asking: no date is later than was promised or is the law’s', () => {
    forEveryHistory((turns, city) => {
      let latest = Temporal.Instant.fromEpochMilliseconds(0)
      for (const { after, event } of turns) {
        const due = after.answerDue
        const begins = event.act.kind === 'postpone' || event.act.kind === 'reopen'
        if (begins && due) latest = due
        if (!due || !after.acceptedAt) continue
        const term = answerDue(after.acceptedAt, city)
        const allowed = Temporal.Instant.compare(term, latest) > 0 ? term : latest
        expect(Temporal.Instant.compare(due, allowed)).toBeLessThanOrEqual(0)
      }
    })
  })
})

function forEveryTurn(holds: (turn: Turn, city: City) => void): void {
  forEveryHistory((turns, city) => {
    for (const turn of turns) holds(turn, city)
  })
}

function forEveryHistory(hold: (turns: readonly Turn[], city: City) => void): void {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 10, maxLength: 50, size: 'max' }), cities, (asked, city) =>
      hold(history(asked, city), city),
    ),
    { numRuns: 150 },
  )
}

function history(asked: readonly Step[], city: City): Turn[] {
  const turns: Turn[] = []
  let report = submitted
  let now = day(0)
  for (const { tries, actor, minutes } of asked) {
    now = now.add({ minutes })
    for (const act of tries) {
      const decision = decide(report, act, { actor, city, now })
      if (!decision.ok) continue
      const after = apply(report, decision.value, city)
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
    daysOff: fc.array(dates, { maxLength: 40 }),
    workedWeekends: fc.array(dates, { maxLength: 10 }),
    holidays: fc.constantFrom(ordinaryWeeks.holidays, ukrainianHolidays),
    holidaysWorked: fc.constantFrom([], [{ from: Temporal.PlainDate.from('2022-03-24'), until: null }]),
  })
  .map(({ term, timeZone, ...calendar }) => ({
    ...aCity({ answerWithin: Temporal.Duration.from(term) }),
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
      location: fc.constant(location),
      categoryId: fc.constant('lamp' as CategoryId),
    },
    { requiredKeys: ['kind', 'organization'] },
  ),
  reject: fc.record({ kind: fc.constant('reject'), reason: fc.constantFrom(...rejectReasons), note: words }),
  revise: fc.record({ kind: fc.constant('revise'), description: words, address: words, media }),
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
  resolve: fc.record({ kind: fc.constant('resolve'), note: words, media }),
  decline: fc.record({ kind: fc.constant('decline'), reason: fc.constantFrom(...declineReasons), note: words }),
  merge: fc.record({ kind: fc.constant('merge'), into: fc.constantFrom(submitted.id, 'the-other' as ReportId) }),
  separate: fc.record({ kind: fc.constant('separate'), organization }),
  confirm: fc.constant({ kind: 'confirm' }),
  reopen: fc.record({ kind: fc.constant('reopen'), note: words, media }),
  withdraw: fc.constant({ kind: 'withdraw' }),
  note: fc.record({ kind: fc.constant('note'), note: words }),
  hide_media: fc.record({ kind: fc.constant('hide_media'), media: file }),
  show_media: fc.record({ kind: fc.constant('show_media'), media: file }),
}

/** A withdrawn report goes nowhere and a note leads nowhere; an answer and a revision have one status to come from. */
const weights: Partial<Record<ActKind, number>> = { withdraw: 1, note: 2, answer: 24, revise: 18 }
const anyAct = fc.oneof(
  ...(Object.keys(acts) as ActKind[]).map((kind) => ({
    arbitrary: acts[kind] as fc.Arbitrary<Act>,
    weight: weights[kind] ?? 6,
  })),
)

const steps: fc.Arbitrary<Step> = fc.record({
  tries: fc.array(anyAct, { minLength: 3, maxLength: 3 }),
  // The system may do what each of the others may: without it most of a history would be refusals.
  actor: fc.oneof({ weight: 2, arbitrary: fc.constant(system) }, { weight: 1, arbitrary: fc.constantFrom(...people) }),
  minutes: fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 20 * 24 * 60 })),
})
