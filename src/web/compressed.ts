import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

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
const gzipped = promisify(gzip)

/** Content for the wire, compressed off the main thread at the level whose cost a page repays on any line. */
export async function compressed(
  content: string | Uint8Array,
  encoding: NonNullable<Encoding>,
): Promise<Uint8Array<ArrayBuffer>> {
  const mode = typeof content === 'string' ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: mode }
  const bytes = encoding === 'br' ? await brotli(content, { params }) : await gzipped(content, { level: 6 })
  return bytes as Uint8Array<ArrayBuffer> // safe: zlib allocates its own memory, never shared
}
