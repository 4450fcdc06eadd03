import type { CityId, UploadId } from '#src/domain/id.ts'
import * as uploads from '#src/store/uploads.ts'
import type { Means } from './means.ts'

/** Forgets a file on its way, and what has arrived of it. What it became already stays. */
export async function removeUpload(
  { store, files }: Pick<Means, 'store' | 'files'>,
  city: CityId,
  id: UploadId,
): Promise<void> {
  // The row first: what a crash leaves in the files is an orphan, and the sweep's.
  await uploads.remove(store.of(city), id)
  const stored = await Array.fromAsync(files.list(`uploads/${id}/`))
  await files.remove(stored.map(({ key }) => key))
}
