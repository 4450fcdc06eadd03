import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readCities } from '#src/outside/cities/read-cities.ts'
import { newOrFilled } from './measure/filled-database.ts'
import type { Database } from './measure/options.ts'
import { processorTime, processorTimeOfServer } from './measure/processor-time.ts'
import { startProduct } from './measure/product.ts'

// What pages of figures take of the built product, however they are narrowed: nobody looked at them before, each is of
// other months, so that they are read, drawn and compressed; then the same ones again:
//   TEST_DATABASE_URL=postgres://… node bench/figures.ts [PostgreSQL|PGlite] [REPORTS | postgres://… that is filled]
const [database = 'PostgreSQL', what = '1000000'] = process.argv.slice(2) as [Database?, string?]
const rounds = 9

const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
const filled = await newOrFilled(database, what, folder)
console.log(`${database}: filled in ${Math.round(filled.seconds)} s`)
const product = await startProduct(filled.place, folder)
const { city, organizations, category, group } = filled.seat
const cities = await readCities('cities')
const areas = cities.ok ? cities.value.find(({ guide }) => guide.city.id === city)?.guide.areas : undefined
const [area = ''] = areas?.keys() ?? []
const organization = organizations[0] ?? ''
const narrowings: readonly { readonly name: string; readonly by: Readonly<Record<string, string>> }[] = [
  { name: 'the city', by: {} },
  { name: 'an organization', by: { organization } },
  { name: 'a category', by: { category } },
  { name: 'a group', by: { category: group } },
  { name: 'a district', by: { area } },
  { name: 'an organization in a district', by: { organization, area } },
  { name: 'a group in a district', by: { category: group, area } },
]
try {
  // What draws charts is loaded with the first.
  await millisecondsOf('stats')
  for (const { name, by } of narrowings) {
    await measured(
      `${name}, a year`,
      pagesOf(by, (turn) => ({ from: monthsAgo(11 + turn), to: monthsAgo(turn) })),
    )
    await measured(
      `${name}, all years`,
      pagesOf(by, (turn) => ({ from: monthsAgo(40 - turn) })),
    )
  }
  const own = organizations.filter(Boolean).slice(0, rounds)
  await measured(
    'page of an organization',
    own.map((id) => `organizations/${id}`),
  )
} finally {
  await product.stop()
  await filled.drop()
  await rm(folder, { recursive: true, force: true })
}

function pagesOf(by: Readonly<Record<string, string>>, monthsIn: (turn: number) => Readonly<Record<string, string>>) {
  return Array.from({ length: rounds }, (_, turn) => `stats?${new URLSearchParams({ ...by, ...monthsIn(turn) })}`)
}

function monthsAgo(months: number): string {
  return Temporal.Now.plainDateISO().toPlainYearMonth().subtract({ months }).toString()
}

async function measured(name: string, paths: readonly string[]): Promise<void> {
  const worked = workedSoFar()
  const first: number[] = []
  for (const path of paths) first.push(await millisecondsOf(path))
  const each = workedSoFar().map((seconds, of) => (((seconds - (worked[of] ?? 0)) * 1000) / paths.length).toFixed(0))
  const again: number[] = []
  for (const path of paths) again.push(await millisecondsOf(path))
  console.log(
    `${name.padEnd(44)} ${shown(first)}; ${each.map((ms) => ms.padStart(3)).join(' +')} ms of processor; again ${shown(again)}`,
  )
}

/** Seconds of processor that the program and PostgreSQL took. */
function workedSoFar(): readonly number[] {
  return [processorTime(product.pid), processorTimeOfServer(filled.postmaster)]
}

async function millisecondsOf(path: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(`${product.origin}/${city}/${path}`)
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return performance.now() - began
}

function shown(times: readonly number[]): string {
  const inOrder = times.toSorted((a, b) => a - b)
  const at = (share: number) => (inOrder[Math.round((inOrder.length - 1) * share)] ?? Number.NaN).toFixed(0).padStart(4)
  return `${at(0.5)} ms (${at(0)} to ${at(1)})`
}
