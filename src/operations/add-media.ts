import type { CityId, DraftKey, MediaId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { MediaProblem } from '#src/outside/media/media-problem.ts'
import { prepareMedia } from '#src/outside/media/prepare-media.ts'
import * as media from '#src/store/media.ts'
import type { Means } from './means.ts'

export type Added = { readonly media: media.Media; readonly gps: Point | null }

/**
 * Takes one file of a form: decided by content, made anew, stripped, stored under an unguessable key, and left to
 * wait for the report with this draft's key. The original stays the caller's, to be removed with the form.
 */
export async function addMedia(
  { store, files, now, mint }: Means,
  city: CityId,
  draft: DraftKey,
  path: string,
  most: number,
): Promise<Result<Added, MediaProblem | { readonly kind: 'too_many_files'; readonly most: number }>> {
  const tx = store.of(city)
  if ((await media.waitingFor(tx, draft)).length >= most) return refuse({ kind: 'too_many_files', most })

  const prepared = await prepareMedia(path)
  if (!prepared.ok) return prepared

  await using made = prepared.value
  const { kind, type, width, height, gps, parts } = made
  const row: media.Media = { id: mint.id<'media'>() as MediaId, key: mint.secret(), kind, type, width, height }
  // Files first: a row never names a file that is not there. What a crash leaves without a row is swept.
  for (const part of parts) await files.put(`media/${row.key}/${part.name}`, part.body(), part.type)
  await media.insert(tx, row, draft, now())
  return ok({ media: row, gps })
}
