import { randomBytes, randomUUIDv7 } from 'node:crypto'

import type { Id } from '#src/domain/id.ts'

const secretBytes = 24

/** Makes new ids and secrets: ids are UUIDv7, so that rows sort by age; a secret is 192 random bits in base64url. */
export const mint = {
  id: <Kind extends string>(): Id<Kind> => randomUUIDv7() as string as Id<Kind>,
  secret: (): string => randomBytes(secretBytes).toString('base64url'),
}
