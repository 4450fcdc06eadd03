import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import type { ActKind } from '#src/domain/act.ts'
import { aDraft, aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import type { GroupId } from '#src/domain/id.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { aGuide, aSource, pothole, streets, water, waterLeak } from '#test/a-guide.ts'
import { countsOfReports, keptCounts } from '#test/counts.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, done, type Resident } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { type About, inCells } from './report-counts.ts'
import { getByDraft } from './reports.ts'
import type { Store } from './store.ts'
import { ofCity } from './versions.ts'

const guide = aGuide()
const { id: city, center } = guide.city
const hands = 12

describeOnBoth('the counts of public reports', (open) => {
  let store: Store
  let means: TestMeans
  let author: Resident

  beforeAll(async () => {
    store = await open({ connections: hands })
    means = meansOn(store)
    author = await aPerson(store)
  })

  it('follow a report through its life: place, category, status, and out of sight', async () => {
    const sent = await anAccepted(means)
    const { number } = sent
    const at = async (about: About, level: 12 | 20 = 20) => {
      const cells = await inCells(store.of(city), { level, first: 0, end: 4 ** level }, { about })
      return cells.map(({ reports, byStatus }) => [reports, byStatus])
    }
    expect(await at('all')).toEqual([[1, { accepted: 1 }]])
    expect(await at({ group: water }, 12)).toEqual([[1, { accepted: 1 }]])
    expect(await at({ category: pothole })).toEqual([])

    await done(means, number, anAct('resolve'), anOfficer())
    expect(await at({ category: waterLeak })).toEqual([[1, { resolved: 1 }]])
    await done(means, number, anAct('reopen'), sent.author)
    await done(means, number, anAct('withdraw'), sent.author)
    expect(await at('all')).toEqual([])
    expect(await at({ group: water })).toEqual([])
  })

  it('tell where the middle is, and which report it is when there is one', async () => {
    const place = { lng: 28.6001234, lat: 50.2001234 }
    const { number } = await anAccepted(means, { location: place })
    const cells = () => inCells(store.of(city), { level: 20, first: 0, end: 4 ** 20 }, { about: 'all' })
    const [one] = await cells()
    expect(one).toMatchObject({ reports: 1, number })
    expect(one?.lng).toBeCloseTo(place.lng, 6)
    expect(one?.lat).toBeCloseTo(place.lat, 6)
    await anAccepted(means, { location: { ...place, lng: place.lng + 0.00002 } })
    expect((await cells())[0]?.lng).toBeCloseTo(place.lng + 0.00001, 6)
  })

  it('leave out what has no place, until a moderator gives it one', async () => {
    const before = await keptCounts(store, city)
    const draft = aDraft({ location: null })
    const sent = await submitReport(means, guide, draft, author)
    const { number } = sent.ok ? await getByDraft(store.of(city), draft.key) : { number: 0 }
    expect(await keptCounts(store, city)).toEqual(before)
    await done(means, number, { ...anAct('approve'), categoryId: pothole, location: center }, aModerator())
    expect(await keptCounts(store, city)).toEqual(await countsOfReports(store, city))
    expect(await keptCounts(store, city)).not.toEqual(before)
  })

  it('move with a category that goes to another group, and everyone looks anew', async () => {
    const before = await ofCity(store.of(city))
    const source = aSource()
    const then = source.guide
    const leak = then.categories.get(waterLeak)
    if (!leak) throw new Error('no such category')
    const moved = { ...then, categories: new Map([...then.categories, [waterLeak, { ...leak, group: streets }]]) }
    await loadCity(means, { ...source, guide: moved })
    expect(await keptCounts(store, city)).toEqual(await countsOfReports(store, city))
    const whole = { level: 12, first: 0, end: 4 ** 12 } as const
    expect(await inCells(store.of(city), whole, { about: { group: water as GroupId } })).toEqual([])
    expect(await ofCity(store.of(city))).toBeGreaterThan(before)

    await loadCity(means, source)
    const again = await ofCity(store.of(city))
    await loadCity(means, source)
    expect(await ofCity(store.of(city))).toBe(again)
    expect(await keptCounts(store, city)).toEqual(await countsOfReports(store, city))
  })

  it('are exact at every level and under every filter, whatever happens at once', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 60 }), async (steps) => {
        const perHand = Math.ceil(steps.length / hands)
        await together(store, hands, async (hand) => {
          for (const one of steps.slice(hand * perHand, (hand + 1) * perHand)) await take(one)
        })
        expect(await keptCounts(store, city)).toEqual(await countsOfReports(store, city))
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  it('follow what is changed by hand, many reports in one statement', async () => {
    await sql`update report set location = st_translate(location, 0.003, 0.001), category_id = ${pothole}
      where city_id = ${city} and number % 2 = 0`.execute(store.whole)
    expect(await keptCounts(store, city)).toEqual(await countsOfReports(store, city))
    await sql`update report set address = 'десь' where city_id = ${city}`.execute(store.whole)
    expect(await keptCounts(store, city)).toEqual(await countsOfReports(store, city))
  })

  /** One thing that somebody does: a report sent, or an act on one of the last ones, allowed or not. */
  async function take({ act, which, lng, lat, category }: Step): Promise<void> {
    if (act === 'submit') {
      const location = { lng: center.lng + lng, lat: center.lat + lat }
      await submitReport(means, guide, aDraft({ location, categoryId: category }), author)
      return
    }
    const { number: last } = await store.whole
      .selectFrom('city')
      .select('last_number as number')
      .where('id', '=', city)
      .executeTakeFirstOrThrow()
    const number = Math.max(1, last - which)
    const at = { lng: center.lng + lng, lat: center.lat + lat }
    const how = act === 'approve' ? { ...anAct(act), categoryId: category, location: at } : anAct(act)
    await moveReport(means, guide, { number, act: how, key: aKey() }, actorFor[act] ?? author)
  }
})

const acts = ['approve', 'resolve', 'reopen', 'withdraw', 'decline', 'postpone'] as const satisfies readonly ActKind[]
const actorFor: Partial<Record<ActKind, ReturnType<typeof aModerator>>> = {
  approve: aModerator(),
  resolve: anOfficer(),
  decline: anOfficer(),
  postpone: anOfficer(),
}
const degrees = fc.integer({ min: -90_000, max: 90_000 }).map((millionths) => millionths / 1e6)
const step = fc.record({
  act: fc.constantFrom('submit', 'submit', 'approve', 'approve', ...acts),
  which: fc.integer({ min: 0, max: 20 }),
  // Half of all at the same few places.
  lng: fc.oneof(degrees, fc.constantFrom(0, 0.0001)),
  lat: fc.oneof(degrees, fc.constantFrom(0, 0.0001)),
  category: fc.constantFrom(waterLeak, pothole),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
