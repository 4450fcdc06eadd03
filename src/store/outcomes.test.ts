import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import type { Act, ActKind, DeclineReason } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { aDraft, aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import type { MultiPolygon } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, OrganizationId, ReportId } from '#src/domain/id.ts'
import { lifecycle } from '#src/domain/lifecycle.ts'
import { latestExtension } from '#src/domain/term.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { sayOpinion } from '#src/operations/say-opinion.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { aGuide, aSource, oldTown, pothole, roadWorks, southern } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { lyingInAreas } from '#test/lying-in-areas.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, aPerson, type Resident } from '#test/some-reports.ts'
import { type Life, recounted, type Turn } from '#test/what-came.ts'
import { replace } from './areas.ts'
import { lastClosing } from './opinions.ts'
import { areas, aStep, narrowing, type Step, step, ways } from './outcomes.examples.ts'
import { type By, figuresBy, firstMonth, type Narrowed } from './outcomes.ts'
import { getByDraft } from './reports.ts'
import type { Store } from './store.ts'
import { add } from './supports.ts'

const guide = aGuide()
const { id: city, center, timeZone } = guide.city

/** What happened to one report, as far as the product answered. */
type Told = { readonly turns: Turn[]; readonly words: Life['words'][number][]; number: number }

describeOnBoth('the figures of what reports came to', (open, database) => {
  let store: Store
  let means: TestMeans
  let author: Resident
  let supporter: Resident
  const told: Told[] = []

  beforeAll(async () => {
    store = await open()
    means = meansOn(store)
    author = await aPerson(store)
    supporter = await aPerson(store)
  })

  it('are none before the first report', async () => {
    expect(await firstMonth(store.of(city))).toBeNull()
    expect(await figuresBy(store.of(city), 'month', all, { day: today(), waitingStops: false })).toEqual(new Map())
  })

  it('are those that are counted anew, whatever a report went through', async () => {
    for (const way of ways) {
      await take({ ...aStep, what: 'submit' })
      for (const what of way)
        await take({ ...aStep, what, hours: 30, organization: what === 'assign' ? roadWorks : waterUtility })
      await compare(all)
    }
    const seen = new Set(told.flatMap(({ turns }) => turns.map(({ act }) => act.kind)))
    expect([...seen].toSorted()).toEqual(
      ['note', ...new Set(ways.flat())].filter((one) => one !== 'yes' && one !== 'no').toSorted(),
    )
  })

  it('are those that are counted anew from every step of every report, however they are narrowed', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 90, maxLength: 90 }),
        fc.array(narrowing, { minLength: 12, maxLength: 12 }),
        async (steps, narrowings) => {
          for (const one of steps) await take(one)
          for (const narrowed of [all, ...narrowings]) await compare(narrowed)
        },
      ),
      { numRuns: database === 'PGlite' ? 1 : 3, endOnFailure: true },
    )
    const months = [
      ...(await figuresBy(store.of(city), 'month', all, { day: today(), waitingStops: false })).keys(),
    ].toSorted()
    expect((await firstMonth(store.of(city)))?.toString()).toBe(`${months[0]}-01`)
  })

  it('follow the borders of areas, and what is changed by hand', async () => {
    await store.inCity(city, (tx) => {
      const moved = aSource().areas.map((area) =>
        area.id === oldTown ? { ...area, shape: shifted(area.shape) } : area,
      )
      return replace(tx, moved, { source: null, imported: false })
    })
    await compare(all)
    await sql`update report set location = st_translate(location, 0.04, 0.03) where city_id = ${city} and number % 3 = 0`.execute(
      store.whole,
    )
    await compare(all)
    await compare({ ...all, area: southern, categories: [pothole] })
  })

  it('are told again from the events as they were kept', async () => {
    const rows = async () =>
      (await sql<object>`select * from report_outcome where city_id = ${city} order by number`.execute(store.whole))
        .rows
    const kept = await rows()
    await sql`select tell_outcomes(${city})`.execute(store.whole)
    expect(await rows()).toEqual(kept)
    await compare(all)
    // And are kept from then on.
    for (const what of ['submit', 'approve', 'resolve'] as const) await take({ ...aStep, what })
    await compare(all)
  })

  async function compare(narrowed: Narrowed): Promise<void> {
    const lives = await livesOf(told)
    const tx = store.of(city)
    const asOf = { day: today(), waitingStops: told.length % 2 === 0 }
    for (const [by, memberOf] of members) {
      if (typeof by === 'object' && narrowed.area) continue
      const [kept, again] = [
        await figuresBy(tx, by, narrowed, asOf),
        recounted(lives, narrowed, asOf, memberOf, timeZone),
      ]
      expect(sorted(kept)).toEqual(sorted(again))
    }
  }

  async function livesOf(some: readonly Told[]): Promise<readonly Life[]> {
    const lies = Map.groupBy(await lyingInAreas(store, city), (line) => Number(line.split(' ')[0]))
    return some.map(({ number, turns, words }) => ({
      turns,
      words,
      areas: (lies.get(number) ?? []).map((line) => line.split(' ')[1] as AreaId),
    }))
  }

  /** One thing that somebody does to a new report or one of the last ones, allowed or not; then time goes by. */
  async function take({ what, which, lng, lat, category, organization, reason, hours }: Step): Promise<void> {
    means.clock.at = means.clock.at.add({ hours })
    if (what === 'submit') return begin({ lng: center.lng + lng, lat: center.lat + lat }, category)
    const one = told.at(-1 - which)
    const report = one?.turns.at(-1)?.after
    if (!one || !report) return
    if (what === 'yes' || what === 'no') return say(one, what === 'yes')

    const into = told.at(-4 - which)?.turns.at(-1)?.after.id
    const until = today().add({ days: 40 })
    const act = actFor(what, {
      category,
      organization,
      reason,
      into,
      until,
      extended: latestExtension(report, guide.city) ?? until,
    })
    if (!act) return
    const actor = actorFor(what, report.organization ?? waterUtility)
    const moved = await moveReport(means, guide, { number: one.number, act, key: aKey() }, actor)
    if (!moved.ok) return
    one.turns.push({ act, after: moved.value, at: means.clock.at })
    if (what === 'confirm') one.words.push({ who: 'author', solved: true })
    if (what === 'reopen' && report.status === 'resolved') one.words.push({ who: 'author', solved: false })
  }

  async function begin(location: { lng: number; lat: number }, categoryId: CategoryId): Promise<void> {
    const draft = aDraft({ location, categoryId })
    const sent = await submitReport(means, guide, draft, author)
    if (!sent.ok) throw new Error(JSON.stringify(sent.problem))
    const after = await getByDraft(store.of(city), draft.key)
    told.push({
      number: sent.value,
      words: [],
      turns: [{ act: { kind: 'note', note: '' }, after, at: means.clock.at }],
    })
    await store.inCity(city, (tx) => add(tx, after.id, supporter.id, means.clock.at))
  }

  async function say(one: Told, solved: boolean): Promise<void> {
    const report = one.turns.at(-1)?.after
    const closed = report && (await lastClosing(store.of(city), report.id))
    if (!closed) return
    const said = { number: one.number, closing: closed.seq, solved, note: '' }
    const taken = await sayOpinion(means, guide, said, supporter.id)
    if (taken.ok && closed.closing === 'resolve') one.words.push({ who: 'supporter', solved })
  }

  function actorFor(kind: ActKind, organization: OrganizationId): Actor {
    const who: readonly string[] = lifecycle[kind].who
    if (who.includes('reporter')) return author
    return who.includes('moderator') ? aModerator() : anOfficer(organization)
  }

  function today(): Temporal.PlainDate {
    return dayOf(means.clock.at)
  }
})

