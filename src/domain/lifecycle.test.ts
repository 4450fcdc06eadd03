import { describe, expect, it } from 'vitest'
import type { Act, ActKind } from './act.ts'
import type { Actor } from './actor.ts'
import {
  aCity,
  aCorrespondent,
  aModerator,
  anAct,
  anOfficer,
  aReport,
  aResident,
  day,
  waterUtility,
} from './examples.ts'
import type { MediaId, OrganizationId, ReportId } from './id.ts'
import { actsOpenTo, decide, lifecycle } from './lifecycle.ts'
import { type Report, type Status, statuses } from './report.ts'

const city = aCity()
const now = day(0)
const system: Actor = { kind: 'system' }
const acts = Object.keys(lifecycle) as ActKind[]
const photo = 'photo' as MediaId
/** Accepted yesterday. */
const underWay = { acceptedAt: day(-1), termEnds: day(30), answerDue: day(30) }
const lighting = 'lighting' as OrganizationId

describe('the workflow', () => {
  it('is this table, a row a status and a column an act', () => {
    const cell = (status: Status, act: ActKind) => {
      const decision = decide(standing(status, act), anAct(act, lighting), { actor: system, city, now })
      return decision.ok ? decision.value.to : ''
    }
    expect(table(statuses, acts, cell)).toMatchInlineSnapshot(`
      "
                      │ approve  │ reject   │ revise    │ assign   │ start       │ ask             │ answer   │ postpone  │ extend          │ resolve  │ decline      │ merge  │ separate │ confirm  │ reopen   │ withdraw  │ note            │ add             │ show_addition   │ decline_addition │ hide_media      │ show_media
      submitted       │ accepted │ rejected │           │          │             │                 │          │           │                 │          │              │ merged │          │          │          │ withdrawn │ submitted       │                 │ submitted       │ submitted        │ submitted       │ submitted
      accepted        │          │          │           │ accepted │ in_progress │ awaiting_answer │          │ postponed │ accepted        │ resolved │ not_resolved │ merged │          │          │          │ withdrawn │ accepted        │ accepted        │ accepted        │ accepted         │ accepted        │ accepted
      in_progress     │          │          │           │ accepted │             │ awaiting_answer │          │ postponed │ in_progress     │ resolved │ not_resolved │ merged │          │          │          │           │ in_progress     │ in_progress     │ in_progress     │ in_progress      │ in_progress     │ in_progress
      awaiting_answer │          │          │           │          │             │                 │ accepted │           │ awaiting_answer │ resolved │ not_resolved │ merged │          │          │          │ withdrawn │ awaiting_answer │ awaiting_answer │ awaiting_answer │ awaiting_answer  │ awaiting_answer │ awaiting_answer
      postponed       │          │          │           │ accepted │ in_progress │                 │          │ postponed │                 │ resolved │ not_resolved │ merged │          │          │          │           │ postponed       │ postponed       │ postponed       │ postponed        │ postponed       │ postponed
      rejected        │ accepted │          │ submitted │          │             │                 │          │           │                 │          │              │        │          │          │          │           │ rejected        │                 │ rejected        │ rejected         │ rejected        │ rejected
      resolved        │          │          │           │          │             │                 │          │           │                 │          │              │        │          │ resolved │ accepted │           │ resolved        │                 │ resolved        │ resolved         │ resolved        │ resolved
      not_resolved    │          │          │           │          │             │                 │          │           │                 │          │              │        │          │          │ accepted │           │ not_resolved    │                 │ not_resolved    │ not_resolved     │ not_resolved    │ not_resolved
      merged          │          │          │           │          │             │                 │          │           │                 │          │              │        │ accepted │          │          │           │ merged          │                 │ merged          │ merged           │ merged          │ merged
      withdrawn       │          │          │           │          │             │                 │          │           │                 │          │              │        │          │          │          │           │ withdrawn       │                 │ withdrawn       │ withdrawn        │ withdrawn       │ withdrawn
      "
    `)
  })

  it('lets these people act', () => {
    const author = aResident()
    const people: Record<string, Actor> = {
      visitor: { kind: 'visitor' },
      author,
      'other resident': aResident(),
      moderator: aModerator(),
      administrator: { ...aResident(), kind: 'administrator' },
      officer: anOfficer(),
      'officer elsewhere': anOfficer(lighting),
      correspondent: aCorrespondent(),
      'correspondent elsewhere': aCorrespondent(lighting),
      system,
    }
    const cell = (name: string, act: ActKind) => {
      const actor = people[name] ?? system
      const somewhere = statuses.some((status) => {
        const report = { ...standing(status, act), reporter: author.id }
        return decide(report, anAct(act, lighting), { actor, city, now }).ok
      })
      return somewhere ? 'may' : ''
    }
    expect(table(Object.keys(people), acts, cell)).toMatchInlineSnapshot(`
      "
                              │ approve │ reject │ revise │ assign │ start │ ask │ answer │ postpone │ extend │ resolve │ decline │ merge │ separate │ confirm │ reopen │ withdraw │ note │ add │ show_addition │ decline_addition │ hide_media │ show_media
      visitor                 │         │        │        │        │       │     │        │          │        │         │         │       │          │         │        │          │      │     │               │                  │            │
      author                  │         │        │ may    │        │       │     │ may    │          │        │         │         │       │          │ may     │ may    │ may      │      │ may │               │                  │            │
      other resident          │         │        │        │        │       │     │        │          │        │         │         │       │          │         │        │          │      │ may │               │                  │            │
      moderator               │ may     │ may    │        │ may    │       │     │        │          │        │         │         │ may   │ may      │         │ may    │          │ may  │     │ may           │ may              │ may        │ may
      administrator           │ may     │ may    │        │ may    │       │     │        │          │        │         │         │ may   │ may      │         │ may    │          │ may  │     │ may           │ may              │ may        │ may
      officer                 │         │        │        │ may    │ may   │ may │        │ may      │ may    │ may     │ may     │       │          │         │        │          │ may  │     │               │                  │            │
      officer elsewhere       │         │        │        │        │       │     │        │          │        │         │         │       │          │         │        │          │      │     │               │                  │            │
      correspondent           │         │        │        │ may    │ may   │ may │        │ may      │ may    │ may     │ may     │       │          │         │        │          │ may  │     │               │                  │            │
      correspondent elsewhere │         │        │        │        │       │     │        │          │        │         │         │       │          │         │        │          │      │     │               │                  │            │
      system                  │ may     │ may    │ may    │ may    │ may   │ may │ may    │ may      │ may    │ may     │ may     │ may   │ may      │ may     │ may    │ may      │ may  │ may │ may           │ may              │ may        │ may
      "
    `)
  })
})

