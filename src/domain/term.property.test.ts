import { describe, expect, it } from 'vitest'
import type { ActKind } from './act.ts'
import type { City } from './city.ts'
import { dayOf, isWorkingDay, workingDayFrom } from './deadline.ts'
import { aCorrespondent, anOfficer } from './examples.ts'
import { forEveryHistoryOf, forEveryTurn, lighting, type Turn, termsIn } from './histories.examples.ts'

const { compare } = Temporal.Instant

describe('the answer', () => {
  it('is never due on a day that nobody works', () => {
    forEveryTurn(({ after }, city) => {
      const due = after.answerDue && dayOf(after.answerDue, city.timeZone)
      if (due) expect(isWorkingDay(due, city.calendar), due.toString()).toBe(true)
    })
  })

  it('is never due before the term of its category has passed since acceptance', () => {
    forEveryTurn(({ after: { acceptedAt, termEnds, answerDue, categoryId } }, city) => {
      if (!answerDue || !acceptedAt || !termEnds) return
      const own = termsIn(city).categories.get(categoryId)?.answerWithin ?? city.policy.answerWithin
      const term = acceptedAt.toZonedDateTimeISO(city.timeZone).add(own).toInstant()
      expect(compare(termEnds, term)).toBeGreaterThanOrEqual(0)
      expect(compare(answerDue, termEnds)).toBeGreaterThanOrEqual(0)
    })
  })

  it('keeps its date through every act but those that set it', () => {
    const setting: ActKind[] = ['approve', 'postpone', 'extend', 'separate', 'reopen']
    forEveryTurn(({ before, after, event }, city) => {
      const kept = after.answerDue && !setting.includes(event.act.kind)
      const waited = event.act.kind === 'answer' && city.policy.waitingStopsTerm
      if (kept && !waited) expect(after.answerDue).toEqual(before.answerDue)
    })
  })

  it('has its date since the act that set it', () => {
    forEveryTurn(({ before, after, event }) => {
      const isSame = after.answerDue && before.answerDue?.equals(after.answerDue)
      expect(after.dueSince).toEqual(isSame ? before.dueSince : after.answerDue && event.at)
    })
  })
})

describe('the end of the term', () => {
  it('moves by an extension, a reopening and, where the city says so, an author’s answer, and by nothing else', () => {
    forEveryTurn(({ before, after, event }, city) => {
      const moving: ActKind[] = ['extend', 'reopen', ...(city.policy.waitingStopsTerm ? (['answer'] as const) : [])]
      if (before.termEnds && !moving.includes(event.act.kind)) expect(after.termEnds).toEqual(before.termEnds)
      expect(after.termEnds !== null).toBe(after.acceptedAt !== null)
    })
  })

  it('never comes nearer', () => {
    forEveryTurn(({ before, after }) => {
      if (before.termEnds && after.termEnds) expect(compare(after.termEnds, before.termEnds)).toBeGreaterThanOrEqual(0)
    })
  })

  it('is after a reopening no farther than it was when the report closed, but for the first working day', () => {
    forEveryTurn(({ before, after, event }, city) => {
      if (event.act.kind !== 'reopen' || !before.termEnds || !after.termEnds) return
      const day = (at: Temporal.Instant) => dayOf(at, city.timeZone)
      const left = day(before.statusSince).until(day(before.termEnds)).days
      const again = day(event.at).add({ days: Math.max(left, 1) })
      expect(workingDayFrom(again, city.calendar).equals(day(after.termEnds))).toBe(true)
    })
  })
})

describe('what organizations do by themselves, in whatever order', () => {
  const organizations = [anOfficer(), aCorrespondent(), anOfficer(lighting)]

  it('moves the end of the term by extending alone, with a reason, and to the 45th day at most', () => {
    const seen = new Set<ActKind>()
    forEveryHistoryOf(organizations, (turns, city) => {
      for (const { before, after, event } of turns.slice(1)) {
        seen.add(event.act.kind)
        if (!before.termEnds || !after.termEnds || before.termEnds.equals(after.termEnds)) continue
        expect(event.act).toMatchObject({ kind: 'extend', note: expect.stringMatching(/\S/) })
        expect(compare(event.at, before.termEnds)).toBeLessThanOrEqual(0)
        expect(compare(after.termEnds, latest(turns, city))).toBeLessThanOrEqual(0)
      }
    })
    expect([...seen].sort()).toEqual(
      ['ask', 'assign', 'decline', 'extend', 'note', 'postpone', 'resolve', 'start'].toSorted(),
    )
  })

  it('makes an answer due later only by what they say within the term', () => {
    forEveryHistoryOf(organizations, (turns) => {
      for (const { before, after, event } of turns.slice(1)) {
        if (!before.termEnds || !before.answerDue || !after.answerDue) continue
        if (compare(event.at, before.termEnds) > 0) expect(after.answerDue).toEqual(before.answerDue)
        else if (!after.answerDue.equals(before.answerDue)) expect(['extend', 'postpone']).toContain(event.act.kind)
      }
    })
  })
})

/** The term that began with acceptance, or the end of the 45th day after it where that is later. */
function latest([accepted]: readonly Turn[], city: City): Temporal.Instant {
  const { acceptedAt, termEnds } = accepted?.after ?? {}
  if (!acceptedAt || !termEnds) throw new Error('Not accepted')
  const last = dayOf(acceptedAt, city.timeZone).add({ days: 46 }).toZonedDateTime(city.timeZone).toInstant()
  return compare(termEnds, last) > 0 ? termEnds : last
}
