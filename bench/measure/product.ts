import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ended } from '#test/programs.ts'
import { freePort } from '#test/running-house.ts'
import { secret } from './figures.ts'
import { memory } from './processor-time.ts'

export type Product = {
  readonly origin: string
  readonly pid: number
  /** From the start of the process to its first answer. */
  readonly secondsToStart: number
  readonly megabytesIdle: number
  stop(): Promise<void>
}

/**
 * The built product in a process of its own, as its operator runs it, its log going to a file. With settings of its own:
 * `WORK` decides whether it does the city's jobs besides.
 */
export async function startProduct(
  place: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const port = await freePort()
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    SECRET: secret,
    ...(place.startsWith('postgres') ? { DATABASE_URL: place, DATA_DIR: folder } : { DATA_DIR: place }),
    ...settings,
  }
  const log = openSync(join(folder, 'product.log'), 'w')
  const start = performance.now()
  const child = spawn(process.execPath, ['--enable-source-maps', resolve('dist/server/serve.js')], {
    env,
    stdio: ['ignore', log, 'inherit'],
  })
  process.once('exit', () => child.kill())
  const origin = `http://localhost:${port}`
  await answers(`${origin}/readyz`, child)
  const pid = child.pid ?? 0
  return {
    origin,
    pid,
    secondsToStart: (performance.now() - start) / 1000,
    megabytesIdle: memory(pid).now,
    stop: () => ended(child, 'SIGTERM'),
  }
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`The product ended with ${child.exitCode}`)
}
