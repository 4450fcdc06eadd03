import autocannon from 'autocannon'
import type { Ask } from './figures.ts'

export type Load = { readonly count: number; readonly seconds: number }

type Course = {
  readonly origin: string
  readonly ask: () => Ask
  readonly status: number
  readonly connections: number
  readonly seconds: number
}

/** Asks as fast as answers come, over so many connections. Throws when an answer is another one than it should be. */
export async function load({ origin, ask, status, connections, seconds }: Course): Promise<Load> {
  const start = performance.now()
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    // The end is looked for once in so many milliseconds.
    sampleInt: Math.round(seconds * 1000),
    requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(ask(), origin) }) }],
  } as autocannon.Options)
  const counts = Object.entries(result.statusCodeStats ?? {})
  const count = counts.find(([code]) => code === String(status))?.[1].count ?? 0
  if (counts.length > (count === 0 ? 0 : 1) || result.errors > 0)
    throw new Error(`${requestOf(ask(), origin).path} was answered by ${JSON.stringify(result.statusCodeStats)}`)
  return { count, seconds: (performance.now() - start) / 1000 }
}

type Sent = Pick<autocannon.Request, 'method' | 'path' | 'headers' | 'body'>

/** As a browser asks. */
export function requestOf({ path, cookie, form }: Ask, origin: string): Sent {
  const headers = { 'accept-encoding': 'gzip, deflate, br', ...(cookie && { cookie }) }
  if (!form) return { method: 'GET', path, headers }
  return {
    method: 'POST',
    path,
    headers: { ...headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  }
}
