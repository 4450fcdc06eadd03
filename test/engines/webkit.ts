import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { freePort } from '../running-house.ts'
import { narrow, patience, type Tab } from './tab.ts'

/** WebKit's own small browser on a screen that nobody sees, driven by classic WebDriver (https://www.w3.org/TR/webdriver2/). */
export async function openWebKit(driver: string): Promise<Tab> {
  const home = await mkdtemp(join(tmpdir(), 'open-city-webkit-'))
  const [screen, port] = await Promise.all([aScreen(), freePort()])
  const program = spawn(driver, [`--port=${port}`], {
    env: {
      PATH: process.env.PATH,
      HOME: home,
      DISPLAY: screen.display,
      // Root may not shut a browser in, and pages of ours are no strangers.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
    stdio: 'ignore',
  })
  const closeAll = async () => {
    await Promise.all([ended(program), ended(screen.program)])
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const origin = `http://127.0.0.1:${port}`
    await vi.waitFor(() => said(origin, 'GET', '/status'), { timeout: patience, interval: 50 })
    const { sessionId } = (await said(origin, 'POST', '/session', { capabilities: {} })) as { sessionId: string }
    const tab = await tabOf(`${origin}/session/${sessionId}`)
    return {
      ...tab,
      async close() {
        try {
          await said(`${origin}/session/${sessionId}`, 'DELETE', '')
        } finally {
          await closeAll()
        }
      },
    }
  } catch (fault) {
    await closeAll()
    throw fault
  }
}

/** The name by which an answer holds an element. */
const reference = 'element-6066-11e4-a52e-4f735466cecf'

async function tabOf(session: string): Promise<Omit<Tab, 'close'>> {
  const post = (command: string, body: object) => said(session, 'POST', command, body)
  const find = async (path: string) => {
    const found = (await post('/element', { using: 'xpath', value: path })) as { [reference]: string }
    return `/element/${found[reference]}`
  }
  const see = async (path: string) => {
    const isSeen = async () => {
      if (!(await said(session, 'GET', `${await find(path)}/displayed`))) throw new Error(`${path} can’t be seen`)
    }
    await vi.waitFor(isSeen, { timeout: patience, interval: 50 })
  }
  await post('/timeouts', { implicit: patience, pageLoad: patience })
  await post('/window/rect', narrow)

  return {
    async open(url) {
      await post('/url', { url })
    },
    address: async () => String(await said(session, 'GET', '/url')),
    see,
    async press(path) {
      await see(path)
      const press = async () => post(`${await find(path)}/click`, {})
      // What a page scrolls to smoothly can't be pressed before it is there.
      await vi.waitFor(press, { timeout: patience, interval: 50 })
    },
    async type(path, text) {
      await see(path)
      await post(`${await find(path)}/value`, { text })
    },
    async pick(path, text) {
      await post(`${await find(path)}/value`, { text })
    },
    ask: (script) => post('/execute/sync', { script, args: [] }),
    complaints: () => [],
  }
}

/** What the driver answers to one command. */
async function said(origin: string, method: string, command: string, body?: object): Promise<unknown> {
  const signal = AbortSignal.timeout(2 * patience)
  const answer = await fetch(origin + command, { method, signal, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await answer.json()) as { value: unknown }
  if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(value)}`)
  return value
}

async function aScreen(): Promise<{ readonly display: string; readonly program: ChildProcess }> {
  const program = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '800x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const told = once(program.stdio[3] as NodeJS.EventEmitter, 'data') // safe: asked for as a pipe
  const gone = once(program, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`)))
  gone.catch(() => undefined)
  const [number] = await Promise.race([told, gone])
  return { display: `:${String(number).trim()}`, program }
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  program.kill()
  await once(program, 'exit')
}
