import type { Id } from '#src/domain/id.ts'
import type { Files } from '#src/outside/files.ts'
import type { Store } from '#src/store/store.ts'

/** Everything an operation may need from the world, built once in `bin/` and handed in. */
export type Means = {
  readonly store: Store
  readonly files: Files
  readonly now: () => Temporal.Instant
  readonly mint: Mint
}

export type Mint = {
  /** UUIDv7: rows sort by age. */
  readonly id: <Kind extends 'report' | 'media' | 'link' | 'notice'>() => Id<Kind>
  /** 128 random bits or more, safe in an address: for what must not be guessed. */
  readonly secret: () => string
}
