import type { Stored } from '#src/outside/files.ts'
import type { Context, Handler } from '../context.ts'
import { knows } from '../kept-answers.ts'
import { whoMaySee } from './who-may-see.ts'

/** What a part is by its ending: a file is never served as what somebody said it was. */
const types: Readonly<Record<string, string>> = { webp: 'image/webp', mp4: 'video/mp4', webm: 'video/webm' }

/**
 * How long anyone may show a public file again without asking. Hiding a photo takes this long to reach those who have
 * it already; a browser that asks again gets its answer without the bytes.
 */
const freshSeconds = 300

/** One part of a photo or a video: to everyone when it is public, else to those whose business it is. To others there is none. */
export const media: Handler<'media'> = async (context) => {
  const { request, holes, means, problem } = context
  const type = types[holes.part.split('.').at(-1) ?? '']
  const seenBy = type ? await whoMaySee(context) : 'nobody'
  if (seenBy === 'nobody' || !type) return problem({ kind: 'not_found' })

  // What a key names never changes.
  const etag = `"${holes.key}-${holes.part}"`
  const headers: [string, string][] = [
    ['content-type', type],
    ['cache-control', seenBy === 'everyone' ? `public, max-age=${freshSeconds}` : 'private, no-store'],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', "sandbox; default-src 'none'"],
    ['cross-origin-resource-policy', 'same-origin'],
    ['content-disposition', 'inline'],
    ['accept-ranges', 'bytes'],
    ['etag', etag],
  ]
  if (knows(request, etag)) return new Response(null, { status: 304, headers })

  const range = rangeOf(context, etag)
  const stored = await means.files.get(`media/${holes.key}/${holes.part}`, range ?? undefined)
  if (!stored) return problem({ kind: 'not_found' })
  if (request.method === 'HEAD') {
    await stored.body.cancel()
    return new Response(null, { headers: [...headers, length(stored.size)] })
  }
  return range ? partOf(stored, headers) : new Response(stored.body, { headers: [...headers, length(stored.size)] })
}

function partOf({ body, start, end, size }: Stored, headers: [string, string][]): Response {
  if (start > end)
    return new Response(null, { status: 416, headers: [...headers, ['content-range', `bytes */${size}`]] })
  const part: [string, string][] = [['content-range', `bytes ${start}-${end}/${size}`], length(end - start + 1)]
  return new Response(body, { status: 206, headers: [...headers, ...part] })
}

function length(bytes: number): [string, string] {
  return ['content-length', String(bytes)]
}

/** A single range that begins somewhere; for any other the whole file is an answer too (RFC 9110, 14.2). */
function rangeOf(
  { request: { method, headers } }: Context<'media'>,
  etag: string,
): { start: number; end?: number } | null {
  const condition = headers.get('if-range')
  if (method !== 'GET' || (condition !== null && condition !== etag)) return null
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(headers.get('range')?.trim() ?? '') ?? []
  if (!from || (to && Number(to) < Number(from))) return null
  return to ? { start: Number(from), end: Number(to) } : { start: Number(from) }
}
