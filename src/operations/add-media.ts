import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

import type { CityId, DraftKey, MediaId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { NoRoom } from '#src/outside/files.ts'
import type { MediaProblem } from '#src/outside/media/media-problem.ts'
import { prepareMedia } from '#src/outside/media/prepare-media.ts'
import type { Part } from '#src/outside/media/prepared.ts'
import * as media from '#src/store/media.ts'
import type { Means } from './means.ts'

export type Added = { readonly media: media.Media; readonly gps: Point | null }

export type AddingProblem =
  | MediaProblem
  | { readonly kind: 'too_many_files'; readonly most: number }
  /** Where files are kept, not another one fits. */
  | { readonly kind: 'no_room' }

/**
 * Takes one file of a form: decided by content, made anew, stripped, stored under an unguessable key, and left to
 * wait for the report with this draft's key. The same file sent again, however often, is the one that is there already.
 * The original stays the caller's, to be removed with the form.
 */
export async function addMedia(
  { store, files, now, mint }: Means,
  city: CityId,
  draft: DraftKey,
  path: string,
  most: number,
): Promise<Result<Added, AddingProblem>> {
  const tx = store.of(city)
  const waiting = { draft, source: await fingerprint(path) }
  const earlier = await media.findSame(tx, waiting)
  if (!earlier && (await media.waitingFor(tx, draft)).length >= most) return refuse({ kind: 'too_many_files', most })

  const prepared = await prepareMedia(path)
  if (!prepared.ok) return prepared

  await using made = prepared.value
  const { kind, type, width, height, gps, parts } = made
  if (earlier) return ok({ media: earlier, gps })

  const row: media.Media = { id: mint.id<'media'>() as MediaId, key: mint.secret(), kind, type, width, height }
  // Files first: a row never names a file that is not there. What a crash leaves without a row is swept.
  const keys = parts.map(({ name }) => `media/${row.key}/${name}`)
  if (!(await fit(files, row, parts))) {
    await files.remove(keys)
    return refuse({ kind: 'no_room' })
  }
  const kept = await store.inCity(city, (open) => media.keepWaiting(open, row, waiting, { most, now: now() }))
  if (kept !== row) await files.remove(keys)
  return kept ? ok({ media: kept, gps }) : refuse({ kind: 'too_many_files', most })
}

async function fit(files: Means['files'], { key }: media.Media, parts: readonly Part[]): Promise<boolean> {
  try {
    for (const { name, body, type } of parts) await files.put(`media/${key}/${name}`, body(), type)
    return true
  } catch (fault) {
    if (fault instanceof NoRoom) return false
    throw fault
  }
}

async function fingerprint(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