describe('decide', () => {
  const refusal = (report: Partial<Report>, act: Act, actor: Actor = system, at = now) => {
    const decision = decide(aReport(report), act, { actor, city, now: at })
    return decision.ok ? 'allowed' : decision.problem
  }

  it('refuses whoever may not act before saying anything about the report', () => {
    expect(refusal({ status: 'resolved' }, anAct('approve'), aResident())).toEqual({ kind: 'not_permitted' })
  })

  it('leaves a report whose author erased the account to staff', () => {
    expect(refusal({ status: 'resolved', reporter: null }, anAct('confirm'), aResident())).toEqual({
      kind: 'not_permitted',
    })
  })

  it('lets no organization act on a report that has none', () => {
    expect(refusal({ status: 'accepted', organization: null }, anAct('start'), anOfficer())).toEqual({
      kind: 'not_permitted',
    })
  })

  it('names the move that does not exist', () => {
    const problem = { kind: 'no_such_move', from: 'withdrawn', act: 'approve' }
    expect(refusal({ status: 'withdrawn' }, anAct('approve'))).toEqual(problem)
  })

  it.each([
    ['reject', 'submitted', 'note'],
    ['assign', 'accepted', 'note'],
    ['ask', 'accepted', 'question'],
    ['answer', 'awaiting_answer', 'answer'],
    ['postpone', 'accepted', 'note'],
    ['resolve', 'accepted', 'note'],
    ['extend', 'accepted', 'note'],
    ['decline', 'accepted', 'note'],
    ['reopen', 'resolved', 'note'],
    ['note', 'accepted', 'note'],
  ] as const)('wants words when somebody would %s', (act, status, words) => {
    for (const nothing of [' \n\t', '\u200d\ufe0f']) {
      const wordless = { ...anAct(act, lighting), [words]: nothing } as Act
      expect(refusal({ ...underWay, status }, wordless)).toEqual({ kind: 'reason_needed' })
    }
  })

  it('starts without words', () => {
    expect(refusal({ status: 'accepted' }, { kind: 'start', note: '' })).toBe('allowed')
  })

  it('wants a place before a report is accepted, from the author or from the moderator', () => {
    const nowhere = { location: null }
    expect(refusal(nowhere, anAct('approve'))).toEqual({ kind: 'place_needed' })
    expect(refusal(nowhere, { ...anAct('approve'), location: city.center })).toBe('allowed')
    expect(refusal({}, { ...anAct('approve'), location: null })).toEqual({ kind: 'place_needed' })
  })

  it('holds a revised report to the rules of a new one', () => {
    const rejected = { status: 'rejected', location: null } as const
    const revise = { kind: 'revise', description: 'Тече вода з люка', address: 'біля школи', media: [] } as const
    expect(refusal(rejected, { ...revise, description: ' Тече      ' })).toEqual({
      kind: 'description_short',
      least: 10,
    })
    expect(refusal(rejected, { ...revise, address: ' ' })).toEqual({ kind: 'place_missing' })
    expect(refusal(rejected, { ...revise, address: ' ', location: city.center })).toBe('allowed')
    expect(refusal(rejected, revise)).toBe('allowed')
    const placed = { status: 'rejected' } as const
    expect(refusal(placed, { ...revise, address: ' ', location: null })).toEqual({ kind: 'place_missing' })
    expect(refusal(placed, { ...revise, location: null })).toBe('allowed')
  })

  it('lets a revision take out files that are shown, and no others', () => {
    const [shown, hidden] = ['1', '2'] as MediaId[]
    const rejected = { status: 'rejected', media: [shown, hidden], hiddenMedia: [hidden] } as Partial<Report>
    const without = (...files: MediaId[]) => ({ ...anAct('revise'), without: files }) as Act
    expect(refusal(rejected, without(shown as MediaId))).toBe('allowed')
    expect(refusal(rejected, without(shown as MediaId, hidden as MediaId))).toEqual({ kind: 'no_such_media' })
  })

  it.each([
    ['revise', 'rejected'],
    ['answer', 'awaiting_answer'],
    ['resolve', 'in_progress'],
    ['reopen', 'resolved'],
  ] as const)('takes no more files with %s than a draft may have', (act, status) => {
    const files = ['1', '2', '3', '4', '5', '6'] as MediaId[]
    const withFiles = (media: MediaId[]) => ({ ...anAct(act), media }) as Act
    expect(refusal({ status }, withFiles(files))).toEqual({ kind: 'too_many_files', most: 5 })
    expect(refusal({ status }, withFiles(files.slice(1)))).toBe('allowed')
  })

  it('does not pass a report to the organization that has it', () => {
    expect(refusal({ status: 'accepted' }, anAct('assign', waterUtility))).toEqual({ kind: 'same_organization' })
  })

  it('postpones to tomorrow in the city at the earliest and to two years ahead at the latest', () => {
    const lateEvening = Temporal.Instant.from('2026-01-01T22:30Z') // already 2 January in Kyiv
    const until = (date: string) => {
      const act = { ...anAct('postpone'), until: Temporal.PlainDate.from(date) }
      return refusal({ status: 'accepted' }, act, system, lateEvening)
    }
    expect(until('2026-01-01')).toEqual({ kind: 'date_not_ahead' })
    expect(until('2026-01-02')).toEqual({ kind: 'date_not_ahead' })
    expect(until('2026-01-03')).toBe('allowed')
    expect(until('2028-01-02')).toBe('allowed')
    expect(until('2028-01-03')).toEqual({ kind: 'date_too_far' })
    expect(until('+275760-09-13')).toEqual({ kind: 'date_too_far' })
  })

  it('does not merge a report into itself', () => {
    const id = 'itself' as ReportId
    expect(refusal({ id, status: 'accepted' }, { kind: 'merge', into: id })).toEqual({ kind: 'merge_into_itself' })
  })

  it('takes one confirmation', () => {
    expect(refusal({ status: 'resolved', confirmed: true }, anAct('confirm'))).toEqual({ kind: 'already_confirmed' })
  })

  it('closes the author’s window for reopening, and never the moderator’s', () => {
    const author = aResident()
    const closed = { status: 'not_resolved', statusSince: day(-30), reporter: author.id } as const
    expect(refusal(closed, anAct('reopen'), author)).toBe('allowed')
    expect(refusal(closed, anAct('reopen'), author, now.add({ seconds: 1 }))).toEqual({ kind: 'reopen_too_late' })
    expect(refusal(closed, anAct('reopen'), aModerator(), day(300))).toBe('allowed')
  })

  it('hides what is shown and shows what is hidden, and nothing that the report has not', () => {
    const none = { kind: 'no_such_media' }
    expect(refusal({}, { kind: 'hide_media', media: photo })).toEqual(none)
    expect(refusal({ media: [photo] }, { kind: 'show_media', media: photo })).toEqual(none)
    expect(refusal({ media: [photo], hiddenMedia: [photo] }, { kind: 'hide_media', media: photo })).toEqual(none)
  })

  it('dates no act before the one it follows, whatever a machine’s clock says', () => {
    const report = aReport({ statusSince: now })
    const decision = decide(report, anAct('approve'), { actor: system, city, now: now.subtract({ milliseconds: 5 }) })
    expect(decision.ok && decision.value.at.equals(now)).toBe(true)
  })
})

