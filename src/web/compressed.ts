import { promisify } from 'node:util'
import { brotliCompress, constants, gzip as gzipCompress } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | null

/** The best encoding that the client takes. */
export function encodingFor(accepted: string | null): Encoding {
  if (!accepted) return null
  const takes = (name: string) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:\\s*,|\\s*$))`, 'i').test(accepted)
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : null
}

/** Shorter than this, an answer fits a packet as it is. */
export const leastCompressed = 1000

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzipCompress)

/** How hard: `page` at the level whose cost a page repays on any line, `hard` for what is compressed once and asked for often. */
const levels = { page: { br: 4, gzip: 6 }, hard: { br: 11, gzip: 9 } } as const

/** Content for the wire, compressed off the main thread. */
export async function compressed(
  content: string | Uint8Array,
  encoding: NonNullable<Encoding>,
  level: keyof typeof levels = 'page',
): Promise<Uint8Array<ArrayBuffer>> {
  const mode = typeof content === 'string' ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC
  const { br, gzip } = levels[level]
  const params = { [constants.BROTLI_PARAM_QUALITY]: br, [constants.BROTLI_PARAM_MODE]: mode }
  const bytes = encoding === 'br' ? await brotli(content, { params }) : await gzipped(content, { level: gzip })
  return bytes as Uint8Array<ArrayBuffer> // safe: zlib allocates its own memory, never shared
}
