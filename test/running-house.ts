import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { copyEmbedded, newOpenedDatabase } from './house-template.ts'
import { ended, startProgram } from './programs.ts'
import { newDatabase } from './server.ts'

/** A letter as `/dev/mailbox.json` gives it. */
export type MailboxLetter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The built product, running as its operator runs it, on a database of its own. */
export type RunningHouse = {
  readonly origin: string
  /** What its processes were started with: another one started with it shares the database and the files. */
  readonly env: Readonly<Record<string, string>>
  /** The server's process, as the system knows it. */
  readonly pid: () => number
  /** What the server has written since it was ready: its log. */
  readonly log: () => string
  /** Newest first. Only while no `SMTP_URL` is set. */
  letters(): Promise<readonly MailboxLetter[]>
  /** SIGKILL: nothing is finished, nothing is closed. */
  kill(): Promise<void>
  /** SIGTERM: what is in hand is finished. At once when it has ended already. The code it ended with. */
  stop(): Promise<number | null>
  /** Starts it again on the same data, at the same address. */
  start(): Promise<void>
  /** SIGTERM, then its data are gone. */
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Starts the built server on a database of its own, which has nothing in it but the cities of `cities/`; `npm run build`
 * must have been run. `through` is a program, with its arguments, that starts it in surroundings of its own; `furnish`
 * puts into the database what else shall be there before the house opens.
 */
export async function runHouse(
  database: Database,
  settings: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
  furnish: (env: RunningHouse['env']) => Promise<void> = async () => undefined,
): Promise<RunningHouse> {
  const { origin, env, ...place } = await aHouse(database, 'opened before', settings)
  await furnish(env)
  let log = ''
  const start = async () => {
    const started = await startProgram('serve', env, 'Open City is at', through)
    for (const stream of [started.stdout, started.stderr]) stream?.on('data', (chunk: Buffer) => (log += chunk))
    return started
  }
  let server = await start()
  return {
    origin,
    env,
    pid: () => server.pid ?? 0,
    log: () => log,
    async letters() {
      const answer = await fetch(`${origin}/dev/mailbox.json`)
      const { letters } = (await answer.json()) as { letters: readonly MailboxLetter[] }
      return letters
    },
    kill: () => ended(server, 'SIGKILL'),
    async stop() {
      await ended(server, 'SIGTERM')
      return server.exitCode
    },
    async start() {
      server = await start()
    },
    async [Symbol.asyncDispose]() {
      await ended(server, 'SIGTERM')
      await place[Symbol.asyncDispose]()
    },
  }
}

/** A database, a folder and a port that belong together; all of it is gone when it is disposed of. */
export type StandingHouse = Pick<RunningHouse, 'origin' | 'env'> & AsyncDisposable

/** Where nothing was ever started: a new database without a table, or a folder without one. */
export function anEmptyHouse(database: Database): Promise<StandingHouse> {
  return aHouse(database, 'never opened', {})
}

async function aHouse(
  database: Database,
  how: 'opened before' | 'never opened',
  settings: Readonly<Record<string, string>>,
): Promise<StandingHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'open-city-house-'))
  // Of its own, so that a test can see what is left of what was on its way.
  const onTheWay = join(folder, 'on-the-way')
  await mkdir(onTheWay)
  const isNew = how === 'never opened'
  const fresh = database === 'PostgreSQL' ? await (isNew ? newDatabase() : newOpenedDatabase()) : null
  if (database === 'PGlite' && !isNew) await copyEmbedded(join(folder, 'data'))
  const port = await freePort()
  const env = {
    PATH: process.env.PATH ?? '',
    TMPDIR: onTheWay,
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
    // Each of some sixty starts would compile all over again.
    ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
    ...(fresh && { DATABASE_URL: fresh.url }),
    ...settings,
  }
  return {
    origin: `http://localhost:${port}`,
    env,
    async [Symbol.asyncDispose]() {
      await fresh?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
