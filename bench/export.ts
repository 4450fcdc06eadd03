import { mkdtemp, rm } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { newOrFilled } from './measure/filled-database.ts'
import type { Database } from './measure/options.ts'
import { memory, processorTime } from './measure/processor-time.ts'
import { type Product, startProduct } from './measure/product.ts'

// What it takes to send all public reports as a file: memory of the built product beside what it held when it was idle,
// rows a second, and what a page costs meanwhile. A client that reads slowly holds no transaction. On PostgreSQL another
// process would do the jobs: a new city of a million reports has tens of thousands of reminders to make at once.
//   TEST_DATABASE_URL=postgres://… node bench/export.ts [PostgreSQL|PGlite] [REPORTS | postgres://… that is filled]
const [database = 'PostgreSQL', what = '1000000'] = process.argv.slice(2) as [Database?, string?]
const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
const filled = await newOrFilled(database, what, folder)
console.log(`${database}: filled in ${Math.round(filled.seconds)} s`)
const product = await startProduct(filled.place, folder, database === 'PostgreSQL' ? { WORK: 'separate' } : {})
const { city } = filled.seat
try {
  // Code and connections that any page needs are there before memory is called idle.
  for (let look = 0; look < 200; look += 1) await (await fetch(`${product.origin}/${city}/reports?look=${look}`)).text()
  // Pages that are asked for meanwhile are kept in memory too: so by itself first.
  await exported('reports.csv', null)
  await exported('reports.geojson?all=yes', null)
  await exported('reports.csv', pagesMeanwhile(product))
  await slowly('reports.csv')
} finally {
  await product.stop()
  await filled.drop()
  await rm(folder, { recursive: true, force: true })
}

async function exported(path: string, looks: ReturnType<typeof pagesMeanwhile> | null): Promise<void> {
  const idle = memory(product.pid).now
  const [began, worked] = [performance.now(), processorTime(product.pid)]
  let [bytes, rows, most] = [0, 0, 0]
  const answer = await fetch(`${product.origin}/${city}/${path}`)
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    rows += piece.reduce((lines: number, byte: number) => lines + (byte === 10 ? 1 : 0), 0)
    most = Math.max(most, memory(product.pid).now)
  }
  const seconds = (performance.now() - began) / 1000
  const pages = looks && (await looks.stop())
  console.log(
    `${path.padEnd(24)} ${rows} lines, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s ` +
      `(${Math.round(rows / seconds)} lines/s, ${(processorTime(product.pid) - worked).toFixed(1)} s of processor); ` +
      `memory ${idle} → ${most} MB (+${most - idle})` +
      (pages ? `; a page meanwhile ${pages.median.toFixed(0)} ms, at worst ${pages.worst.toFixed(0)}` : ''),
  )
}

/** Asks for a page, a drawn one each time, again and again. */
function pagesMeanwhile({ origin }: Product) {
  const times: number[] = []
  let goesOn = true
  const done = (async () => {
    for (let look = 0; goesOn; look += 1) {
      const began = performance.now()
      await (await fetch(`${origin}/${city}/reports?from=${2000 + (look % 900)}-01-01`)).text()
      times.push(performance.now() - began)
      await new Promise((rest) => setTimeout(rest, 100))
    }
  })()
  return {
    async stop() {
      goesOn = false
      await done
      times.sort((a, b) => a - b)
      return { median: times[Math.floor(times.length / 2)] ?? Number.NaN, worst: times.at(-1) ?? Number.NaN }
    },
  }
}

/** A client that takes a piece now and then for a while, and goes away: what the product does and holds meanwhile. */
async function slowly(path: string): Promise<void> {
  const { pid, origin } = product
  const [idle, worked] = [memory(pid).now, processorTime(pid)]
  const asked = request(`${origin}/${city}/${path}`)
  const answer = await new Promise<IncomingMessage>((begun) => asked.once('response', begun).end())
  let [bytes, most] = [0, idle]
  for (let piece = 0; piece < 100; piece += 1) {
    await new Promise((rest) => setTimeout(rest, 100))
    bytes += answer.read()?.length ?? 0
    most = Math.max(most, memory(pid).now)
  }
  console.log(
    `${path}, read slowly: ${(bytes / 1e6).toFixed(1)} MB in 10 s, ${(processorTime(pid) - worked).toFixed(2)} s of ` +
      `processor; memory ${idle} → ${most} MB (+${most - idle})`,
  )
  asked.once('error', () => undefined).destroy()
}
