import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import { aModerator, anAct, day } from '#src/domain/examples.ts'
import type { TopicKind } from '#src/domain/following.ts'
import { news } from '#src/domain/news.ts'
import { aGuide, pothole } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn } from '#test/means.ts'
import { aSubmitted, done } from '#test/some-reports.ts'
import { deliver, fromTheFirst, gather } from './deliveries.ts'
import type { OpenTx, Store } from './store.ts'
import { ofCity } from './versions.ts'

const { id: city, center } = aGuide().city
const many = 3000

describeOnBoth('thousands of followers', (open) => {
  let store: Store
  let seq: number
  beforeAll(async () => {
    store = await open()
    const here = meansOn(store)
    const [followed, other] = [await aSubmitted(here), await aSubmitted(here, { location: center })]
    await done(here, followed.number, anAct('approve'), aModerator())
    await fill(store, followed.number)
    await done(here, other.number, anAct('approve'), aModerator())
    seq = await ofCity(store.of(city))
  }, 60_000)

  it.each(news.approve.followers)(
    'of other things are not read through for one who follows by %s',
    async (topic: TopicKind) => {
      expect(
        await readThrough(store, (tx) =>
          deliver(tx, { seq, topics: [topic], happened: day(0), at: day(0), after: fromTheFirst, most: 1000 }),
        ),
      ).toBe(0)
    },
  )

  it('are told some at a time, in order, each once', async () => {
    const told = await store.whole
      .selectFrom('report_event')
      .select('seq')
      .where('seq', '<', seq)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    const step = { seq: told.seq, topics: news.approve.followers, happened: day(0), at: day(0), most: 1250 }
    const asked: number[] = []
    for (let after: string | null = fromTheFirst; after; ) {
      const from: string = after
      after = await store.inCity(city, (tx) => deliver(tx, { ...step, after: from }))
      asked.push((await waiting(store)).deliveries)
    }
    expect(asked).toEqual([1250, 2500, many, many])
    await store.inCity(city, (tx) => deliver(tx, { ...step, after: fromTheFirst }))
    expect((await waiting(store)).deliveries).toBe(many)
  })

  it('get one letter each, however many processes make them at once', async () => {
    const due = { now: day(0), writtenBefore: day(0), digest: day(0), most: 500 }
    const lookedAt: number[] = []
    const some = () =>
      store.inCity(city, async (tx) => {
        const made = await gather(tx, due)
        lookedAt.push(await lettersLookedAt(tx))
        return made
      })
    const made: string[] = []
    for (let more = true; more; ) {
      const ids = (await Promise.all([some(), some()])).flat()
      made.push(...ids)
      more = ids.length > 0
    }
    expect([made.length, new Set(made).size, (await waiting(store)).deliveries]).toEqual([many, many, 0])
    // A few for each follower, also where the database does not know yet how many letters there are.
    expect(Math.max(...lookedAt)).toBeLessThan(5 * many)
  })
})

async function waiting({ whole }: Store): Promise<{ deliveries: number }> {
  const { rows } = await sql<{ deliveries: number }>`
    select count(*)::int as deliveries from delivery where letter_id is null`.execute(whole)
  return rows[0] ?? { deliveries: 0 }
}

/** Letters that the transaction read, by the database's own count. */
async function lettersLookedAt({ db }: OpenTx): Promise<number> {
  const { rows } = await sql<{
    read: number
  }>`select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_xact_user_tables where relname = 'letter'`.execute(db)
  return rows[0]?.read ?? 0
}

/** All follow one report, and half something else that the other report is not. */
async function fill({ whole }: Store, number: number): Promise<void> {
  await sql`insert into follower (city_id, email, locale)
    select ${city}, 'follower' || n || '@people.example', 'uk' from generate_series(1, ${many}::int) n`.execute(whole)
  await sql`insert into subscription (city_id, follower_id, report_id, frequency, since)
    select f.city_id, f.id, r.id, 'at_once', timestamptz '2025-01-01' from follower f
    join report r on r.city_id = f.city_id and r.number = ${number}`.execute(whole)
  await sql`insert into subscription (city_id, follower_id, category_id, frequency, since)
    select city_id, id, ${pothole}, 'daily', timestamptz '2025-01-01' from follower where substr(id::text, 1, 1) < '8'`.execute(
    whole,
  )
  await sql`insert into subscription (city_id, follower_id, group_id, frequency, since)
    select city_id, id, 'streets', 'daily', timestamptz '2025-01-01' from follower where substr(id::text, 1, 1) < '8'`.execute(
    whole,
  )
  await sql`insert into subscription (city_id, follower_id, location, metres, frequency, since)
    select city_id, id, st_setsrid(st_makepoint(28.8, 50.4), 4326), 200, 'daily', timestamptz '2025-01-01' from follower
    where substr(id::text, 1, 1) < '8'`.execute(whole)
  await sql`analyze subscription, follower`.execute(whole)
}

/** How often subscriptions were read from end to end, by the database's own count. */
async function readThrough(store: Store, work: (tx: OpenTx) => Promise<unknown>): Promise<number> {
  const scans = async ({ db }: OpenTx) => {
    const { rows } = await sql<{ scans: number }>`select sum(seq_scan)::int as scans from pg_stat_xact_user_tables
      where relname = 'subscription'`.execute(db)
    return rows[0]?.scans ?? 0
  }
  return store.inCity(city, async (tx) => {
    const before = await scans(tx)
    await work(tx)
    return (await scans(tx)) - before
  })
}
