import type { Files, Stored } from '#src/outside/files.ts'
import type { HeaderList } from './context.ts'
import { knows } from './kept-answers.ts'

type Kept = {
  readonly key: string
  /** What the key names never changes under the same tag. */
  readonly etag: string
  readonly headers: HeaderList
}

/** A stored file, whole or the part that is asked for; null when there is none. A browser that has it is told so. */
export async function storedAnswer(
  request: Request,
  files: Files,
  { key, etag, headers }: Kept,
): Promise<Response | null> {
  const all: [string, string][] = [...headers, ['accept-ranges', 'bytes'], ['etag', etag]]
  if (knows(request, etag)) return new Response(null, { status: 304, headers: all })

  const range = rangeOf(request, etag)
  const stored = await files.get(key, range ?? undefined)
  if (!stored) return null
  if (request.method === 'HEAD') {
    await stored.body.cancel()
    return new Response(null, { headers: [...all, length(stored.size)] })
  }
  return range ? partOf(stored, all) : new Response(stored.body, { headers: [...all, length(stored.size)] })
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
function rangeOf({ method, headers }: Request, etag: string): { start: number; end?: number } | null {
  const condition = headers.get('if-range')
  if (method !== 'GET' || (condition !== null && condition !== etag)) return null
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(headers.get('range')?.trim() ?? '') ?? []
  if (!from || (to && Number(to) < Number(from))) return null
  return to ? { start: Number(from), end: Number(to) } : { start: Number(from) }
}
