/** Both ends included. */
export type ByteRange = { readonly first: number; readonly last: number }

/**
 * The part that a Range header asks for, within `size` bytes. Null when there is none or it is not a single range of
 * bytes: the whole is the answer then (RFC 9110, 14.2).
 */
export function rangeAsked(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (!from && !to) return null
  if (!from) return lastBytes(Number(to), size)

  const first = Number(from)
  const last = to ? Number(to) : size - 1
  if (to && last < first) return null
  return first < size ? { first, last: Math.min(last, size - 1) } : 'unsatisfiable'
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  if (count === 0 || size === 0) return 'unsatisfiable'
  return { first: Math.max(0, size - count), last: size - 1 }
}
