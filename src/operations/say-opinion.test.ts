import { beforeAll, expect, it } from 'vitest'
import { aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import { allAbout } from '#src/store/my-reports.ts'
import { lastClosing } from '#src/store/opinions.ts'
import { findByNumber } from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { ofReport, ofReports } from '#src/store/versions.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, done, type Resident } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { erasePerson } from './change-person.ts'
import { sayOpinion } from './say-opinion.ts'
import { supportReport } from './support-report.ts'

const guide = aGuide()
const city = guide.city.id

describeOnBoth('an opinion', (open) => {
  let store: Store
  let means: TestMeans
  beforeAll(async () => {
    store = await open({ connections: 20 })
    means = meansOn(store)
  })

  it('of a supporter is counted once for each closing, and changed by saying it again', async () => {
    const { number, people } = await aClosed('resolve', 2)
    const [one, other] = people as [Resident, Resident]
    await together(store, 8, (index) => say(number, index % 2 ? one : other, true))
    expect(await counted(number)).toEqual({ yes: 2, no: 0 })
    const before = await version(number)
    await say(number, one, false, '  досі тече ')
    expect(await counted(number)).toEqual({ yes: 1, no: 1 })
    expect(await version(number)).toBeGreaterThan(before)

    await done(means, number, anAct('reopen'), aModerator())
    await done(means, number, anAct('resolve'), anOfficer())
    expect(await counted(number)).toEqual({ yes: 0, no: 0 })
    await say(number, one, true)
    expect(await counted(number)).toEqual({ yes: 1, no: 0 })
  })

  it('leaves the forms drawn from the report as good as they were', async () => {
    const { number, people } = await aClosed('resolve', 1)
    const seen = await ofReport(store.of(city), await idOf(number))
    await say(number, people[0] as Resident, true)
    expect(await ofReport(store.of(city), await idOf(number))).toBe(seen)
  })

  it('is what the author says by confirming and by reopening, the later in place of the earlier', async () => {
    const { number, author } = await aClosed('resolve', 0)
    await done(means, number, anAct('confirm'), author)
    expect(await counted(number)).toEqual({ yes: 1, no: 0 })
    await done(means, number, anAct('reopen'), author)
    expect(await counted(number)).toEqual({ yes: 0, no: 1 })
  })

  it('of the author is an act as long as reopening is open, an opinion after', async () => {
    const { number, author } = await aClosed('decline', 0)
    expect(await say(number, author, false)).toEqual({ ok: false, problem: { kind: 'nothing_to_say' } })
    await muchLater(async () =>
      expect(await say(number, author, false, 'Це не приватне')).toEqual({ ok: true, value: null }),
    )
    expect(await counted(number)).toEqual({ yes: 0, no: 1 })
    expect((await allAbout(store.whole, author.id)).opinions).toMatchObject([
      { said_by: 'author', solved: false, note: 'Це не приватне' },
    ])
  })

  it('is refused to strangers, of what is open, of another closing than the last, and of a reason agreed with', async () => {
    const { number, people } = await aClosed('decline', 1)
    const supporter = people[0] as Resident
    const refused = (kind: string) => ({ ok: false, problem: expect.objectContaining({ kind }) })
    expect(await say(number, await aPerson(store), false)).toEqual(refused('not_asked'))
    expect(await say(number, supporter, true)).toEqual(refused('nothing_to_say'))
    expect(await say(number, supporter, false, 'я'.repeat(3001))).toEqual(refused('opinion_long'))
    expect(await say(number, supporter, false, '', 1)).toEqual(refused('not_this_closing'))
    expect(await say(999_999, supporter, false, '', 1)).toEqual(refused('no_such_report'))
    await done(means, number, anAct('reopen'), aModerator())
    expect(await say(number, supporter, false)).toEqual(refused('not_this_closing'))
    expect(await counted(number)).toEqual({ yes: 0, no: 0 })
  })

  it('is counted on without its words when its person erases the account', async () => {
    const { number, people } = await aClosed('resolve', 1)
    const person = people[0] as Resident
    await say(number, person, false, 'Мій телефон 067 000 00 00')
    await erasePerson(means, person.id)
    expect(await counted(number)).toEqual({ yes: 0, no: 1 })
    const rows = await store.whole
      .selectFrom('opinion')
      .selectAll()
      .where('report_id', '=', await idOf(number))
      .execute()
    expect(rows).toMatchObject([{ person_id: null, note: '' }])
  })

  async function aClosed(how: 'resolve' | 'decline', supporters: number) {
    const { number, author } = await anAccepted(means)
    const people = await Array.fromAsync({ length: supporters }, () => aPerson(store))
    for (const { id } of people) await supportReport(means, city, number, id)
    await done(means, number, anAct(how), anOfficer())
    return { number, author, people }
  }

  async function say(number: number, person: Resident, solved: boolean, note = '', closing?: number) {
    const report = await findByNumber(store.of(city), number)
    const last = report && (await lastClosing(store.of(city), report.id))
    return sayOpinion(means, guide, { number, closing: closing ?? last?.seq ?? 0, solved, note }, person.id)
  }

  async function counted(number: number) {
    const report = await idOf(number)
    const last = await lastClosing(store.of(city), report)
    const rows = await store.whole
      .selectFrom('public_opinion')
      .select('solved')
      .where('city_id', '=', city)
      .where('report_id', '=', report)
      .where('closing_seq', '=', last?.seq ?? 0)
      .execute()
    return { yes: rows.filter(({ solved }) => solved).length, no: rows.filter(({ solved }) => !solved).length }
  }

  async function idOf(number: number) {
    const report = await findByNumber(store.of(city), number)
    if (!report) throw new Error(`No report ${number}`)
    return report.id
  }

  async function version(number: number): Promise<number> {
    return (await ofReports(store.of(city), [number])).get(number) ?? 0
  }

  /** After the time to reopen. */
  async function muchLater(work: () => Promise<void>): Promise<void> {
    const now = means.clock.at
    means.clock.at = now.add({ hours: 24 * 60 })
    await work()
    means.clock.at = now
  }
})
