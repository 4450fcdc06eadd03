import { describe, expect, it } from 'vitest'
import type { Act } from './act.ts'
import type { Actor } from './actor.ts'
import { aCity, aModerator, anAct, aReport, day, waterUtility } from './examples.ts'
import type { CategoryId, MediaId, OrganizationId, PersonId, ReportId } from './id.ts'
import { apply, decide } from './lifecycle.ts'
import { type Report, shownMedia, statuses } from './report.ts'

const city = aCity()
const lighting = 'lighting' as OrganizationId
const files = (...names: string[]) => names as MediaId[]

/** The report after these acts, a day apart from `day(1)` on. */
function after(report: Report, ...acts: Act[]): Report {
  return acts.reduce((standing, act, i) => {
    const decision = decide(standing, act, { actor: { kind: 'system' }, city, now: day(1 + i) })
    if (!decision.ok) throw new Error(`${act.kind}: ${decision.problem.kind}`)
    return apply(standing, decision.value, { city, categories: new Map() })
  }, report)
}

const due = ({ answerDue }: Report) => answerDue?.toZonedDateTimeISO(city.timeZone).toPlainDateTime().toString() ?? null

describe('a report that is approved', () => {
  it('has an organization, and an answer due a month later at the end of that day', () => {
    const report = after(aReport({ organization: null }), anAct('approve'))
    expect(report).toMatchObject({ status: 'accepted', organization: waterUtility })
    expect([report.statusSince, report.acceptedAt]).toEqual([day(1), day(1)])
    expect(due(report)).toBe('2026-02-02T23:59:59')
  })

  it('takes the moderator’s category and place, and keeps the author’s where none is given', () => {
    const [categoryId, location] = ['lamp' as CategoryId, { lng: 28.7, lat: 50.3 }]
    expect(after(aReport(), { ...anAct('approve'), categoryId, location })).toMatchObject({ categoryId, location })
    expect(after(aReport(), anAct('approve'))).toMatchObject({ categoryId: 'water-leak', location: city.center })
  })
})

describe('the day an answer is due', () => {
  const accepted = after(aReport(), anAct('approve'))
  const anotherTime = due(accepted)

  it('stays when the report is passed on, asked about and started', () => {
    const acts = [
      anAct('start'),
      anAct('assign', lighting),
      anAct('ask'),
      anAct('answer'),
      anAct('start'),
      anAct('note'),
    ]
    expect(due(after(accepted, ...acts))).toBe(anotherTime)
  })

  it('moves to the date of a postponement, carried over to a working day', () => {
    const until = Temporal.PlainDate.from('2026-04-04') // a Saturday
    const postponed = after(accepted, { ...anAct('postpone'), until })
    expect(due(postponed)).toBe('2026-04-06T23:59:59')
    expect(due(after(postponed, anAct('start')))).toBe('2026-04-06T23:59:59')
  })

  it('goes when the report closes', () => {
    for (const act of [anAct('resolve'), anAct('decline'), anAct('merge'), anAct('withdraw')]) {
      expect(after(accepted, act).answerDue, act.kind).toBeNull()
    }
  })

  it('comes back with a report that was merged by mistake, and the postponement does not', () => {
    expect(due(after(accepted, anAct('merge'), anAct('separate')))).toBe(anotherTime)
    expect(due(after(accepted, anAct('postpone'), anAct('merge'), anAct('separate')))).toBe(anotherTime)
  })
})

describe('a merged report', () => {
  it('leads to the other, with notes added or not, until it is separated', () => {
    const merged = after(aReport({ status: 'accepted' }), anAct('merge'), anAct('note'))
    expect(merged.mergedInto).toBe('the-other' as ReportId)
    expect(after(merged, anAct('separate', lighting))).toMatchObject({ mergedInto: null, organization: lighting })
  })
})

describe('a confirmation', () => {
  it('stays as long as the report is resolved', () => {
    const confirmed = after(aReport({ status: 'resolved' }), anAct('confirm'), anAct('note'))
    expect(confirmed.confirmed).toBe(true)
    expect(confirmed.statusSince).toEqual(day(0))
    expect(after(confirmed, anAct('reopen')).confirmed).toBe(false)
  })
})

