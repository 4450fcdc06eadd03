import { createHash } from 'node:crypto'
import type { HeaderList } from '../context.ts'
import { knows } from '../kept-answers.ts'

type Facts = { readonly name: string; readonly tag: string; readonly cache: string }

/** A PDF that the browser shows, and saves under its name. Who has it already is told so. */
export function pdfAnswer(request: Request, bytes: Uint8Array, { name, tag, cache }: Facts): Response {
  const headers: HeaderList = [
    ['cache-control', cache],
    ['etag', tag],
    ['x-content-type-options', 'nosniff'],
  ]
  if (knows(request, tag)) return new Response(null, { status: 304, headers: [...headers] })
  return new Response(new Uint8Array(bytes), {
    headers: [
      ...headers,
      ['content-type', 'application/pdf'],
      ['content-length', String(bytes.byteLength)],
      ['content-disposition', `inline; filename="${name}"`],
    ],
  })
}

/** The same bytes have the same tag, from whichever process. */
export function tagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
}
