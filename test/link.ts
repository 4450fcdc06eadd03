import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { RunningHouse } from './running-house.ts'

/** A way to a house, which a test can cut. */
export type Link = AsyncDisposable & {
  readonly origin: string
  /** What has gone to the browser, in bytes. */
  bytes(): number
  /** Nobody is there any more, whatever is on its way. */
  down(): void
  up(): void
  /** From now on, breaks whenever so many further bytes have come from the browser. */
  cutAfter(bytes: readonly number[]): void
  /** How often it broke so. */
  cuts(): number
}

export async function openLink(house: Pick<RunningHouse, 'origin'>): Promise<Link> {
  const there = Number(new URL(house.origin).port)
  const open = new Set<Socket>()
  let bytes = 0
  let isDown = false
  let left: number[] = []
  let cuts = 0
  const breakOff = () => {
    for (const browser of open) browser.destroy()
  }
  const server = createServer((browser) => {
    if (isDown) {
      browser.destroy()
      return
    }
    open.add(browser)
    const house = connect(there, '127.0.0.1')
    house.on('data', (part) => {
      bytes += part.length
    })
    browser.on('data', (part) => {
      const [next] = left
      if (next === undefined) return
      left[0] = next - part.length
      if (next > part.length) return
      left = left.slice(1)
      cuts += 1
      breakOff()
    })
    browser.on('close', () => {
      open.delete(browser)
      house.destroy()
    })
    house.on('close', () => browser.destroy())
    for (const end of [browser, house]) end.on('error', () => end.destroy())
    browser.pipe(house).pipe(browser)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // safe: it listens on a port
  return {
    origin: `http://localhost:${port}`,
    bytes: () => bytes,
    down: () => {
      isDown = true
      breakOff()
    },
    up: () => {
      isDown = false
    },
    cutAfter: (after) => {
      left = [...after]
    },
    cuts: () => cuts,
    async [Symbol.asyncDispose]() {
      breakOff()
      await new Promise((done) => server.close(done))
    },
  }
}
