import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import type { AreaId, CategoryId, OrganizationId } from '#src/domain/id.ts'
import { statuses } from '#src/domain/report.ts'
import { aGuide, cityLight, northern, oldTown, pothole, roadWorks, southern, waterLeak } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { aPerson, type Resident } from '#test/some-reports.ts'
import { figuresByArea, figuresSince } from './city-figures.ts'
import { counts, type Folder, folder, near, type Order } from './desk.ts'
import type { Filter } from './narrowed.ts'
import { figuresBy } from './outcomes.ts'
import { find, list, mapped } from './public-reports.ts'
import { publishedReports } from './published-reports.ts'
import { claim } from './pushes.ts'
import { owedBy, owing, untold } from './reminders.ts'
import type { OpenTx, Store } from './store.ts'

const { id: city, center } = aGuide().city
const now = Temporal.Instant.from('2026-11-24T12:00:00Z')
const overdue = { at: now, waitingStops: false }
const asOf = { day: Temporal.PlainDate.from('2026-11-24'), waitingStops: false }
const ago = (days: number) => now.subtract({ hours: 24 * days })

describeOnBoth('a table that has grown', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ alone: true })
    await fill(store, await aPerson(store))
  }, 120_000)

  it.each<[string, Filter]>([
    ['all', {}],
    ['a deep page', { before: 500 }],
    ['a status', { statuses: ['resolved'] }],
    ['a status that few have', { statuses: ['postponed'] }],
    ['a deep page of a status', { statuses: ['postponed'], before: 500 }],
    ['statuses', { statuses: ['accepted', 'resolved'] }],
    ['a deep page of open statuses', { statuses: ['accepted', 'in_progress'], before: 500 }],
    ['a category', { categories: [pothole] }],
    ['a category without any', { categories: ['paid-parking' as CategoryId] }],
    ['a group', { categories: [pothole, waterLeak] }],
    ['an organization', { organization: roadWorks }],
    ['an organization without any', { organization: cityLight }],
    ['a word', { words: 'люк' }],
    ['words', { words: 'люк вулиця' }],
    ['a word that nobody wrote', { words: 'бегемот' }],
    ['two letters', { words: 'юк' }],
    ['one letter that begins nothing', { words: 'ъ' }],
    ['a month', { from: ago(60), until: ago(30) }],
    ['a month long ago', { from: ago(900), until: ago(870) }],
    ['all before a day', { until: ago(900) }],
    ['all since a day to come', { from: ago(-1) }],
    ['a status of an organization', { statuses: ['postponed'], organization: roadWorks }],
    ['a category in a month', { categories: [pothole], from: ago(400), until: ago(370) }],
    ['a district', { area: southern }],
    ['a deep page of a district', { area: southern, before: 500 }],
    ['an area without any', { area: 'gone' as AreaId }],
    ['what was answered late', { trait: 'late' }],
    ['a deep page of what was answered late', { trait: 'late', before: 5000 }],
    ['what was found solved', { trait: 'found_solved' }],
    ['a reason in a month', { trait: 'no_funding', from: ago(400), until: ago(370) }],
    ['a reason in a district', { trait: 'no_funding', area: northern }],
    ['a category in a district in a month', { categories: [pothole], area: northern, from: ago(400), until: ago(370) }],
  ])('is not read through for a list of %s', async (_, filter) => {
    expect(await readThrough(store, (tx) => list(tx, filter, 31))).toBe(0)
    expect(await readThrough(store, (tx) => mapped(tx, filter, 500))).toBe(0)
    expect(await readThrough(store, (tx) => publishedReports(tx, filter, 500))).toBe(0)
  })

  // What a map shows of a few streets is, among so few reports, as cheap to find by reading all of them.
  it.each<[string, Filter]>([
    ['a few streets', { area: oldTown }],
    ['a deep page of a status in a few streets', { statuses: ['resolved'], area: oldTown, before: 500 }],
    ['what is overdue', { overdue: asOf }],
    ['what is overdue in an organization', { overdue: asOf, organization: roadWorks }],
    ['a word in a few streets', { words: 'люк', area: oldTown }],
  ])('is not read through for a page of %s', async (_, filter) => {
    expect(await readThrough(store, (tx) => list(tx, filter, 31))).toBe(0)
  })

  it.each<[string, Parameters<typeof figuresBy>[1]]>([
    ['month', 'month'],
    ['organization', 'organization'],
    ['category', 'category'],
    ['area', { areas: [northern, southern] }],
  ])('is not read through for the figures of each %s', async (_, by) => {
    const period = { from: Temporal.PlainDate.from('2026-01-01'), until: Temporal.PlainDate.from('2026-12-01') }
    expect(await readThrough(store, (tx) => figuresBy(tx, by, period, asOf))).toBe(0)
    expect(await readThrough(store, (tx) => figuresBy(tx, by, { ...period, organization: roadWorks }, asOf))).toBe(0)
  })

  it('is not read through for one report, nor for the figures of a month', async () => {
    expect(await readThrough(store, (tx) => find(tx, 777))).toBe(0)
    expect(await readThrough(store, (tx) => figuresSince(tx, ago(30)))).toBe(0)
    expect(await readThrough(store, (tx) => figuresByArea(tx, [northern, southern], ago(30)))).toBe(0)
  })

  it.each<[string, Folder, Order]>([
    ['what waits for a moderator', { statuses: ['submitted'] }, 'oldest'],
    ['what is open', { statuses: ['accepted', 'in_progress', 'awaiting_answer', 'postponed'] }, 'due'],
    ['what is overdue', { statuses: ['accepted', 'in_progress', 'awaiting_answer', 'postponed'], overdue }, 'due'],
    ['what was added to', { statuses, additions: true }, 'added'],
    ['what is closed', { statuses: ['rejected', 'resolved', 'not_resolved', 'merged'] }, 'newest'],
    ['an inbox', { statuses: ['accepted'], organization: roadWorks }, 'due'],
    [
      'what an organization has closed',
      { statuses: ['rejected', 'resolved', 'not_resolved', 'merged'], organization: roadWorks },
      'newest',
    ],
  ])('is not read through at the desk for %s', async (_, asked, order) => {
    expect(await readThrough(store, (tx) => folder(tx, asked, order, 0, 31))).toBe(0)
    expect(await readThrough(store, (tx) => folder(tx, asked, order, 300, 31))).toBe(0)
  })

  it.each<[string, OrganizationId | null]>([
    ['the city', null],
    ['an organization', roadWorks],
  ])('is not read through to count what waits in %s', async (_, organization) => {
    expect(await readThrough(store, (tx) => counts(tx, organization, overdue))).toBe(0)
  })

  it('is not read through to find whom to remind of a term, nor for an organization’s week', async () => {
    const reached = { point: 3, after: now, until: ago(-3) }
    const asked = { until: ago(-7), now, waitingStops: false, most: 50 }
    expect(await readThrough(store, (tx) => untold(tx, reached, false, 200))).toBe(0)
    expect(await readThrough(store, (tx) => untold(tx, { ...reached, after: null, until: now }, true, 200))).toBe(0)
    expect(await readThrough(store, (tx) => owing(tx, ago(-7), false))).toBe(0)
    expect(await readThrough(store, (tx) => owedBy(tx, roadWorks, asked))).toBe(0)
  })

  it('is not read through to take the next messages to devices, of the many that were shown', async () => {
    await waitingPushes(store, await aPerson(store))
    const next = { now, until: ago(-1), isQuiet: false, most: 50 }
    const taken: unknown[] = []
    expect(
      await readThrough(store, async (tx) => {
        taken.push(...(await claim(tx, next)))
      }),
    ).toBe(0)
    expect(taken).toHaveLength(50)
  })

  it('is not read through for what is near', async () => {
    const asked = { except: crypto.randomUUID() as never, metres: 300, since: ago(90), most: 6, withUnpublished: true }
    expect(await readThrough(store, (tx) => near(tx, center, asked))).toBe(0)
  })
})

