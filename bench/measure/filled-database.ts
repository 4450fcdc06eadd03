import { spawn } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { newDatabase } from '#test/server.ts'
import { seatIn } from '../fill/seat-in.ts'
import type { Database } from './options.ts'
import type { Seat } from './seat.ts'

export type FilledDatabase = {
  /** An address of PostgreSQL, or a folder of the embedded database. */
  readonly place: string
  /** The same, for who says the SQL alone: the embedded database opens for one process at a time, so a copy. */
  readonly another: string
  readonly seat: Seat
  readonly postmaster: number
  readonly seconds: number
  drop(): Promise<void>
}

/** A new database with so many reports; what is in `folder` goes with the folder. */
export async function filledDatabase(database: Database, reports: number, folder: string): Promise<FilledDatabase> {
  const start = performance.now()
  const since = () => (performance.now() - start) / 1000
  if (database === 'PostgreSQL') {
    const { url, drop } = await newDatabase()
    const seat = await filled(url, reports)
    return { place: url, another: url, seat, postmaster: await postmasterOf(url), seconds: since(), drop }
  }
  const [place, another] = [join(folder, 'data'), join(folder, 'data-of-another')]
  const seat = await filled(place, reports)
  await cp(place, another, { recursive: true })
  return { place, another, seat, postmaster: 0, seconds: since(), drop: async () => undefined }
}

/** A new database, or the one at an address of PostgreSQL that was filled before: that one stays. */
export async function newOrFilled(database: Database, place: string, folder: string): Promise<FilledDatabase> {
  if (!place.startsWith('postgres')) return filledDatabase(database, Number(place), folder)
  const start = performance.now()
  const client = new Client({ connectionString: place })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select city_id as id from report limit 1')
  const cities = await readCities('cities')
  const guide = cities.ok && cities.value.find((one) => one.guide.city.id === rows[0]?.id)?.guide
  if (!guide) throw new Error('Not a database that bench/fill-database.ts filled')
  const seat = await seatIn(async (text, values) => (await client.query(text, values as unknown[])).rows, guide)
  await client.end()
  const seconds = (performance.now() - start) / 1000
  return { place, another: place, seat, postmaster: await postmasterOf(place), seconds, drop: async () => undefined }
}

/** In a process of its own: what filling takes of memory is not the load generator's. */
async function filled(place: string, reports: number): Promise<Seat> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../fill-database.ts'), String(reports), place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of child.stdout) said += chunk
  return JSON.parse(said)
}

async function postmasterOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid")
  await client.end()
  return rows[0].pid
}
