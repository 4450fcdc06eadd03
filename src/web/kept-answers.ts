import { createHash } from 'node:crypto'

import { compressed, type Encoding, encodingFor, leastCompressed } from './compressed.ts'
import type { HeaderList } from './context.ts'
import { keptPages } from './kept-pages.ts'

/** What was drawn, with each form it travels in made at most once. */
type Body = {
  readonly etag: string
  bytes(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}

export type Look = {
  /** Everything that what is drawn depends on, besides the version. */
  readonly key: string
  readonly version: number
  readonly type: string
  /** Null when there is nothing to show at this version. */
  readonly draw: () => Promise<string | Uint8Array | null>
  /** What the version makes of it, where nothing else does; else the content is its own tag. */
  readonly etag?: string
  readonly headers?: HeaderList
}

/** Who is signed in sees other pages, and who saves data fewer pictures. */
export const variesBy = 'Accept-Encoding, Cookie, Save-Data'

export type KeptAnswers = (request: Request, look: Look) => Promise<Response | null>

/**
 * Answers kept by version (decision 0003) together with their compressed bytes. A browser that has the same text
 * already is told so, whichever version or process it came from.
 */
export function keptAnswers(most: number): KeptAnswers {
  const kept = keptPages<Body | null>(most)

  return async (request, { key, version, type, draw, etag, headers = [] }) => {
    if (etag && knows(request, etag))
      return new Response(null, { status: 304, headers: [...headersFor(etag, headers)] })
    const body = await kept(key, version, async () => bodyOf(await draw(), etag))
    if (!body) return null
    const common = headersFor(body.etag, headers)
    if (knows(request, body.etag)) return new Response(null, { status: 304, headers: [...common] })

    const wanted = encodingFor(request.headers.get('accept-encoding'))
    const plain = await body.bytes(null)
    const encoding = plain.byteLength < leastCompressed ? null : wanted
    const encoded: HeaderList = encoding ? [['content-encoding', encoding]] : []
    return new Response(encoding ? await body.bytes(encoding) : plain, {
      headers: [['content-type', type], ...common, ...encoded],
    })
  }
}

function headersFor(etag: string, more: HeaderList): HeaderList {
  return [['cache-control', 'no-cache'], ['etag', etag], ['vary', variesBy], ...more]
}

/** True when the browser has what this tag names. */
export function knows({ headers }: Request, etag: string): boolean {
  const known = headers.get('if-none-match')?.split(',') ?? []
  return known.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))
}

function bodyOf(content: string | Uint8Array | null, etag?: string): Body | null {
  if (content === null) return null
  const plain = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>([[null, Promise.resolve(plain)]])
  return {
    // Weak: the same words in another compression are other bytes.
    etag: etag ?? `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    bytes(encoding) {
      const known = made.get(encoding)
      if (known || encoding === null) return known ?? Promise.resolve(plain)
      const bytes = compressed(content, encoding)
      made.set(encoding, bytes)
      return bytes
    },
  }
}
