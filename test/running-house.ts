import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { Database } from './database.ts'
import { newDatabase } from './server.ts'

/** A letter as `/dev/mailbox.json` gives it. */
export type MailboxLetter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
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
 * Starts the built server on a new database with the cities of `cities/`; `npm run build` must have been run.
 * `through` is a program, with its arguments, that starts it in surroundings of its own; `furnish` puts into the
 * database what shall be there before the house opens.
 */
export async function runHouse(
  database: Database,
  settings: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
  furnish: (env: RunningHouse['env']) => Promise<void> = async () => undefined,
): Promise<RunningHouse> {
  const { origin, env, ...place } = await anEmptyHouse(database, settings)
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

/** Where nothing was ever started: a new database without a table, or a folder without one. */
export type EmptyHouse = Pick<RunningHouse, 'origin' | 'env'> & AsyncDisposable

export async function anEmptyHouse(
  database: Database,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmptyHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'open-city-house-'))
  const fresh = database === 'PostgreSQL' ? await newDatabase() : null
  const port = await freePort()
  const env = {
    PATH: process.env.PATH ?? '',
    TMPDIR: tmpdir(),
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
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

/** Runs one of the built programs until it says that it is ready. Throws with what it said when it ends before. */
export function startProgram(
  name: 'serve' | 'work',
  env: Readonly<Record<string, string>>,
  ready: string,
  through: readonly string[] = [],
): Promise<ChildProcess> {
  const child = launch(name, env, through)
  let said = ''
  return new Promise((done, fail) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      if (said.includes(ready)) done(child)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => fail(new Error(`${name} ended with ${code}:\n${said}`)))
  })
}

/** Runs one of the built programs, and does not wait for it. */
export function launch(
  name: 'serve' | 'work',
  env: Readonly<Record<string, string>>,
  through: readonly string[] = [],
): ChildProcessByStdio<null, Readable, Readable> {
  const node = [process.execPath, '--enable-source-maps', resolve(`dist/server/${name}.js`)]
  const [program = '', ...args] = [...through, ...node]
  return spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The places of this register become the city's own, by the program that its operator imports them with. */
export async function importPlaces(env: RunningHouse['env'], city: string, register: string): Promise<void> {
  await runToEnd([resolve('dist/server/places.js'), '--city', city, register], env)
}

/** Runs a program of Node to its end. Throws with what it said when it fails. */
export async function runToEnd(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}:\n${said}`)
}

/** Sends the signal and waits for the end; at once when it has ended already. */
export async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await exit
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
