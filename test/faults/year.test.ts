import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Dice, diceOf } from '#src/demo/dice.ts'
import { openStore } from '#src/store/open-store.ts'
import type { Store } from '#src/store/store.ts'
import type { Database } from '../database.ts'
import { newMigratedDatabase, serverUrl } from '../server.ts'
import { isLong, seed } from './chance.ts'
import { dayNumber } from './year/calendar.ts'
import { foretold } from './year/oracle.ts'
import { plannedYear, type Shape } from './year/plan.ts'

const shape: Shape = isLong ? { seed, reports: 2000, days: 450 } : { seed, reports: 36, days: 125 }
const kills = isLong ? 20 : 3
const databases: readonly Database[] = isLong ? ['PGlite', 'PostgreSQL'] : ['PostgreSQL']

for (const database of databases) {
  describe.skipIf(database === 'PostgreSQL' && !serverUrl)(`a year of ${shape.reports} reports (${database})`, () => {
    it('brings each reminder once, on its own working day, however often the worker is killed', {
      timeout: isLong ? 7_200_000 : 300_000,
    }, async () => {
      await using house = await aPlace(database)
      const dice = diceOf(`${seed} kills of a year`)
      await liveThrough(house, dice)

      const letters = await lettersIn(house.letters)
      const once = new Map(letters.map((letter) => [letter.messageId, letter]))
      await using store = await opened(house.place)
      const came = await asForetold(store, [...once.values()])
      const expected = foretold(shape)
      console.log(
        `${database}, SEED=${seed}: ${shape.reports} reports, ${expected.length} letters foretold, ${once.size} came, ` +
          `${letters.length - once.size} of them twice, ${kills} kills`,
      )
      expect(came).toEqual(expected)
      expect(letters.length - once.size).toBeLessThanOrEqual(kills)
      expect(await leftIn(store)).toEqual({ jobs: 0, unsent: 0 })
    })
  })
}

type House = AsyncDisposable & {
  readonly place: { readonly url: string } | { readonly folder: string }
  readonly letters: string
}

async function aPlace(database: Database): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'open-city-year-'))
  const letters = join(folder, 'letters')
  const gone = () => rm(folder, { recursive: true, force: true })
  if (database === 'PGlite') return { place: { folder: join(folder, 'data') }, letters, [Symbol.asyncDispose]: gone }
  const { url, drop } = await newMigratedDatabase()
  return {
    place: { url },
    letters,
    async [Symbol.asyncDispose]() {
      await drop()
      await gone()
    },
  }
}

/** From its first step to its last. As the dice say, the process is killed while it looks whom to remind, and begun again. */
async function liveThrough({ place, letters }: House, dice: Dice): Promise<void> {
  const year = plannedYear(shape)
  const steps = year.length
  const before = [...year.keys()].filter((index) => index > steps / 10 && year[index + 1]?.kind === 'look')
  const doomed = Array.from({ length: kills }, () => dice.pick(before)).toSorted((one, other) => one - other)
  let from = 0
  while (from < steps) {
    const order = JSON.stringify({ place, shape, from, letters })
    const child = spawn(process.execPath, [resolve('test/faults/year/live-through.ts'), order], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk))
    const ended = new Promise<number | null>((done) => child.once('close', done))
    let isKilled = false
    for await (const line of createInterface({ input: child.stdout })) {
      from = Number(line) + 1
      if (isKilled || from <= (doomed[0] ?? steps)) continue
      isKilled = true
      doomed.shift()
      setTimeout(() => child.kill('SIGKILL'), dice.between(0, 60))
    }
    const code = await ended
    if (code !== 0 && !isKilled) throw new Error(`The year ended with ${code} at step ${from}:\n${said}`)
  }
}

type Letter = { readonly to: string; readonly messageId: string; readonly subject: string; readonly at: string }

async function lettersIn(file: string): Promise<readonly Letter[]> {
  if (!existsSync(file)) return []
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Letter)
}

async function opened(place: House['place']): Promise<Store & AsyncDisposable> {
  // The database goes while a connection may still be on its way out.
  const store = await openStore(place, () => undefined)
  if (!store.ok) throw new Error(JSON.stringify(store.problem))
  return {
    ...store.value,
    async [Symbol.asyncDispose]() {
      await store.value.queue.stop(0)
      await store.value.close()
    },
  }
}

const timeZone = 'Europe/Kyiv'

/** Each letter as the line that foretells it: which reminder it was says the row of its own name. */
async function asForetold({ whole }: Store, letters: readonly Letter[]): Promise<readonly string[]> {
  const rows = await whole
    .selectFrom('reminder as m')
    .leftJoin('report as r', (join) => join.onRef('r.city_id', '=', 'm.city_id').onRef('r.id', '=', 'm.report_id'))
    .select(['m.id', 'm.term', 'm.point', 'r.draft_key'])
    .execute()
  const drafts = await whole.selectFrom('report').select(['draft_key', 'number']).orderBy('number').execute()
  const order = plannedYear(shape).flatMap((step) => (step.kind === 'sent' ? step.report : []))
  const reportOf = new Map(drafts.map(({ draft_key }, at) => [draft_key, order[at]]))
  const reminders = new Map(rows.map((row) => [row.id, row]))
  return letters
    .map(({ to, messageId, subject, at }) => {
      const row = reminders.get(/<(.+)@/.exec(messageId)?.[1] ?? '')
      const day = dayIn(Temporal.Instant.from(at))
      if (!row) return `day ${day}: ${to}: of no reminder`
      if (row.point === null) return `day ${day}: ${to}: ${digestIn(subject)}`
      const due = dayIn(Temporal.Instant.fromEpochMilliseconds(row.term.getTime()))
      return `day ${day}: ${to}: report ${row.draft_key && reportOf.get(row.draft_key)}, due ${due}, point ${row.point}`
    })
    .toSorted()
}

function dayIn(at: Temporal.Instant): number {
  return dayNumber(at.toZonedDateTimeISO(timeZone).toPlainDate().toString())
}

function digestIn(subject: string): string {
  const [, due = '0', , late = '0'] = /: (\d+)[^,]*(, ще (\d+))?/.exec(subject) ?? []
  return `${due} this week, ${late} late`
}

async function leftIn({ whole }: Store): Promise<{ jobs: number; unsent: number }> {
  const { rows: jobs } = await sql<{ count: number }>`
    select count(*)::int as count from pgboss.job where name = 'send_reminder' and state <> 'completed'`.execute(whole)
  const unsent = await whole
    .selectFrom('reminder')
    .select('id')
    .where('sent_at', 'is', null)
    .where('moot', '=', false)
    .execute()
  return { jobs: jobs[0]?.count ?? -1, unsent: unsent.length }
}
