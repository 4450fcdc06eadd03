import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverUrl } from '#test/server.ts'
import { startBareServer } from './measure/bare-server.ts'
import { startBareSql } from './measure/bare-sql.ts'
import { filledDatabase } from './measure/filled-database.ts'
import { type Measured, measureFigure } from './measure/measure-figure.ts'
import { type Database, type Options, readOptions } from './measure/options.ts'
import { memory } from './measure/processor-time.ts'
import { startProduct } from './measure/product.ts'
import { growthTable, table } from './measure/table.ts'

type Result = {
  readonly database: Database
  readonly reports: number
  readonly secondsToFill: number
  readonly secondsToStart: number
  readonly megabytes: { readonly idle: number; readonly most: number }
  readonly figures: readonly Measured[]
}

// Whoever ends the measuring ends what it started.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code))
}

const options = readOptions(process.argv.slice(2))
const began = performance.now()
console.log(
  `${availableParallelism()} cores; product, bare server and SQL alone by turns, ${options.connections} connections, ` +
    `${options.rounds} rounds of ${options.seconds} s. Figures are medians, and shares of the same round.`,
)
const results: Result[] = []
for (const database of options.databases) {
  if (database === 'PostgreSQL' && !serverUrl) {
    console.log('\nPostgreSQL is left out: it is missing on this machine.')
    continue
  }
  for (const size of options.sizes) results.push(await measured(database, size, options))
  const [fewest, most] = [first(database), results.at(-1)]
  if (fewest && most && fewest !== most) {
    console.log(`\n${database}: what ${most.reports} reports cost against ${fewest.reports}`)
    console.log(growthTable(fewest.figures, most.figures))
  }
}
await keep(results)
console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all.`)

async function measured(
  database: Database,
  reports: number,
  { only, rounds, seconds, connections }: Options,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
  const filled = await filledDatabase(database, reports, folder)
  const product = await startProduct(filled.place, folder)
  const [server, sql] = await Promise.all([startBareServer(), startBareSql(filled.another, connections)])
  try {
    const { seat, postmaster } = filled
    const turns = database === 'PostgreSQL' ? rounds : Math.ceil(rounds * 0.6)
    const figures: Measured[] = []
    for (const name of only)
      figures.push(
        await measureFigure(name, { product, server, sql, seat, postmaster, rounds: turns, seconds, connections }),
      )

    const megabytes = { idle: product.megabytesIdle, most: memory(product.pid).most }
    const { secondsToStart } = product
    console.log(`\n${database}, ${reports} reports (filled in ${Math.round(filled.seconds)} s)`)
    console.log(table(figures, database === 'PostgreSQL'))
    console.log(`started in ${secondsToStart.toFixed(1)} s; ${megabytes.idle} MB at rest, ${megabytes.most} MB at most`)
    return { database, reports, secondsToFill: filled.seconds, secondsToStart, megabytes, figures }
  } finally {
    await Promise.all([server.stop(), sql.stop(), product.stop()])
    await filled.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

function first(database: Database): Result | undefined {
  return results.find((result) => result.database === database)
}

async function keep(all: readonly Result[]): Promise<void> {
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const at = Temporal.Now.instant().toString({ smallestUnit: 'second' })
  const path = join(folder, `${at.replaceAll(':', '')}.json`)
  await writeFile(
    path,
    JSON.stringify({ at, cores: availableParallelism(), node: process.version, options, results: all }, null, 2),
  )
  console.log(`\nKept in ${path}`)
}
