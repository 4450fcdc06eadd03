import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { vapidKey } from '#src/outside/push/vapid-keys.ts'
import type { Store } from '#src/store/store.ts'
import { pushService } from '../push-service.ts'
import type { RunningHouse } from '../running-house.ts'
import { serverUrl } from '../server.ts'
import { aHouseWithMail } from './a-house.ts'
import type { Caller } from './caller.ts'
import { isLong } from './chance.ts'
import { signedIn } from './crowd.ts'
import { startWorker, storeOf } from './drained.ts'

const many = 10_000
/** Nobody sends more than thirty a day. */
const residents = 6
const each = 12

// Minutes: `npm run faults` has it; who is told what, and once, is in src/jobs/push.
describe.skipIf(!serverUrl || !isLong)(`${many} browsers that are told of one step`, () => {
  it.each(['inside', 'separate'] as const)(
    'are told once each, while reports are taken as fast as before: jobs are done %s',
    { timeout: 900_000 },
    async (work) => {
      await using service = await pushService()
      const key = vapidKey(randomBytes(32).toString('base64'))
      const settings = { PUSH_KEYS: key.privateKey, PUSH_SERVICES: service.origin }
      await using opened = await aHouseWithMail('PostgreSQL', work, settings)
      const { house, post, source } = opened
      await using _ = await workerOf(house, work)
      const { id: city, center } = source.guide.city
      const tally = { tries: 0, retries: 0, faults: [] }
      const comes = (email: string, from: string) =>
        signedIn({ origin: house.origin, source, post }, tally, email, from)
      const moderator = source.staff.find(({ role }) => role === 'moderator')?.email ?? ''
      const organization = source.staff.find(({ role }) => role === 'officer')?.organization ?? ''
      const moderates = await comes(moderator, '10.0.0.1')
      const people = await Promise.all(
        Array.from({ length: residents }, (_, n) => comes(`author${n}@people.example`, `10.0.1.${n + 1}`)),
      )
      let made = 0
      const sends = async (by: Caller) => {
        // None so near to another that the form would ask whether it is the same.
        const [east, north] = [Math.floor(made / 9) * 0.0025, (made % 9) * 0.0015]
        made += 1
        const fields = {
          ...{ key: crypto.randomUUID(), category: 'water-leak', 'answer.water-leak.source': 'ground' },
          ...{ lng: (center.lng + east).toFixed(5), lat: (center.lat + north).toFixed(5), name_shown: 'hidden' },
          description: 'Тече вода з-під асфальту',
        }
        const sent = await by.send(`/${city}/reports/new`, Object.entries(fields))
        const number = Number(/reports\/(\d+)/.exec(sent.kind === 'saved' ? sent.location : '')?.[1])
        if (!number) throw new Error(`No report was made: ${sent.kind === 'refused' ? sent.status : ''}`)
        return number
      }
      const submits = (who: readonly Caller[]) =>
        timesOf(who.flatMap((by) => Array.from({ length: each }, () => () => sends(by))))

      const number = await sends(people[0] as Caller)
      await using store = await storeOf(house)
      const browsers = Array.from({ length: many }, () => service.browser(key.publicKey))
      await follow(store, city, number, browsers)

      const idle = await submits(people.slice(0, residents / 2))
      const approve = { key: crypto.randomUUID(), organization }
      await moderates.send(`/${city}/desk/${number}/approve`, Object.entries(approve))
      await vi.waitFor(() => expect(service.received.length).toBeGreaterThan(0), { timeout: 120_000, interval: 50 })
      const [before, began] = [service.received.length, performance.now()]
      const busy = await submits(people.slice(residents / 2))
      const meanwhile = service.received.length - before
      await vi.waitFor(() => expect(service.received.length).toBeGreaterThanOrEqual(many), {
        timeout: 600_000,
        interval: 500,
      })
      const seconds = (performance.now() - began) / 1000
      const ratio = at(busy, 0.95) / at(idle, 0.95)
      console.log(
        `${work}: a report was taken in ${inWords(idle)} before, ${inWords(busy)} while ${meanwhile} messages went out; ` +
          `ratio of p95 ${ratio.toFixed(2)}; all told within ${seconds.toFixed(0)} s.`,
      )
      expect(new Set(service.received.map(({ path }) => path)).size).toBe(many)
      expect([service.received.length, service.refused]).toEqual([many, []])
      expect(meanwhile).toBeGreaterThan(0)
      expect(ratio).toBeLessThan(2)
    },
  )
})

/** Ends with the test, whatever becomes of it. */
async function workerOf(house: RunningHouse, work: 'inside' | 'separate'): Promise<AsyncDisposable> {
  const worker = work === 'separate' ? await startWorker(house) : null
  return { [Symbol.asyncDispose]: async () => worker?.stop() }
}

/** Each a person who is signed in by a browser and hears at once, at night too. */
async function follow(
  { whole }: Store,
  city: string,
  number: number,
  browsers: readonly ReturnType<Awaited<ReturnType<typeof pushService>>['browser']>[],
): Promise<void> {
  await sql`with given as materialized (
      select gen_random_uuid() as id, n, b ->> 'address' as address, b ->> 'p256dh' as p256dh, b ->> 'auth' as auth,
        b ->> 'trusts' as trusts from jsonb_array_elements(${JSON.stringify(browsers)}::jsonb) with ordinality as t(b, n)
    ), people as (
      insert into person (id, email) select id, 'device' || n || '@people.example' from given
    ), sessions as (
      insert into session (id, person_id, token, expires_at) select id, id, id::text, now() + interval '1 day' from given
    ), devices as (
      insert into device (person_id, session_id, way, address, p256dh, auth, trusts, name, since)
      select id, id, 'web', address, p256dh, auth, trusts, '', now() from given
    ), choices as (
      insert into push_choice (person_id, kinds, quiet) select id, array['followed'], false from given
    )
    -- Written to in the future: no letter takes part in what is measured.
    insert into follower (city_id, email, locale, written_at)
    select ${city}, 'device' || n || '@people.example', 'uk', now() + interval '1 day' from given`.execute(whole)
  await sql`insert into subscription (city_id, follower_id, report_id, frequency, since)
    select f.city_id, f.id, r.id, 'at_once', now() from follower f
    join report r on r.city_id = f.city_id and r.number = ${number} where f.email like 'device%'`.execute(whole)
  await sql`analyze`.execute(whole)
}

/** Milliseconds of each, with a breath between. */
async function timesOf(works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const work of works) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
    await new Promise((done) => setTimeout(done, 50))
  }
  return times.toSorted((one, other) => one - other)
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0
}

function inWords(sorted: readonly number[]): string {
  return `${at(sorted, 0.5).toFixed(1)} ms (p95 ${at(sorted, 0.95).toFixed(1)})`
}
