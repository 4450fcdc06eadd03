import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'

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

/** The tables are made and the cities brought in, by the program that a deploy runs. */
export async function migrate(env: Readonly<Record<string, string>>): Promise<void> {
  await runToEnd([resolve('dist/server/migrate.js')], env)
}

/** The places of this register become the city's own, by the program that its operator imports them with. */
export async function importPlaces(
  env: Readonly<Record<string, string>>,
  city: string,
  register: string,
): Promise<void> {
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
