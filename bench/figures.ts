import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readCities } from '#src/outside/cities/read-cities.ts'
import { openStore } from '#src/store/open-store.ts'
import { firstMonth } from '#src/store/outcomes.ts'
import { type AskedFigures, narrowedBy, periodOf } from '#src/web/stats/asked-figures.ts'
import { readFigures } from '#src/web/stats/read-figures.ts'
import { type FilledDatabase, filledDatabase } from './measure/filled-database.ts'
import type { Database } from './measure/options.ts'

// What a page of figures reads, at so many reports, however it is narrowed:
//   TEST_DATABASE_URL=postgres://… node bench/figures.ts [PostgreSQL|PGlite] [REPORTS]
const [database = 'PostgreSQL', count = '1000000'] = process.argv.slice(2) as [Database?, string?]
const rounds = 9

const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
const filled = await filledDatabase(database, Number(count), folder)
console.log(`${database}: ${count} reports, filled in ${Math.round(filled.seconds)} s`)
try {
  await measure(filled)
} finally {
  await filled.drop()
  await rm(folder, { recursive: true, force: true })
}

async function measure({ place, seat }: FilledDatabase): Promise<void> {
  const opened = await openStore(database === 'PostgreSQL' ? { url: place } : { folder: place }, (fault) => {
    console.error(fault)
  })
  const cities = await readCities('cities')
  const guide = cities.ok ? cities.value.find((one) => one.guide.city.id === seat.city)?.guide : undefined
  if (!opened.ok || !guide) throw new Error('The filled city cannot be opened')
  const { value: store } = opened
  const tx = store.of(seat.city)
  const today = Temporal.Now.plainDateISO(guide.city.timeZone)
  const first = await firstMonth(tx)
  const [organization = '', area = '', category = ''] = [
    seat.organizations[0],
    [...guide.areas.keys()][0],
    seat.category,
  ].map(String)
  const { group } = seat
  const asked: readonly (readonly [string, Partial<AskedFigures>])[] = [
    ['all', {}],
    ['an organization', { organization }],
    ['a category', { category }],
    ['a group', { category: group }],
    ['a district', { area }],
    ['an organization in a district', { organization, area }],
    ['a group of an organization in a district', { organization, area, category: group }],
  ]
  for (const [months, from] of [
    ['a year', ''],
    ['all years', first?.toString().slice(0, 7) ?? ''],
  ] as const) {
    for (const [name, narrowing] of asked) {
      const figures = { organization: '', area: '', category: '', to: '', from, ...narrowing }
      const narrowed = narrowedBy(figures, periodOf(figures, today, first), guide)
      const times: number[] = []
      for (let round = 0; round <= rounds; round += 1) {
        const began = performance.now()
        const { whole } = await readFigures(tx, guide, narrowed, today)
        // The first round warms up.
        if (round > 0) times.push(performance.now() - began)
        else console.log(`${`${name}, ${months}`.padEnd(52)} ${String(whole.came).padStart(9)} reports`)
      }
      const [middle, most] = [times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0, Math.max(...times)]
      console.log(`${''.padEnd(52)} ${middle.toFixed(0).padStart(6)} ms, at most ${most.toFixed(0)} ms`)
    }
  }
  await store.queue.stop(0)
  await store.close()
}
