import { describe, expect, it } from 'vitest'
import type { Act } from './act.ts'
import type { Actor } from './actor.ts'
import type { Category } from './category.ts'
import type { City } from './city.ts'
import { dayOf } from './deadline.ts'
import { aCity, anAct, aReport, day } from './examples.ts'
import type { CategoryId, OrganizationId } from './id.ts'
import { actsOpenTo, apply, decide } from './lifecycle.ts'
import type { Report } from './report.ts'
import { daysWaited, isOverdue, type Terms } from './term.ts'

const system: Actor = { kind: 'system' }
const lighting = 'lighting' as OrganizationId
const date = (text: string) => Temporal.PlainDate.from(text)

/** Accepted on Thursday 1 January 2026; a month later is a Sunday. */
const terms: Terms = { city: aCity(), categories: new Map() }
const accepted = after(aReport(), terms, [0, anAct('approve')])
const longestIsFriday = date('2026-02-13') // the 45th day is a Sunday

/** The report after these acts, each so many days after 1 January. */
function after(report: Report, { city, categories }: Terms, ...acts: readonly (readonly [number, Act])[]): Report {
  return acts.reduce((standing, [days, act]) => {
    const decision = decide(standing, act, { actor: system, city, now: day(days) })
    if (!decision.ok) throw new Error(`${act.kind}: ${decision.problem.kind}`)
    return apply(standing, decision.value, { city, categories })
  }, report)
}

function dayIn(at: Temporal.Instant | null): string | null {
  return at && dayOf(at, terms.city.timeZone).toString()
}

const ends = ({ termEnds, answerDue }: Report) => [dayIn(termEnds), dayIn(answerDue)]

describe('a term', () => {
  it('is the category’s own where that is shorter than the city’s', () => {
    const lamp = { id: 'lamp' as CategoryId, answerWithin: Temporal.Duration.from('P3D') } as Category
    const own = { ...terms, categories: new Map([[lamp.id, lamp]]) }
    expect(ends(accepted)).toEqual(['2026-02-02', '2026-02-02'])
    expect(ends(after(aReport({ categoryId: lamp.id }), own, [0, anAct('approve')]))).toEqual([
      '2026-01-05', // 4 January is a Sunday
      '2026-01-05',
    ])
    // As the moderator names it, not as the author did.
    expect(ends(after(aReport(), own, [0, { ...anAct('approve'), categoryId: lamp.id }]))[0]).toBe('2026-01-05')
  })

  it('stays as it was when the report is passed on, asked about, answered and started', () => {
    const acts = [anAct('start'), anAct('assign', lighting), anAct('ask'), anAct('answer'), anAct('start')]
    expect(ends(after(accepted, terms, ...acts.map((act, at) => [at + 1, act] as const)))).toEqual(ends(accepted))
  })

  it('goes on while a report is merged, so that one separated after it is overdue at once', () => {
    const separated = after(accepted, terms, [1, anAct('merge')], [60, anAct('separate', lighting)])
    expect(ends(separated)).toEqual(ends(accepted))
    expect(isOverdue(separated, day(60), terms.city)).toBe(true)
  })

  it('begins with being separated for a report that was merged before it was accepted', () => {
    const separated = after(aReport(), terms, [1, anAct('merge')], [4, anAct('separate')])
    expect([separated.acceptedAt, ...ends(separated)]).toEqual([day(4), '2026-02-05', '2026-02-05'])
  })

  it('is kept when the report closes, while nobody has to answer', () => {
    const closed = after(accepted, terms, [5, anAct('resolve')])
    expect([...ends(closed), closed.dueSince]).toEqual(['2026-02-02', null, null])
  })

  it('has after reopening the days that were left when the report closed', () => {
    // 28 January to 2 February: five days, from 10 February on, which end on a Sunday.
    const reopened = after(accepted, terms, [27, anAct('decline')], [40, anAct('reopen')])
    expect(ends(reopened)).toEqual(['2026-02-16', '2026-02-16'])
    expect(reopened.acceptedAt).toEqual(day(0))
  })

  it('has after reopening the next working day, when none was left', () => {
    const late = after(accepted, terms, [50, anAct('resolve')], [57, anAct('reopen')]) // a Friday
    expect(ends(late)).toEqual(['2026-03-02', '2026-03-02'])
  })
})

