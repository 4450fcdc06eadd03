import type { Checksum } from '#src/operations/receive-piece.ts'

/** Bytes of a digest. The first that a sender knows is the one to take. */
const lengths = { sha256: 32, sha1: 20 } as const

/** The names of the algorithms, as tus says them. */
export const checksums = Object.keys(lengths).join(',')

/** What an `Upload-Checksum` says: null without one, undefined when it is none that we know. */
export function checksumFrom(header: string | null): Checksum | null | undefined {
  if (header === null) return null
  const [, algorithm = '', encoded = ''] = /^(sha1|sha256) ([A-Za-z0-9+/]+={0,2})$/.exec(header) ?? []
  const digest = Buffer.from(encoded, 'base64')
  if (!isKnown(algorithm) || digest.length !== lengths[algorithm]) return undefined
  return { algorithm, digest }
}

function isKnown(algorithm: string): algorithm is keyof typeof lengths {
  return Object.hasOwn(lengths, algorithm)
}
