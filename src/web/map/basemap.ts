import type { Basemaps } from '#src/outside/basemap/basemaps.ts'
import type { Handler } from '../context.ts'
import { storedAnswer } from '../stored-answer.ts'

/** The city's streets as a PMTiles archive, in the parts that its readers ask for; 204 where the operator gave none. */
export function basemapFrom(basemaps: Basemaps): Handler<'basemap'> {
  return async ({ request, holes, means, now, problem, guides }) => {
    if (!guides.has(holes.city)) return problem({ kind: 'not_found' })
    const basemap = await basemaps.of(holes.city, now)
    const answer =
      basemap &&
      (await storedAnswer(request, means.files, {
        key: basemap.key,
        etag: `"${basemap.edition}"`,
        headers: [
          ['content-type', 'application/octet-stream'],
          // Compressing would change what a byte range means. A reader that finds another tag begins anew.
          ['cache-control', 'public, max-age=86400, stale-while-revalidate=604800, no-transform'],
          ['x-content-type-options', 'nosniff'],
        ],
      }))
    return answer ?? new Response(null, { status: 204, headers: { 'cache-control': 'no-cache' } })
  }
}
