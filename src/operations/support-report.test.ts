import { beforeAll, expect, it } from 'vitest'
import { aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import type { PersonId, StopKey } from '#src/domain/id.ts'
import { announceEvent } from '#src/jobs/announce-event.ts'
import { findByNumber } from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import * as supports from '#src/store/supports.ts'
import * as versions from '#src/store/versions.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted, done } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { erasePerson } from './change-person.ts'
import { moveReport } from './move-report.ts'
import { stopSupport, stopSupportByKey, supportReport } from './support-report.ts'

const guide = aGuide()
const city = guide.city.id

describeOnBoth('supporting a report', (open) => {
  let store: Store
  let means: TestMeans
  beforeAll(async () => {
    store = await open({ connections: 20 })
    means = meansOn(store)
  })

  it('counts a person once, however often and however many at once say it', async () => {
    const { number } = await anAccepted(means)
    const [one, other] = [await aPerson(store), await aPerson(store)]
    await together(store, 12, (index) => supportReport(means, city, number, (index % 2 ? one : other).id))
    expect(await countOf(number)).toBe(2)
    expect(await supportsRows(number)).toHaveLength(2)
    await together(store, 6, () => stopSupport(means, city, number, one.id))
    expect(await countOf(number)).toBe(1)
  })

  it('makes the public page newer, and leaves the forms drawn from the report as good as they were', async () => {
    const { number } = await anAccepted(means)
    const before = await versionOf(number)
    const seen = await versions.ofReport(store.of(city), await idOf(number))
    await supportReport(means, city, number, (await aPerson(store)).id)
    expect(await versionOf(number)).toBeGreaterThan(before)
    const act = anAct('start')
    const moved = await moveReport(means, guide, { number, act, key: aKey(), seen }, anOfficer())
    expect(moved.ok).toBe(true)
  })

  it('is refused to the author, where nothing is public, and where it is closed', async () => {
    const { number, author } = await anAccepted(means)
    const person = (await aPerson(store)).id
    expect(await supportReport(means, city, number, author.id)).toEqual({ ok: false, problem: 'own_report' })
    const waiting = await aSubmitted(means)
    expect(await supportReport(means, city, waiting.number, person)).toEqual({ ok: false, problem: 'no_such_report' })
    await done(means, number, anAct('resolve'), anOfficer())
    expect(await supportReport(means, city, number, person)).toEqual({ ok: false, problem: 'not_open' })
    expect(await supportReport(means, city, 999_999, person)).toEqual({ ok: false, problem: 'no_such_report' })
  })

  it('goes over to the main report with the author when reports are merged, and back when they are separated', async () => {
    const [main, twin] = [await anAccepted(means), await anAccepted(means)]
    const [own, carried, both] = [await aPerson(store), await aPerson(store), await aPerson(store)]
    for (const person of [own, both]) await supportReport(means, city, main.number, person.id)
    for (const person of [carried, both]) await supportReport(means, city, twin.number, person.id)

    await done(means, twin.number, { kind: 'merge', into: await idOf(main.number) }, aModerator())
    expect(await supportsRows(main.number)).toEqual([own.id, both.id, carried.id, twin.author.id].sort())
    expect(await countOf(main.number)).toBe(4)

    await done(means, twin.number, anAct('separate', waterUtility), aModerator())
    expect(await supportsRows(main.number)).toEqual([own.id, both.id].sort())
    expect(await countOf(main.number)).toBe(2)
    expect(await countOf(twin.number)).toBe(2)
  })

  it('does not make the main report’s author a supporter of their own report', async () => {
    const main = await anAccepted(means)
    const twin = await aSubmitted(means, {}, { author: main.author })
    await done(means, twin.number, { kind: 'merge', into: await idOf(main.number) }, aModerator())
    expect(await countOf(main.number)).toBe(0)
  })

  it('ends when the account is erased', async () => {
    const { number } = await anAccepted(means)
    const person = await aPerson(store)
    await supportReport(means, city, number, person.id)
    const before = await versionOf(number)
    await erasePerson(means, person.id)
    expect(await countOf(number)).toBe(0)
    expect(await versionOf(number)).toBeGreaterThan(before)
  })

  it('that is said while the account is erased is not counted any more', async () => {
    for (let round = 0; round < 10; round++) {
      const { number } = await anAccepted(means)
      const person = await aPerson(store)
      const said = supportReport(means, city, number, person.id)
      await Promise.allSettled(
        round % 2 ? [erasePerson(means, person.id), said] : [said, erasePerson(means, person.id)],
      )
      const report = await findByNumber(store.of(city), number)
      expect(report && (await supports.countOf(store.of(city), report.id))).toBe(0)
      expect(await supports.isSupporter(store.whole, person.id)).toBe(false)
    }
  })

  it('ends by the key of a letter, once', async () => {
    const { number } = await anAccepted(means)
    const person = await aPerson(store)
    await supportReport(means, city, number, person.id)
    const key = (await supports.findStopKey(store.of(city), await idOf(number), person.id)) as StopKey
    expect(await stopSupportByKey(means, city, key)).toBe(number)
    expect(await stopSupportByKey(means, city, key)).toBeNull()
    expect(await countOf(number)).toBe(0)
  })

  it('brings one notice of the end to each supporter, in one go and however often it is announced', async () => {
    const { number, author } = await anAccepted(means)
    const people = [await aPerson(store), await aPerson(store), await aPerson(store)]
    for (const person of people) await supportReport(means, city, number, person.id)
    await done(means, number, anAct('resolve'), anOfficer())
    const seq = await versions.ofReport(store.of(city), await idOf(number))
    await announceEvent(means, { city, seq })
    await announceEvent(means, { city, seq })
    const told = await store.whole
      .selectFrom('notice')
      .select('person_id')
      .where('city_id', '=', city)
      .where('event_seq', '=', seq)
      .execute()
    expect(told.map(({ person_id }) => person_id).sort()).toEqual([author.id, ...people.map(({ id }) => id)].sort())
  })

  const idOf = async (number: number) => {
    const report = await findByNumber(store.of(city), number)
    if (!report) throw new Error(`No report ${number}`)
    return report.id
  }
  const countOf = async (number: number) => supports.countOf(store.of(city), await idOf(number))
  const versionOf = async (number: number) => (await versions.ofReports(store.of(city), [number])).get(number) ?? 0
  const supportsRows = async (number: number): Promise<readonly PersonId[]> => {
    const rows = await store.whole
      .selectFrom('support')
      .select('person_id')
      .where('city_id', '=', city)
      .where('report_id', '=', await idOf(number))
      .execute()
    return rows.map(({ person_id }) => person_id).sort()
  }
})
