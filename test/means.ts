import { day } from '#src/domain/examples.ts'
import type { Means } from '#src/operations/means.ts'
import type { Files } from '#src/outside/files.ts'
import { mint } from '#src/outside/mint.ts'
import type { Store } from '#src/store/store.ts'
import { memoryFiles } from './memory-files.ts'

/** What an operation needs, with a clock that stands still until a test sets it. */
export type TestMeans = Means & { readonly clock: { at: Temporal.Instant } }

/** Means on a store of {@link describeOnBoth}: real ids and secrets, files of its own, and the time a test says. */
export function means(
  store: Store,
  { now = day(0), files = memoryFiles() }: { now?: Temporal.Instant; files?: Files } = {},
): TestMeans {
  const clock = { at: now }
  return { store, files, mint, now: () => clock.at, clock }
}
