import { createHash } from 'node:crypto'
import type { Id } from '#src/domain/id.ts'

/** An id in the form of a UUID that is the same for the same name: version 8 of RFC 9562, from SHA-256. */
export function fixedId<Kind extends string>(name: string): Id<Kind> {
  const hash = createHash('sha256').update(`open-city demo ${name}`).digest('hex')
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 3) | 8).toString(16)
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ]
  return parts.join('-') as Id<Kind>
}
