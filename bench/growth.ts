import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readCities } from '#src/outside/cities/read-cities.ts'
import { openStore } from '#src/store/open-store.ts'
import * as pins from '#src/store/pins.ts'
import { nothingAsked } from '#src/web/reports/filter-from-query.ts'
import { type FilledDatabase, filledDatabase } from './measure/filled-database.ts'
import { known, lists, type Task, tiles, views, wordsToLookFor } from './measure/looks.ts'
import type { Database } from './measure/options.ts'
import { type City, moved, submitted } from './measure/writers.ts'

// What a tile, a list, the question whether a problem is known, a submission and an act cost, and how little that grows
// with the reports:
//   TEST_DATABASE_URL=postgres://… node bench/growth.ts [PostgreSQL|PGlite] [REPORTS…]
const [database = 'PostgreSQL', ...counts] = process.argv.slice(2) as [Database?, ...string[]]
const sizes = counts.length > 0 ? counts.map(Number) : [10_000, 100_000, 1_000_000]
const rounds = 3

const cities: City[] = []
const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
const filled: FilledDatabase[] = []
try {
  for (const reports of sizes) cities.push(await opened(reports))
  // By turns, so that what else the machine does weighs on all of them alike.
  for (let z = 8; z <= 18; z += 1) await byTurns(`tile, zoom ${z}`, (city) => tiles(city, z, nothingAsked))
  for (const z of [10, 13, 16]) {
    await byTurns(`tile, zoom ${z}, one status`, (city) => tiles(city, z, { ...nothingAsked, statuses: ['resolved'] }))
    await byTurns(`tile, zoom ${z}, a group`, (city) => tiles(city, z, { ...nothingAsked, category: city.seat.group }))
  }
  for (const half of [0.05, 0.005, 0.0005])
    await byTurns(`list in view, ${2 * half}° wide`, (city) => views(city, half))
  await byTurns('list, any filters', (city) => lists(city, []))
  await byTurns('list, words and any filters', (city) => lists(city, wordsToLookFor))
  await byTurns('known already?', known)
  await byTurns('submit', (city) => Array.from({ length: 60 }, () => () => submitted(city)))
  // Each report is resolved once.
  await byTurns('move', (city) =>
    Array.from({ length: Math.floor(city.seat.accepted.length / (rounds + 1)) }, () => () => moved(city)),
  )
} finally {
  for (const { store } of cities) {
    await store.queue.stop(0)
    await store.close()
  }
  for (const { drop } of filled) await drop()
  await rm(folder, { recursive: true, force: true })
}

async function opened(reports: number): Promise<City> {
  const own = await mkdtemp(join(folder, 'size-'))
  const one = await filledDatabase(database, reports, own)
  filled.push(one)
  console.log(`${database}: ${reports} reports, filled in ${Math.round(one.seconds)} s`)
  const store = await openStore(database === 'PostgreSQL' ? { url: one.place } : { folder: one.place }, (fault) =>
    console.error(fault),
  )
  if (!store.ok) throw new Error(JSON.stringify(store.problem))
  const all = await readCities('cities')
  const source = all.ok ? all.value.find(({ guide }) => guide.city.id === one.seat.city) : undefined
  if (!source) throw new Error('The filled city has no folder')
  const places = await pins.ofNumbers(store.value.of(one.seat.city), one.seat.shown.slice(0, 4000))
  return {
    reports,
    store: store.value,
    guide: source.guide,
    seat: one.seat,
    places: places.map(({ location }) => location),
    turn: 0,
  }
}

async function byTurns(name: string, tasksOf: (city: City) => readonly Task[]): Promise<void> {
  const times = cities.map((): number[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, city] of cities.entries()) {
      for (const task of tasksOf(city)) {
        const began = performance.now()
        await task()
        // The first round warms up.
        if (round > 0) times[index]?.push(performance.now() - began)
      }
    }
  }
  const figures = times.map((all) => all.sort((a, b) => a - b))
  const at = (all: readonly number[], share: number) => all[Math.floor(all.length * share)] ?? Number.NaN
  const said = figures.map((all) => [0.5, 0.95, 0.99].map((share) => at(all, share).toFixed(1)).join(' / '))
  const growth = at(figures.at(-1) ?? [], 0.5) / at(figures[0] ?? [], 0.5)
  console.log(
    `${name.padEnd(34)} ${said.map((one) => one.padStart(22)).join('')} ms (median / p95 / p99)   × ${growth.toFixed(2)}`,
  )
}