/** How often the table of reports, of which lies where, of what they came to, or of messages was read from end to end, by the database's own count. */
async function readThrough(store: Store, work: (tx: OpenTx) => Promise<unknown>): Promise<number> {
  return store.inCity(city, async (tx) => {
    const before = await scans(tx)
    await work(tx)
    return (await scans(tx)) - before
  })
}

/** Of the transaction, and of those before it that the database has not added up yet. */
async function scans({ db }: OpenTx): Promise<number> {
  const { rows } = await sql<{ scans: number }>`
    select sum(seq_scan)::int as scans from pg_stat_xact_user_tables
    where relname in ('report', 'media', 'report_area', 'report_outcome', 'outcome_count', 'push')`.execute(db)
  return rows[0]?.scans ?? 0
}

/** Three years of reports, of which one in twenty is open. Rows alone: what they were through is not asked. */
async function fill({ whole }: Store, { id }: Resident): Promise<void> {
  await sql`
    insert into report (city_id, id, number, draft_key, category_id, location, address, description, answers, reporter_id,
      name_shown, locale, organization_id, status, status_since, accepted_at, answer_due, confirmed, submitted_at, last_seq)
    select ${city}, gen_random_uuid(), n, gen_random_uuid(), case when n % 7 = 0 then ${waterLeak} else ${pothole} end,
      st_setsrid(st_makepoint(${center.lng}::float + (n % 401 - 200) * 0.0003, ${center.lat}::float + (n % 397 - 198) * 0.0002), 4326),
      'вулиця ' || md5(n::text), 'Біля будинку ' || n || case when n % 11 = 0 then ' відкритий люк' else ' яма ' end || md5((n * 3)::text),
      '{}', ${id}, 'hidden', 'uk', case when status <> 'submitted' then ${roadWorks} end, status, at + interval '1 day',
      at + interval '1 day', case when status in ('accepted', 'in_progress', 'awaiting_answer', 'postponed') then at + interval '30 days' end,
      false, at, n
    from generate_series(1, 10000) as n,
      lateral (select ${new Date(now.epochMilliseconds)}::timestamptz - (10000 - n) * interval '157 minutes' as at,
        case when n % 20 = 0 then (array['submitted', 'accepted', 'in_progress', 'awaiting_answer', 'postponed'])[1 + n / 20 % 5]
          when n % 9 = 0 then 'not_resolved' when n % 31 = 0 then 'rejected' else 'resolved' end as status) as stood`.execute(
    whole,
  )
  await sql`
    with added as (insert into report_event (city_id, seq, report_id, kind, act, body, from_status, to_status, by_kind, at)
      select city_id, 1000000 + number, id, 'moved', 'add', '{"kind":"add"}', status, status, 'resident', submitted_at
      from report where city_id = ${city} and number % 20 = 4 returning city_id, seq, report_id)
    insert into addition (city_id, seq, report_id, added_by, state, decided_seq)
    select city_id, seq, report_id, 'resident', case when seq % 100 = 4 then 'waiting' else 'shown' end,
      case when seq % 100 <> 4 then seq end from added`.execute(whole)
  await sql`
    insert into media (city_id, id, key, draft_key, report_id, event_seq, kind, type, width, height, hidden, unseen, created_at)
    select ${city}, gen_random_uuid(), id::text, gen_random_uuid(), id, number, 'photo', 'image/webp', 4, 3, number % 500 = 0,
      number % 500 = 0, submitted_at from report where city_id = ${city}`.execute(whole)
  // What vacuuming does in time: words of new rows wait in a list that every search reads.
  await sql`select gin_clean_pending_list('report_words')`.execute(whole)
  await sql`select tell_outcomes(${city})`.execute(whole)
  await sql`update report_outcome set late = number % 400 = 1, verdict = (number % 500 = 1)::int,
    reason = case when outcome = 'not_resolved' then case when number % 14 = 0 then 'no_funding' else 'not_ours' end else '' end where city_id = ${city}`.execute(
    whole,
  )
  await sql`analyze report, media, report_area, report_outcome, outcome_count`.execute(whole)
}

/** A message of each report to one device, of which one in a hundred has not been shown yet. */
async function waitingPushes({ whole }: Store, { id }: Resident): Promise<void> {
  const at = new Date(now.epochMilliseconds)
  await sql`
    with signed_in as (insert into session (id, person_id, token, expires_at)
      values (gen_random_uuid(), ${id}, gen_random_uuid()::text, ${at}::timestamptz + interval '1 day') returning id
    ), told as (insert into device (person_id, session_id, way, address, name, since)
      select ${id}, id, 'fcm', id::text, 'Android', ${at} from signed_in returning id)
    insert into push (city_id, device_id, report_id, about, kind, made_at, due_at, done_at)
    select r.city_id, told.id, r.id, 'term', 'due', ${at}, ${at}, case when number % 100 <> 0 then ${at}::timestamptz end
    from report r, told where r.city_id = ${city}`.execute(whole)
  await sql`analyze push`.execute(whole)
}
