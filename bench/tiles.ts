import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Guide } from '#src/domain/guide.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { openStore } from '#src/store/open-store.ts'
import * as pins from '#src/store/pins.ts'
import { list } from '#src/store/public-reports.ts'
import { type Asked, filterOf, nothingAsked } from '#src/web/reports/filter-from-query.ts'
import { drawTile } from '#src/web/tiles/draw-tile.ts'
import { countedReports } from '#src/web/tiles/reports-in-tile.ts'
import type { Tile } from '#src/web/tiles/tile.ts'
import { type FilledDatabase, filledDatabase } from './measure/filled-database.ts'
import type { Database } from './measure/options.ts'
import { type City, moved, submitted } from './measure/writers.ts'

// What a tile, the list beside a map, a submission and an act cost, and how little that grows with the reports:
//   TEST_DATABASE_URL=postgres://… node bench/tiles.ts [PostgreSQL|PGlite] [REPORTS…]
const [database = 'PostgreSQL', ...counts] = process.argv.slice(2) as [Database?, ...string[]]
const sizes = counts.length > 0 ? counts.map(Number) : [10_000, 100_000, 1_000_000]
const tilesOfZoom = 60
const rounds = 3

const cities: City[] = []
const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
const filled: FilledDatabase[] = []
try {
  for (const reports of sizes) cities.push(await opened(reports))
  // By turns, so that what else the machine does weighs on all of them alike.
  for (let z = 8; z <= 18; z += 1) await byTurns(`tile, zoom ${z}`, (city) => tileTasks(city, z, nothingAsked))
  for (const z of [10, 13, 16]) {
    await byTurns(`tile, zoom ${z}, one status`, (city) =>
      tileTasks(city, z, { ...nothingAsked, statuses: ['resolved'] }),
    )
    await byTurns(`tile, zoom ${z}, a group`, (city) =>
      tileTasks(city, z, { ...nothingAsked, category: city.seat.group }),
    )
  }
  for (const half of [0.05, 0.005, 0.0005])
    await byTurns(`list in view, ${2 * half}° wide`, (city) => viewTasks(city, half))
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

type Task = () => Promise<unknown>

/** Where reports are, so mostly in the centre. */
function tileTasks({ store, guide, places }: City, z: number, asked: Asked): Task[] {
  const tx = store.of(guide.city.id)
  const today = Temporal.Now.instant()
  return places.slice(0, tilesOfZoom).map(({ lng, lat }) => {
    const down = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
    const tile: Tile = { z, x: Math.floor(((lng + 180) / 360) * 2 ** z), y: Math.floor(down * 2 ** z) }
    return () => drawTile(tile, countedReports(tx, guide, asked, tile), today)
  })
}

function viewTasks({ store, guide, places }: City, half: number): Task[] {
  const tx = store.of(guide.city.id)
  return places.slice(0, tilesOfZoom).map(
    ({ lng, lat }) =>
      () =>
        list(tx, inBounds(guide, lng, lat, half), 21),
  )
}

function inBounds(guide: Guide, lng: number, lat: number, half: number) {
  return { ...filterOf(nothingAsked, guide), bounds: [lng - half, lat - half, lng + half, lat + half] as const }
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
  const said = figures.map((all) => `${at(all, 0.5).toFixed(1)} / ${at(all, 0.99).toFixed(1)}`)
  const growth = at(figures.at(-1) ?? [], 0.5) / at(figures[0] ?? [], 0.5)
  console.log(
    `${name.padEnd(34)} ${said.map((one) => one.padStart(14)).join('')} ms (median / p99)   × ${growth.toFixed(2)}`,
  )
}
