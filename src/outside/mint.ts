import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

import type { Id } from '#src/domain/id.ts'

const secretBytes = 24

/**
 * Makes new ids and secrets. Ids are UUIDv7, so that rows sort by age, also those that one process makes in the same
 * millisecond (RFC 9562, section 6.2); a secret is 192 random bits in base64url.
 */
export const mint = {
  id: <Kind extends string>(): Id<Kind> => v7() as Id<Kind>,
  secret: (): string => randomBytes(secretBytes).toString('base64url'),
}
