import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import type { Point } from '#src/domain/report.ts'
import type { RunningHouse } from '../running-house.ts'
import { serverUrl } from '../server.ts'
import { aHouseWithMail, type HouseAndMail } from './a-house.ts'
import type { Caller } from './caller.ts'
import { isLong } from './chance.ts'
import { signedIn } from './crowd.ts'
import { startWorker, storeOf } from './drained.ts'

const many = 10_000
const acts = 120
/** Letters that go out while acts are timed, from the step on that all are told of. */
const meanwhile = 1000

// Minutes each: `npm run faults` has it.
describe.skipIf(!serverUrl || !isLong)(`${many} who follow one report`, () => {
  it.each(['inside', 'separate'] as const)(
    'hear of a step, each once, while the desk goes on as before: jobs are done %s',
    { timeout: 1_800_000 },
    async (work) => {
      await using opened = await aHouseWithMail('PostgreSQL', work)
      const { house, post, source } = opened
      await using _worker = work === 'separate' ? await aWorker(house) : null
      const { id: city } = source.guide.city
      const officer = source.staff.find(({ role }) => role === 'officer')
      const moderator = source.staff.find(({ role }) => role === 'moderator')
      const comes = (email: string) =>
        signedIn({ origin: house.origin, source, post }, { tries: 0, retries: 0, faults: [] }, email, '10.0.0.1')
      const [atDesk, moderates, resident] = [
        await comes(officer?.email ?? ''),
        await comes(moderator?.email ?? ''),
        await comes('author@people.example'),
      ]
      const accepted = async (north: number) => {
        const sent = await resident.send(`/${city}/reports/new`, reportForm(source.guide.city.center, north))
        const number = Number(/reports\/(\d+)/.exec(sent.kind === 'saved' ? sent.location : '')?.[1])
        if (sent.kind === 'refused') throw new Error(`No report was made: ${sent.status}`)
        await moves(moderates, city, number, 'approve', [['organization', officer?.organization ?? '']])
        return number
      }
      const [followed, other] = [await accepted(0), await accepted(0.005)]
      await using store = await storeOf(house)
      await sql`insert into follower (city_id, email, locale)
        select ${city}, 'follower' || n || '@people.example', 'uk' from generate_series(1, ${many}::int) n`.execute(
        store.whole,
      )
      await sql`insert into subscription (city_id, follower_id, report_id, frequency, since)
        select f.city_id, f.id, r.id, 'at_once', now() from follower f
        join report r on r.city_id = f.city_id and r.number = ${followed}`.execute(store.whole)

      const idle = await timesOf(() => moves(atDesk, city, other, 'note', [['note', 'Слова']]))
      const before = post.taken.length
      const step = await timed(() => moves(atDesk, city, followed, 'start', [['note', '']]))
      const isEnough = () => post.taken.length - before >= meanwhile
      const busy = await timesOf(() => moves(atDesk, city, other, 'note', [['note', 'Слова']]), isEnough)

      await vi.waitFor(() => expect(toldOf(opened).size).toBe(many), { timeout: 1_500_000, interval: 2000 })
      const seconds = ((post.taken.at(-1)?.at ?? 0) - (post.taken[before]?.at ?? 0)) / 1000
      console.log(
        `${work}: an act at the desk took ${inWords(idle)} before, ${inWords(busy)} while ${meanwhile} of the letters went out; the step itself ` +
          `${step.toFixed(0)} ms; ratio of medians ${(at(busy, 0.5) / at(idle, 0.5)).toFixed(2)}; all told within ${seconds.toFixed(0)} s.`,
      )
      expect(post.taken.filter(({ to }) => to.startsWith('follower'))).toHaveLength(many)
      expect(at(busy, 0.5)).toBeLessThan(2 * at(idle, 0.5))
    },
  )
})

/** Ends with its test, however that ends. */
async function aWorker(house: RunningHouse): Promise<AsyncDisposable> {
  const { stop } = await startWorker(house)
  return { [Symbol.asyncDispose]: stop }
}

function reportForm({ lng, lat }: Point, north: number) {
  const fields = {
    key: crypto.randomUUID(),
    category: 'water-leak',
    'answer.water-leak.source': 'ground',
    lng: String(lng),
    lat: String(lat + north),
    description: 'Тече вода з-під асфальту',
    name_shown: 'hidden',
  }
  return Object.entries(fields)
}

async function moves(
  caller: Caller,
  city: string,
  number: number,
  act: string,
  fields: readonly (readonly [string, string])[],
): Promise<void> {
  const done = await caller.send(`/${city}/desk/${number}/${act}`, [['key', crypto.randomUUID()], ...fields])
  if (done.kind === 'refused') throw new Error(`${act} of ${number} was refused: ${done.status}`)
}

/** Milliseconds of each of so many, and of more until it is enough, with a breath between. */
async function timesOf(work: () => Promise<void>, isEnough = () => true): Promise<readonly number[]> {
  const times: number[] = []
  while (times.length < acts || !isEnough()) {
    times.push(await timed(work))
    await new Promise((done) => setTimeout(done, 50))
  }
  return times.toSorted((one, other) => one - other)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0
}

function inWords(sorted: readonly number[]): string {
  return `${at(sorted, 0.5).toFixed(1)} ms (p95 ${at(sorted, 0.95).toFixed(1)}, most ${at(sorted, 1).toFixed(1)})`
}

function toldOf({ post }: HouseAndMail): ReadonlySet<string> {
  return new Set(post.taken.flatMap(({ to }) => (to.startsWith('follower') ? [to] : [])))
}
