import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'

import type { Config } from '#src/config.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { readOn } from './read-on.ts'

type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>
type AnyFetch = Parameters<typeof serve>[0]['fetch']

/** Milliseconds until who is slow is cut off, and between two looks for them. */
export type Patience = {
  readonly headers: number
  readonly request: number
  readonly idle: number
  readonly look: number
}

/** A video over a poor network takes minutes; a line of a request never does. */
const usual: Patience = { headers: 20_000, request: 300_000, idle: 65_000, look: 5000 }

/** Says in a sentence why nobody could listen there now; null when one could. */
export async function whyNotListen({ port, host }: Pick<Config, 'port' | 'host'>): Promise<string | null> {
  const server = createServer()
  return new Promise((done) => {
    server.once('error', (fault: NodeJS.ErrnoException) => done(sentenceOf(fault, port, host)))
    server.listen(port, host, () => server.close(() => done(null)))
  })
}

/** Listens; or says in a sentence why that cannot be. Slow or endless requests are cut off by the clock. */
export async function listen(
  fetch: Fetch,
  { port, host }: Pick<Config, 'port' | 'host'>,
  { headers, request, idle, look }: Patience = usual,
): Promise<Result<Server, string>> {
  const timeouts = {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: look,
  }
  // Safe, both: neither HTTP/2 nor TLS was asked for.
  const answering = readWhole(fetch) as AnyFetch
  const server = serve({ fetch: answering, port, hostname: host, serverOptions: timeouts }) as Server
  return new Promise((done) => {
    server.once('listening', () => done(ok(server)))
    server.once('error', (fault: NodeJS.ErrnoException) => done(refuse(sentenceOf(fault, port, host))))
  })
}

/** A connection on which more is sent than anybody reads ends with its answer. */
function readWhole(fetch: Fetch): Fetch {
  return async (request, env) => {
    const answer = await fetch(request, env)
    const { incoming, outgoing } = env
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
    if (hasBody && !(await readOn(incoming))) outgoing.shouldKeepAlive = false
    return answer
  }
}

/** No new connections; those in hand are answered, once more and no further, for so many seconds at most. */
export async function stopListening(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => done())
  })
  // Told that this was the last, a browser comes back on a new connection; else it would ask on here without end.
  server.prependListener('request', (_, answer) => {
    answer.shouldKeepAlive = false
  })
  // An answer that had begun before promised more: its connection goes as soon as it is idle.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), seconds * 1000)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

function sentenceOf({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what listens there, or set PORT to another number.`
  if (code === 'EACCES') return `Port ${port} needs more rights: set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this machine.`
  return `Port ${port} cannot be opened: ${message}.`
}
