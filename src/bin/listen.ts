import type { Server } from 'node:http'
import { serve } from '@hono/node-server'

import type { Config } from '#src/config.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'

type Fetch = Parameters<typeof serve>[0]['fetch']

/** Listens; or says in a sentence why that cannot be. Slow or endless requests are cut off by the clock. */
export async function listen(
  fetch: Fetch,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<Result<Server, string>> {
  const timeouts = {
    headersTimeout: 20_000,
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5000,
  }
  const server = serve({ fetch, port, hostname: host, serverOptions: timeouts }) as Server // safe: neither HTTP/2 nor TLS was asked for
  return new Promise((done) => {
    server.once('listening', () => done(ok(server)))
    server.once('error', (fault: NodeJS.ErrnoException) => done(refuse(sentenceOf(fault, port, host))))
  })
}

/** No new connections; those in hand are answered, for so many seconds at most. */
export async function stopListening(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => done())
  })
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), seconds * 1000)
  await closed
  clearTimeout(late)
}

function sentenceOf({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what listens there, or set PORT to another number.`
  if (code === 'EACCES') return `Port ${port} needs more rights: set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this machine.`
  return `Port ${port} cannot be opened: ${message}.`
}
