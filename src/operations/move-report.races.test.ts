import { afterEach, beforeAll, expect, it } from 'vitest'
import type { Act } from '#src/domain/act.ts'
import { aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import { apply } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import { eventsOf } from '#src/store/events.ts'
import { findById, findByNumber } from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, cityLight } from '#test/a-guide.ts'
import { auditCounts } from '#test/counts.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aSubmitted, done, type Sent } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { correctPerson, erasePerson } from './change-person.ts'
import { moveReport } from './move-report.ts'

const guide = aGuide()
const city = guide.city.id
const many = 50

describeOnBoth('many at one report at once', (open) => {
  let store: Store
  let means: TestMeans

  beforeAll(async () => {
    store = await open({ connections: many })
    means = meansOn(store)
  })

  afterEach(async () => expect(await auditCounts(store, city)).toEqual([]))

  it('have one winner, and the others are told that there is no such move any more', async () => {
    const sent = await aSubmitted(means)
    const before = await reportOf(sent)
    const answers = await together(store, many, (index) => {
      const act = index % 2 ? anAct('reject') : anAct('approve', index % 4 ? waterUtility : cityLight)
      return moveReport(means, guide, { number: sent.number, act, key: aKey() }, aModerator())
    })
    // Another moderator may still approve what one rejected: at most one of each is done.
    const acts = (await historyOf(before, sent)).map(({ act }) => act.kind)
    expect([['approve'], ['reject', 'approve']]).toContainEqual(acts)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(acts.length)
    expect(problemsIn(answers)).toEqual(['no_such_move'])
  })

  it('who all look at the newest have one winner, and the others are told that it changed', async () => {
    const sent = await anAccepted(means)
    const before = await reportOf(sent)
    const seen = (await eventsOf(store.of(city), before.id)).at(-1)?.seq ?? 0
    const answers = await together(store, many, () =>
      moveReport(means, guide, { number: sent.number, act: anAct('postpone'), key: aKey(), seen }, anOfficer()),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(problemsIn(answers)).toEqual(['changed_meanwhile'])
    expect(await historyOf(before, sent)).toHaveLength(1)
  })

  it('who do not look follow one another, each on what the one before made', async () => {
    const sent = await anAccepted(means)
    const before = await reportOf(sent)
    const acts: readonly Act[] = [
      anAct('start'),
      anAct('ask'),
      anAct('postpone'),
      anAct('resolve'),
      anAct('note'),
      anAct('decline'),
    ]
    const answers = await together(store, many, (index) =>
      moveReport(
        means,
        guide,
        { number: sent.number, act: acts[index % acts.length] ?? anAct('note'), key: aKey() },
        anOfficer(),
      ),
    )
    const history = await historyOf(before, sent)
    expect(history).toHaveLength(answers.filter(({ ok }) => ok).length)
    expect(problemsIn(answers)).toEqual(['no_such_move'])
  })

  it('with the same form have it done once, and all are told how the report stands', async () => {
    const sent = await anAccepted(means)
    const before = await reportOf(sent)
    const key = aKey()
    const officer = anOfficer()
    const answers = await together(store, many, () =>
      moveReport(means, guide, { number: sent.number, act: anAct('start'), key }, officer),
    )
    expect(answers.map((answer) => answer.ok && answer.value.status)).toEqual(Array(many).fill('in_progress'))
    expect(await historyOf(before, sent)).toHaveLength(1)
  })

  it('from both sides, author and moderator, leave one of the two outcomes whole', async () => {
    for (let round = 0; round < 5; round++) {
      const sent = await aSubmitted(means)
      const before = await reportOf(sent)
      const answers = await together(store, 2, (index) =>
        index === 0
          ? moveReport(means, guide, { number: sent.number, act: anAct('withdraw'), key: aKey() }, sent.author)
          : moveReport(means, guide, { number: sent.number, act: anAct('reject'), key: aKey() }, aModerator()),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(problemsIn(answers)).toEqual(['no_such_move'])
      expect(await historyOf(before, sent)).toHaveLength(1)
    }
  })

  it('who merge two reports into each other leave one main report, and nobody meets a deadlock', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await anAccepted(means), await anAccepted(means)]
      const ids = [(await reportOf(one)).id, (await reportOf(other)).id] as const
      const answers = await together(store, 10, (index) => {
        const [from, into] = index % 2 ? ([one, ids[1]] as const) : ([other, ids[0]] as const)
        return moveReport(
          means,
          guide,
          { number: from.number, act: { kind: 'merge', into }, key: aKey() },
          aModerator(),
        )
      })
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(problemsIn(answers)).toEqual(['main_merged', 'no_such_move'])
      const statuses = [(await reportOf(one)).status, (await reportOf(other)).status]
      expect(statuses.toSorted()).toEqual(['accepted', 'merged'])
    }
  })

  it('who merge while others work at the main report do not wait for each other forever', async () => {
    const main = await anAccepted(means)
    const into = (await reportOf(main)).id
    const doubles = await Promise.all(Array.from({ length: 10 }, () => anAccepted(means)))
    await together(store, 40, (index) => {
      const double = index % 4 === 0 ? doubles[index / 4] : undefined
      return double
        ? done(means, double.number, { kind: 'merge', into }, aModerator())
        : done(means, main.number, anAct('note'), aModerator())
    })
    const merged = await Promise.all(doubles.map(reportOf))
    expect(merged.map(({ mergedInto }) => mergedInto)).toEqual(doubles.map(() => into))
  })

  it('who merge and separate one report between two others meet no deadlock', async () => {
    const [one, ...others] = [await anAccepted(means), await anAccepted(means), await anAccepted(means)]
    const mains = await Promise.all(others.map(async (other) => (await reportOf(other)).id))
    await together(store, 30, (index) => {
      const into = mains[index % 2]
      const act: Act = index % 3 && into ? { kind: 'merge', into } : anAct('separate', waterUtility)
      return moveReport(means, guide, { number: one.number, act, key: aKey() }, aModerator())
    })
    const { mergedInto } = await reportOf(one)
    for (const other of others) {
      const { id, number } = await reportOf(other)
      const { supporters } = await store.whole
        .selectFrom('report')
        .select('supporters')
        .where('city_id', '=', city)
        .where('number', '=', number)
        .executeTakeFirstOrThrow()
      expect(supporters).toBe(id === mergedInto ? 1 : 0)
    }
  })

  it('who merge in a ring leave at least one report to follow to', async () => {
    const ring = [await anAccepted(means), await anAccepted(means), await anAccepted(means)]
    const ids = await Promise.all(ring.map(async (sent) => (await reportOf(sent)).id))
    await together(store, 30, (index) => {
      const number = ring[index % 3]?.number ?? 0
      const into = ids[(index + 1) % 3]
      return into
        ? moveReport(means, guide, { number, act: { kind: 'merge', into }, key: aKey() }, aModerator())
        : Promise.reject(into)
    })
    for (const sent of ring) {
      let end = await reportOf(sent)
      for (let steps = 0; end.mergedInto && steps < 3; steps++)
        end = (await findById(store.of(city), end.mergedInto)) ?? end
      expect(end.status).toBe('accepted')
    }
  })

  it('while its author changes a name or leaves do not wait for each other forever', async () => {
    const sent = await anAccepted(means)
    const second = await aSubmitted(means, {}, { author: sent.author })
    const names = (index: number) => ({ firstName: `Оксана ${index}`, lastName: 'Приватенко', locale: 'uk' }) as const
    await together(store, many, async (index) => {
      if (index === many - 1) return erasePerson(means, sent.author.id)
      if (index % 2) return correctPerson(means, sent.author.id, names(index))
      await done(means, index % 4 ? sent.number : second.number, anAct('note'), aModerator())
    })
    expect((await reportOf(sent)).reporter).toBeNull()
    expect((await reportOf(second)).reporter).toBeNull()
  })

  async function reportOf({ number }: Sent): Promise<Report> {
    const report = await findByNumber(store.of(city), number)
    if (!report) throw new Error(`No report ${number}`)
    return report
  }

  /** What moved the report since `before`: an unbroken chain, which applied again gives the row as it stands. */
  async function historyOf(before: Report, sent: Sent) {
    const events = await eventsOf(store.of(city), before.id)
    const moves = events
      .flatMap((event) => (event.kind === 'moved' ? [event] : []))
      .slice(before.status === 'submitted' ? 0 : 1)
    let report = before
    for (const move of moves) {
      expect(move.from).toBe(report.status)
      report = apply(report, move, guide)
    }
    expect(await reportOf(sent)).toEqual(report)
    return moves
  }
})

function problemsIn(
  answers: readonly { readonly ok: boolean; readonly problem?: { readonly kind: string } }[],
): string[] {
  return [...new Set(answers.flatMap(({ problem }) => problem?.kind ?? []))].toSorted()
}