it('shows the photos with which staff reopen it, and keeps a resident’s for a moderator', () => {
  const [resolved, photos] = [aReport({ status: 'resolved', media: [] }), files('a')]
  const reopened = (actor: Actor) => {
    const decision = decide(resolved, { ...anAct('reopen'), media: photos }, { actor, city, now: resolved.statusSince })
    if (!decision.ok) throw new Error(decision.problem.kind)
    return apply(resolved, decision.value, { city, categories: new Map() }).hiddenMedia
  }
  expect(reopened(aModerator())).toEqual([])
  expect(reopened({ kind: 'resident', id: resolved.reporter as PersonId })).toEqual(photos)
})

it('has the address that a moderator wrote, and else its author’s', () => {
  const submitted = aReport({ address: 'Біля дому 5, кв. 7' })
  expect(after(submitted, anAct('approve')).address).toBe('Біля дому 5, кв. 7')
  expect(after(submitted, { ...anAct('approve'), address: ' Біля дому 5 ' }).address).toBe('Біля дому 5')
})

describe('a revision', () => {
  it('replaces the words, trimmed, and adds files', () => {
    const rejected = aReport({ status: 'rejected', media: files('a') })
    const revised = after(rejected, {
      kind: 'revise',
      description: ' Яма на дорозі ',
      address: ' біля школи ',
      media: files('b'),
    })
    expect(revised).toMatchObject({
      status: 'submitted',
      description: 'Яма на дорозі',
      address: 'біля школи',
      media: ['a', 'b'],
    })
  })

  it('takes out files, which stay for who handles the report, and the point', () => {
    const rejected = aReport({ status: 'rejected', media: files('a', 'b') })
    const revised = after(rejected, { ...anAct('revise'), without: files('a'), location: null })
    expect(revised).toMatchObject({ media: ['a', 'b'], hiddenMedia: ['a'], location: null })
  })
})

it('lets its author correct the kind and the point of a problem with a revision, and keeps what is not named', () => {
  const rejected = aReport({ status: 'rejected', location: null })
  const corrections = { categoryId: 'street-light' as CategoryId, location: { lng: 28.66, lat: 50.25 } }
  expect(after(rejected, { ...anAct('revise'), ...corrections })).toMatchObject(corrections)
  expect(after(aReport({ status: 'rejected' }), anAct('revise'))).toMatchObject({
    categoryId: aReport().categoryId,
    location: aReport().location,
  })
})

describe('the files of a report', () => {
  it('are shown with an approved report, also those that came with a revision, but for those that a moderator hid', () => {
    const report = aReport({ media: files('a', 'b') })
    const hide = { kind: 'hide_media', media: files('a')[0] } as Act
    const revise = { ...anAct('revise'), media: files('c') }
    expect(shownMedia(after(report, hide, anAct('reject'), revise, anAct('approve')))).toEqual(['b', 'c'])
  })

  it('wait for a moderator when a resident adds them later, and are shown at once when the organization does', () => {
    const [photo] = files('from-resident')
    const answered = after(aReport({ status: 'awaiting_answer' }), {
      ...anAct('answer'),
      media: files('from-resident'),
    })
    expect(answered.hiddenMedia).toEqual([photo])

    const shown = after(answered, { kind: 'show_media', media: photo } as Act)
    const resolved = after(shown, { ...anAct('resolve'), media: files('from-crew') })
    expect(shownMedia(resolved)).toEqual(['from-resident', 'from-crew'])
    expect(after(resolved, { ...anAct('reopen'), media: files('again') }).hiddenMedia).toEqual(['again'])
  })

  it('are counted once, however often they are sent', () => {
    const resolve = { ...anAct('resolve'), media: files('a', 'a', 'b') }
    expect(after(aReport({ status: 'accepted', media: files('a') }), resolve).media).toEqual(['a', 'b'])
  })
})

describe('a note', () => {
  it('changes nothing, in any status', () => {
    const atWork = ['accepted', 'in_progress', 'awaiting_answer', 'postponed']
    for (const status of statuses) {
      const report = aReport({
        status,
        ...(atWork.includes(status) && { acceptedAt: day(0), termEnds: day(31), answerDue: day(31) }),
      })
      expect(after(report, anAct('note')), status).toEqual(report)
    }
  })
})