const all: Narrowed = { from: Temporal.PlainDate.from('2025-01-01'), until: Temporal.PlainDate.from('2035-01-01') }

const members: readonly (readonly [By, Parameters<typeof recounted>[3]])[] = [
  ['month', ({ month }) => [month]],
  ['organization', ({ report }) => [report.organization ?? '']],
  ['category', ({ report }) => [report.categoryId]],
  [{ areas }, ({ areas: lies }) => lies],
]

function sorted(figures: ReadonlyMap<string, unknown>): readonly unknown[] {
  return [...figures].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate()
}

type With = {
  readonly category: CategoryId
  readonly organization: OrganizationId
  readonly reason: DeclineReason
  readonly into: ReportId | undefined
  readonly until: Temporal.PlainDate
  readonly extended: Temporal.PlainDate
}

function actFor(kind: ActKind, { category, organization, reason, into, until, extended }: With): Act | null {
  switch (kind) {
    case 'merge':
      return into ? { kind, into } : null
    case 'approve':
      return { kind, organization, categoryId: category }
    case 'decline':
      return { kind, reason, note: 'Пояснення' }
    case 'extend':
      return { ...anAct('extend'), until: extended }
    case 'postpone':
      return { kind, reason: 'season', note: 'Після морозів', until }
    default: {
      const act = anAct(kind, organization)
      return 'media' in act && typeof act.media !== 'string' ? ({ ...act, media: [] } as Act) : act
    }
  }
}

/** The same a little to the east. */
function shifted({ type, coordinates }: MultiPolygon): MultiPolygon {
  return {
    type,
    coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => [lng + 0.004, lat]))),
  }
}
