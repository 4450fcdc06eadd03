import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

import { inviteEveryone } from '#src/demo/people.ts'
import { planStories } from '#src/demo/plan-stories.ts'
import { type Demo, readDemo } from '#src/demo/read-demo.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import { openStore, storeOnEmbedded } from '#src/store/open-store.ts'
import { PGlitePool } from '#src/store/pglite-pool.ts'
import type { Store } from '#src/store/store.ts'
import { type Run, seatIn } from './fill/seat-in.ts'
import { signedIn } from './fill/signed-in.ts'
import { type Told, toldReports } from './fill/told-reports.ts'
import type { Seat } from './measure/seat.ts'

// Fills a new database for figures: `node bench/fill-database.ts REPORTS postgres://…`, or a folder for the embedded one.
const [count = '', place = ''] = process.argv.slice(2)
if (!/^[1-9]\d{1,6}$/.test(count) || !place) {
  console.error('node bench/fill-database.ts REPORTS (postgres://… | FOLDER)')
  process.exit(1)
}

/** Enough for no page of a list to repeat itself; each is told once and copied by the database. */
const stories = 2000

const { source, demo } = await theCity()
const seat = place.startsWith('postgres') ? await fillServer(place) : await fillFolder(place)
console.log(JSON.stringify(seat))

async function fillServer(url: string): Promise<Seat> {
  const opened = await openStore({ url, connections: 4 }, fail)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const told = await prepare(opened.value)
  await opened.value.queue.stop(0)
  await opened.value.close()

  const client = new Client({ connectionString: url })
  await client.connect()
  const seated = await multiply(async (text, values) => (await client.query(text, values as unknown[])).rows, told)
  await client.query('checkpoint')
  await client.end()
  return seated
}

async function fillFolder(folder: string): Promise<Seat> {
  await mkdir(folder, { recursive: true })
  const pool = await PGlitePool.open(join(folder, 'database'))
  const store = await storeOnEmbedded(pool, fail, async () => undefined)
  const told = await prepare(store)
  await store.queue.stop(0)
  const seated = await multiply(async (text, values) => (await pool.run(text, values)).rows, told)
  await store.close()
  return seated
}

async function prepare(store: Store): Promise<readonly Told[]> {
  await loadCity({ store }, source)
  const people = await inviteEveryone(store.whole, source.guide.city.id, source.staff, demo)
  const anchor = Temporal.Now.instant().round('hour')
  return toldReports(
    planStories({ guide: source.guide, areas: source.areas, demo, count: stories, anchor }),
    source.guide,
    people,
  )
}

async function multiply(run: Run, told: readonly Told[]): Promise<Seat> {
  const { residents } = demo
  // Before the first temporary table: they are read again and again, and would be read from the disk.
  await run("set temp_buffers = '1GB'")
  await run('create temp table told (what jsonb)')
  await run('insert into told select jsonb_array_elements($1)', [JSON.stringify(told)])
  await run(
    'create temp table wanted as select $1::text as city, $2::int as reports, $3::int as residents, $4::text[] as first_names, $5::text[] as last_names',
    [
      source.guide.city.id,
      Number(count),
      Math.max(signedIn.residents, Math.round(Number(count) / 5)),
      [...new Set(residents.map(({ firstName }) => firstName))],
      [...new Set(residents.map(({ lastName }) => lastName))],
    ],
  )
  await run(await readFile(join(import.meta.dirname, 'fill/multiply.sql'), 'utf8'))
  for (const { text, values } of signedIn.statements(source.staff)) await run(text, values)
  await run('vacuum analyze')
  return seatIn(run, source.guide)
}

/** The first city that has a demo: its texts are what reports are made of. */
async function theCity(): Promise<{ source: CitySource; demo: Demo }> {
  const cities = await readCities('cities')
  for (const one of cities.ok ? cities.value : []) {
    const read = await readDemo(join('cities', one.guide.city.id, 'demo'), one.guide)
    if (read?.ok) return { source: one, demo: read.value }
  }
  throw new Error('No city in cities/ has a demo folder to take texts from')
}

function fail(fault: Error): never {
  throw fault
}