describe('actsOpenTo', () => {
  it('offers exactly the acts that decide would allow with the right words', () => {
    const author = aResident()
    const actors: Actor[] = [
      { kind: 'visitor' },
      author,
      aResident(),
      aModerator(),
      anOfficer(),
      anOfficer(lighting),
      aCorrespondent(),
      system,
    ]
    const some: Partial<Report>[] = [
      {},
      { media: [photo] },
      { media: [photo], hiddenMedia: [photo] },
      { confirmed: true },
      underWay,
      { statusSince: day(-31) },
      { organization: null },
      { reporter: null },
    ]
    for (const status of statuses) {
      for (const changes of some) {
        const report = aReport({ status, reporter: author.id, ...changes })
        for (const actor of actors) {
          const allowed = acts.filter((act) => decide(report, anAct(act, lighting), { actor, city, now }).ok)
          expect(actsOpenTo(actor, report, { city, now }), `${actor.kind}, ${status}`).toEqual(allowed)
        }
      }
    }
  })

  it('offers a moderator the choices a new report has', () => {
    expect(actsOpenTo(aModerator(), aReport({ media: [photo] }), { city, now })).toEqual([
      'approve',
      'reject',
      'merge',
      'note',
      'show_addition',
      'decline_addition',
      'hide_media',
    ])
  })
})

/** A report that stands so that only the workflow could stop this act. */
function standing(status: Status, act: ActKind): Report {
  return aReport({ ...underWay, status, media: [photo], hiddenMedia: act === 'show_media' ? [photo] : [] })
}

function table<Row extends string, Column extends string>(
  rows: readonly Row[],
  columns: readonly Column[],
  cell: (row: Row, column: Column) => string,
): string {
  const lines = [['', ...columns], ...rows.map((row) => [row, ...columns.map((column) => cell(row, column))])]
  const widths = ['', ...columns].map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const padded = lines.map((line) => line.map((word, i) => word.padEnd(widths[i] ?? 0)).join(' │ '))
  return `\n${padded.map((line) => line.trimEnd()).join('\n')}\n`
}
