import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#src/domain/examples.ts'
import type { Means } from '#src/operations/means.ts'
import { diskFiles } from '#src/outside/disk-files.ts'
import { mint } from '#src/outside/mint.ts'
import type { Store } from '#src/store/store.ts'

/** What an operation needs, with a clock that stands still until a test sets it, and files in a folder of its own, which is there once one is put. */
export type TestMeans = Means & { readonly clock: { at: Temporal.Instant }; readonly folder: string }

/** Means on a store of {@link describeOnBoth}: all of it real but the time. */
export function means(store: Store, { now = day(0) }: { readonly now?: Temporal.Instant } = {}): TestMeans {
  const clock = { at: now }
  const folder = join(tmpdir(), 'open-city-test-files', crypto.randomUUID())
  return { store, files: diskFiles(folder), mint, now: () => clock.at, clock, folder }
}
