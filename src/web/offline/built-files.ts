import { shelves, shelvesToLookIn } from './shelves.ts'
import { worker } from './worker-scope.ts'

/** Under this header a kept file bears the digest of its bytes. */
const seal = 'kept-seal'

/** Brings what every page needs, and what a kept map needs to be drawn. What is here already is not asked for again. */
export async function bringBuilt(): Promise<void> {
  const { files, mapFiles } = worker.openCity
  const cache = await caches.open(shelves.built)
  const all = (await hasMap()) ? [...files, ...mapFiles] : files
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  for (const address of all) if (!here.has(address)) await keep(cache, address, await fetch(address))
}

/** A built file never changes under its name; what a failing disk made of it is asked for anew. */
export async function builtFile(request: Request): Promise<Response> {
  const cache = await caches.open(shelves.built).catch(() => null)
  const kept = await cache?.match(request.url, { ignoreVary: true }).catch(() => undefined)
  if (kept && (await isSealed(kept.clone()))) return kept
  const answer = await fetch(request)
  if (cache && answer.ok) await keep(cache, request.url, answer.clone()).catch(() => undefined)
  return answer
}

async function keep(cache: Cache, address: string, answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  const bytes = await answer.arrayBuffer()
  const headers = new Headers(answer.headers)
  // The bytes were unpacked on the way.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set(seal, await digestOf(bytes))
  await cache.put(address, new Response(bytes, { headers }))
}

async function isSealed(kept: Response): Promise<boolean> {
  try {
    const bytes = await kept.arrayBuffer()
    // Pages that keep a map put files here too, and bear none.
    return !kept.headers.has(seal) || kept.headers.get(seal) === (await digestOf(bytes))
  } catch {
    return false
  }
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join()
}

/** Takes away what neither this version of the product nor any kept page names. */
export async function dropOldBuilt(): Promise<void> {
  const { files, mapFiles } = worker.openCity
  const known = new Set([...files, ...mapFiles, ...(await namedByPages())])
  const cache = await caches.open(shelves.built)
  const old = (await cache.keys()).filter(({ url }) => !known.has(new URL(url).pathname))
  await Promise.all(old.map((request) => cache.delete(request)))
}

/** A page that an older version drew is looked at as it was. */
async function namedByPages(): Promise<readonly string[]> {
  const named: string[] = []
  for (const cache of await shelvesToLookIn()) {
    for (const request of await cache.keys()) {
      const html = (await (await cache.match(request))?.text()) ?? ''
      named.push(...(html.match(/\/assets\/[\w.-]+/g) ?? []))
    }
  }
  return named
}

async function hasMap(): Promise<boolean> {
  return (await caches.has(shelves.map)) && (await (await caches.open(shelves.map)).keys()).length > 0
}