describe('an extension', () => {
  const extend = (until: string): Act => ({ ...anAct('extend'), until: date(until) })
  const refusal = (until: string, report = accepted, now = day(10)) => {
    const decision = decide(report, extend(until), { actor: system, city: terms.city, now })
    return decision.ok ? 'allowed' : decision.problem.kind
  }

  it('moves the end of the term, once or again, to the 45th day after acceptance at most', () => {
    const once = after(accepted, terms, [10, extend('2026-02-05')])
    expect(ends(once)).toEqual(['2026-02-05', '2026-02-05'])
    expect(once.dueSince).toEqual(day(10))
    expect(ends(after(once, terms, [11, extend(longestIsFriday.toString())]))[0]).toBe('2026-02-13')
    expect(refusal('2026-02-14')).toBe('beyond_longest_term')
    expect(refusal('2026-02-16', once)).toBe('beyond_longest_term')
  })

  it('is to a later working day', () => {
    expect(refusal('2026-02-02')).toBe('date_not_later')
    expect(refusal('2026-02-07')).toBe('not_working_day')
    expect(refusal('2026-02-03')).toBe('allowed')
  })

  it('is made within the term, while there is a later day to be had', () => {
    const offered = (report: Report, days: number) =>
      actsOpenTo(system, report, { city: terms.city, now: day(days) }).includes('extend')
    expect([offered(accepted, 32), offered(accepted, 33)]).toEqual([true, false])
    expect(refusal('2026-02-10', accepted, day(33))).toBe('term_not_extendable')
    const longest = after(accepted, terms, [10, extend('2026-02-13')])
    expect([offered(longest, 12), refusal('2026-02-13', longest)]).toEqual([false, 'term_not_extendable'])
  })

  it('leaves a later day that was promised', () => {
    const promised = after(accepted, terms, [3, anAct('postpone')], [4, anAct('start')], [5, extend('2026-02-13')])
    expect(ends(promised)).toEqual(['2026-02-13', '2026-04-01'])
  })
})

describe('a postponement', () => {
  const postpone = (until: string): Act => ({ ...anAct('postpone'), until: date(until) })

  it('made within the term is an answer: its day is kept to from then on, and the term stays', () => {
    const postponed = after(accepted, terms, [20, postpone('2026-04-04')]) // a Saturday
    expect(ends(postponed)).toEqual(['2026-02-02', '2026-04-06'])
    expect(isOverdue(postponed, day(60), terms.city)).toBe(false)
    expect(isOverdue(postponed, day(100), terms.city)).toBe(true)
    expect(ends(after(postponed, terms, [30, anAct('assign', lighting)]))).toEqual(['2026-02-02', '2026-04-06'])
  })

  it('for less than the term leaves it', () => {
    expect(ends(after(accepted, terms, [3, postpone('2026-01-20')]))).toEqual(ends(accepted))
  })

  it('made after the term hides nothing, nor does a second one that breaks the first promise', () => {
    const late = after(accepted, terms, [40, postpone('2026-06-01')])
    expect([late.status, ...ends(late)]).toEqual(['postponed', ...ends(accepted)])
    expect(isOverdue(late, day(41), terms.city)).toBe(true)

    const promised = after(accepted, terms, [20, postpone('2026-04-01')])
    expect(ends(after(promised, terms, [80, postpone('2026-09-01')]))).toEqual(['2026-02-02', '2026-04-01'])
  })

  it('goes when the report closes or is merged', () => {
    const promised = after(accepted, terms, [3, postpone('2026-04-01')])
    expect(ends(after(promised, terms, [4, anAct('merge')], [5, anAct('separate')]))).toEqual(ends(accepted))
    expect(ends(after(promised, terms, [4, anAct('resolve')], [4, anAct('reopen')]))).toEqual(ends(accepted))
  })
})

describe('waiting for the author', () => {
  const stopping: Terms = { ...terms, city: aCity({ waitingStopsTerm: true }) }
  const asked = (city: City, on: number) => after(accepted, { ...terms, city }, [on, anAct('ask')])

  it('leaves the term running, and says how long it was', () => {
    const answered = after(accepted, terms, [5, anAct('ask')], [12, anAct('answer')])
    expect(ends(answered)).toEqual(ends(accepted))
    expect(isOverdue(asked(terms.city, 5), day(40), terms.city)).toBe(true)
  })

  it('stops the term where the city says so, but not one that was over', () => {
    const [early, late] = [asked(stopping.city, 5), asked(stopping.city, 40)]
    expect([early, late].map((report) => isOverdue(report, day(60), stopping.city))).toEqual([false, true])
    expect(ends(after(early, stopping, [12, anAct('answer')]))).toEqual(['2026-02-09', '2026-02-09'])
    expect(ends(after(late, stopping, [60, anAct('answer')]))).toEqual(ends(accepted))
  })

  it('moves a promised day too, so that nobody is late at the answer by the author’s own days', () => {
    const postpone = { ...anAct('postpone'), until: date('2026-03-20') } as Act
    const waiting = after(accepted, stopping, [5, postpone], [6, anAct('start')], [70, anAct('ask')])
    expect(isOverdue(waiting, day(89), stopping.city)).toBe(false)
    const answered = after(waiting, stopping, [90, anAct('answer')])
    expect(ends(answered)).toEqual(['2026-02-02', '2026-04-09'])
    expect(isOverdue(answered, day(90), stopping.city)).toBe(false)
  })

  it('is counted in whole days over all questions, and up to now', () => {
    const step = (from: Report['status'], to: Report['status'], days: number) => ({ from, to, at: day(days) })
    expect(daysWaited([step('submitted', 'accepted', 0)], day(9))).toBeNull()
    const answered = [step('accepted', 'awaiting_answer', 1), step('awaiting_answer', 'accepted', 3)]
    expect(daysWaited(answered, day(9))).toBe(2)
    const again = [...answered, step('accepted', 'awaiting_answer', 5), step('awaiting_answer', 'awaiting_answer', 6)]
    expect(daysWaited(again, day(9))).toBe(6)
  })
})
