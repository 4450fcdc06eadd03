import { shelves, shelvesToLookIn } from './shelves.ts'
import { worker } from './worker-scope.ts'

/** Brings what every page needs, and what a kept map needs to be drawn. What is here already is not asked for again. */
export async function bringBuilt(): Promise<void> {
  const { files, mapFiles } = worker.openCity
  const cache = await caches.open(shelves.built)
  const all = (await hasMap()) ? [...files, ...mapFiles] : files
  for (const address of all) if (!(await cache.match(address))) await cache.add(address)
}

/** A built file never changes under its name. */
export async function builtFile(request: Request): Promise<Response> {
  const cache = await caches.open(shelves.built)
  const kept = await cache.match(request.url, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request.url, answer.clone()).catch(() => undefined)
  return answer
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
