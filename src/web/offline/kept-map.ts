import { shelves } from './shelves.ts'

/** The part of a city's streets that a map asks for, from the file that the person keeps; else from the server. */
export async function partOfMap(request: Request): Promise<Response> {
  const kept = await keptStreets(request.url).catch(() => undefined)
  return kept ? partOf(kept, request).catch(() => fetch(request)) : fetch(request)
}

async function keptStreets(address: string): Promise<Response | undefined> {
  const isKept = await caches.has(shelves.map)
  return isKept ? (await caches.open(shelves.map)).match(address, { ignoreVary: true }) : undefined
}

async function partOf(kept: Response, request: Request): Promise<Response> {
  const whole = await kept.blob()
  const headers = new Headers(kept.headers)
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? []
  if (from === undefined) return new Response(request.method === 'HEAD' ? null : whole, { headers })
  const start = Number(from)
  const end = Math.min(to ? Number(to) : whole.size - 1, whole.size - 1)
  headers.set('content-range', `bytes ${start}-${end}/${whole.size}`)
  headers.set('content-length', String(end - start + 1))
  return new Response(whole.slice(start, end + 1), { status: 206, headers })
}
