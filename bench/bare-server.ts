import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// The same HTTP library with nothing behind it: it gives back, byte for byte, what the product answered before.

/** What it is told: whole answers by their addresses; a form gets the first, whatever its address. */
export type Answers = ReadonlyMap<string, KeptAnswer>
export type KeptAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

let answers: Answers = new Map()
let first: KeptAnswer = { status: 503, headers: {}, body: new Uint8Array() }

const app = new Hono()
app.get('*', ({ req }) => response(answers.get(req.url.slice(req.url.indexOf('/', 8))) ?? first))
app.post('*', async ({ req }) => {
  await req.text()
  return response(first)
})

function response({ status, headers, body }: KeptAnswer): Response {
  return new Response(body.byteLength > 0 ? body : null, { status, headers })
}

process.on('message', (told: Answers) => {
  answers = told
  first = [...told.values()][0] ?? first
  process.send?.('ready')
})

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server // safe: neither HTTP/2 nor TLS was asked for
server.once('listening', () => {
  const address = server.address()
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0)
})
