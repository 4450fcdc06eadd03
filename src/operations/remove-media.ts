import type { CityId, DraftKey, MediaId } from '#src/domain/id.ts'
import * as media from '#src/store/media.ts'
import type { Means } from './means.ts'

/** Takes a waiting file away for good. One that is a report's stays, as does one of another draft. */
export async function removeMedia(
  { store, files }: Pick<Means, 'store' | 'files'>,
  city: CityId,
  draft: DraftKey,
  id: MediaId,
): Promise<void> {
  // The row first: what a crash leaves in the files is an orphan, and the sweep's.
  const key = await media.removeWaiting(store.of(city), id, draft)
  if (!key) return
  const stored = await Array.fromAsync(files.list(`media/${key}/`))
  await files.remove(stored.map((file) => file.key))
}
