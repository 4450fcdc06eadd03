import { readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A way to a house that one day leads to its next version. */
export type Versions = AsyncDisposable & {
  readonly origin: string
  /** From now on every built file has another name, and none its old one. */
  next(): void
}

const built = readdirSync('dist/client/assets').filter((name) => /\.m?js$|\.css$/.test(name))
const names = new RegExp(built.map((name) => name.replace(/\W/g, '\\$&')).join('|'), 'g')
const prefix = 'next.'

/** What changes for a browser when a newer version of the product stands in the place of the one that it knows. */
export async function openVersions(house: string): Promise<Versions> {
  let isNext = false
  const server = createServer(pass)

  function pass(asked: IncomingMessage, answer: ServerResponse): void {
    const path = asked.url ?? '/'
    if (isNext && path.startsWith('/assets/') && !path.includes(prefix)) {
      // To the page it is all the same; a journey ends where a part of a page is refused.
      answer.destroy()
      return
    }
    // What a browser knows by a tag, it knows of the version before.
    const { 'accept-encoding': _, 'if-none-match': __, origin, ...headers } = asked.headers
    const there = request(house + path.replace(prefix, ''), {
      method: asked.method,
      headers: { ...headers, host: new URL(house).host, ...(origin && { origin: house }) },
    })
    there.on('error', () => answer.destroy())
    there.on('response', (came) => void give(came, answer))
    asked.pipe(there)
  }

  async function give(came: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { 'content-length': size, location, ...headers } = came.headers
    const isNamed = isNext && /html|javascript|css/.test(headers['content-type'] ?? '')
    answer.writeHead(came.statusCode ?? 502, {
      ...headers,
      ...(location && { location: location.replace(house, '') }),
      ...(size && !isNamed && { 'content-length': size }),
    })
    if (isNamed) answer.end((await text(came)).replace(names, (name) => prefix + name))
    else came.pipe(answer)
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // safe: it listens on a port
  return {
    origin: `http://localhost:${port}`,
    next: () => {
      isNext = true
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
