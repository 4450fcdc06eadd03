import type { Handler } from '../context.ts'
import { storedAnswer } from '../stored-answer.ts'

/** The city's streets as a PMTiles archive, in the parts that its readers ask for; 204 where the operator gave none. */
export const basemap: Handler<'basemap'> = async (context) => {
  const found = await context.basemap()
  const answer =
    found &&
    (await storedAnswer(context.request, context.means.files, {
      key: found.key,
      etag: `"${found.edition}"`,
      headers: [
        ['content-type', 'application/octet-stream'],
        // Compressing would change what a byte range means. A reader that finds another tag begins anew.
        ['cache-control', 'public, max-age=86400, stale-while-revalidate=604800, no-transform'],
        ['x-content-type-options', 'nosniff'],
      ],
    }))
  return answer ?? new Response(null, { status: 204, headers: { 'cache-control': 'no-cache' } })
}
