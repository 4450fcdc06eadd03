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
  readonly draw: () => Promise<string | null>
  readonly headers?: HeaderList
}

export type KeptAnswers = (request: Request, look: Look) => Promise<Response | null>

/**
 * Answers kept by version (decision 0003) together with their compressed bytes. A browser that has the same text
 * already is told so, whichever version or process it came from.
 */
export function keptAnswers(most: number): KeptAnswers {
  const kept = keptPages<Body | null>(most)

  return async (request, { key, version, type, draw, headers = [] }) => {
    const body = await kept(key, version, async () => bodyOf(await draw()))
    if (!body) return null
    const common: HeaderList = [
      ['cache-control', 'no-cache'],
      ['etag', body.etag],
      ['vary', 'Accept-Encoding, Cookie'],
      ...headers,
    ]
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

/** True when the browser has what this tag names. */
export function knows({ headers }: Request, etag: string): boolean {
  const known = headers.get('if-none-match')?.split(',') ?? []
  return known.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))
}

function bodyOf(text: string | null): Body | null {
  if (text === null) return null
  const plain = new TextEncoder().encode(text)
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>([[null, Promise.resolve(plain)]])
  return {
    // Weak: the same words in another compression are other bytes.
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    bytes(encoding) {
      const known = made.get(encoding)
      if (known || encoding === null) return known ?? Promise.resolve(plain)
      const bytes = compressed(text, encoding)
      made.set(encoding, bytes)
      return bytes
    },
  }
}
