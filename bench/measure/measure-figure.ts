import { answersOf, type BareServer } from './bare-server.ts'
import type { BareSql } from './bare-sql.ts'
import { type Ask, type Figure, type FigureName, figures } from './figures.ts'
import { type Load, load } from './load.ts'
import { processorTime, processorTimeOfServer } from './processor-time.ts'
import type { Product } from './product.ts'
import type { Seat } from './seat.ts'

/** One of the three that are measured by turns. */
export type Side = {
  /** Requests, or transactions, a second: the median of the rounds. */
  readonly rate: number
  /** Milliseconds that a request kept a processor busy: in its own program, and in the PostgreSQL server. */
  readonly program: number
  readonly database: number
}

export type Measured = {
  readonly figure: FigureName
  readonly product: Side
  readonly server: Side
  readonly sql: Side
  /** The product's rate by the other's, round by round: the median. */
  readonly ofServer: number
  readonly ofSql: number
  /** Bytes that one answer's body had. */
  readonly bytes: number
}

export type Ground = {
  readonly product: Product
  readonly server: BareServer
  readonly sql: BareSql
  readonly seat: Seat
  /** The process id of the PostgreSQL server; 0 for the embedded database. */
  readonly postmaster: number
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
}

/** As many different answers as the bare server holds; more would measure its memory. */
const mostAnswers = 200

/** A server that runs for weeks has compiled what it does often; one that began a moment ago has not. */
const secondsToWarmUp = 2

/** Product, bare server and SQL alone by turns, so that whatever else the machine does meets all three. */
export async function measureFigure(name: FigureName, ground: Ground): Promise<Measured> {
  const { product, server, sql, seat, rounds, seconds } = ground
  const figure: Figure = figures[name]
  const ask = figure.asks(seat)
  const isWrite = figure.status === 303
  // A write goes on where the sample ended: the same again would be another request.
  const answers = await answersOf(product.origin, isWrite ? ask : figure.asks(seat), isWrite ? 1 : mostAnswers)
  await server.tell(answers)
  await sql.learn(name, seat)

  const turns = {
    product: (long: number) => asked(ground, figure, product.origin, ask, long),
    server: (long: number) =>
      asked(ground, figure, server.origin, isWrite ? figure.asks(seat) : roundOf(answers.keys()), long),
    sql: (long: number) => sql.run(long),
  }
  const pids = { product: product.pid, server: server.pid, sql: sql.pid }
  const heard = { product: [] as Round[], server: [] as Round[], sql: [] as Round[] }
  for (let round = -1; round < rounds; round += 1) {
    for (const side of ['product', 'server', 'sql'] as const) {
      const isWarmUp = round < 0
      const long = isWarmUp ? Math.max(seconds, secondsToWarmUp) : seconds
      const one = await timed(() => turns[side](long), pids[side], ground.postmaster)
      if (!isWarmUp) heard[side].push(one)
    }
  }
  const ratio = (other: readonly Round[]) =>
    median(heard.product.map(({ rate }, round) => rate / (other[round]?.rate ?? Number.NaN)))
  return {
    figure: name,
    product: sideOf(heard.product),
    server: sideOf(heard.server),
    sql: sideOf(heard.sql),
    ofServer: ratio(heard.server),
    ofSql: ratio(heard.sql),
    bytes: [...answers.values()][0]?.body.byteLength ?? 0,
  }
}

function asked(
  { connections }: Ground,
  { status }: Figure,
  origin: string,
  ask: () => Ask,
  seconds: number,
): Promise<Load> {
  return load({ origin, ask, status, connections, seconds })
}

function roundOf(paths: Iterable<string>): () => Ask {
  const all = [...paths]
  let turn = 0
  return () => ({ path: all[turn++ % all.length] ?? '/' })
}

type Round = { readonly rate: number; readonly count: number; readonly program: number; readonly database: number }

/** One round; on a machine that is busy with other things, another one when it had no answer at all. */
async function timed(work: () => Promise<Load>, pid: number, postmaster: number, tries = 5): Promise<Round> {
  const now = () => [processorTime(pid), processorTimeOfServer(postmaster)] as const
  const [program, database] = now()
  const { count, seconds } = await work()
  const [programThen, databaseThen] = now()
  if (count === 0 && tries > 1) return timed(work, pid, postmaster, tries - 1)
  if (count === 0) throw new Error('Nothing is answered any more')
  return { rate: count / seconds, count, program: programThen - program, database: databaseThen - database }
}

function sideOf(rounds: readonly Round[]): Side {
  const sum = (what: 'count' | 'program' | 'database') => rounds.reduce((total, round) => total + round[what], 0)
  const each = (what: 'program' | 'database') => (sum(what) / sum('count')) * 1000
  return { rate: median(rounds.map(({ rate }) => rate)), program: each('program'), database: each('database') }
}

function median(some: readonly number[]): number {
  const sorted = some.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [below = Number.NaN, above = Number.NaN] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? above : (below + above) / 2
}
