import { type Kysely, sql } from 'kysely'

import type { DraftKey, MediaId, PersonId, UploadId } from '#src/domain/id.ts'
import type { Media } from './media.ts'
import { instant, moment } from './moment.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** A file on its way. */
export type Upload = {
  readonly id: UploadId
  readonly draft: DraftKey
  /** Who began it, if signed in. */
  readonly person: PersonId | null
  /** Bytes of the whole, and of what has arrived. */
  readonly length: number
  readonly received: number
  /** Names of what has arrived, in order. */
  readonly pieces: readonly string[]
  /** What it became; null until it is whole. */
  readonly media: Media | null
  /** When its last piece came, or it began. */
  readonly movedAt: Temporal.Instant
}

/** A part of a file that came in one go, from byte `at` on. */
export type Piece = { readonly at: number; readonly length: number; readonly name: string }

export async function begin(
  tx: Tx,
  { id, draft, person, length }: Pick<Upload, 'id' | 'draft' | 'person' | 'length'>,
  now: Temporal.Instant,
): Promise<void> {
  const row = { city_id: tx.city, id, draft_key: draft, person_id: person, length, media_id: null }
  await tx.db
    .insertInto('upload')
    .values({ ...row, moved_at: moment(now) })
    .execute()
}

export async function find(tx: Tx, id: UploadId): Promise<Upload | null> {
  const row = await tx.db
    .selectFrom('upload as u')
    .leftJoin('media as m', (join) => join.onRef('m.city_id', '=', 'u.city_id').onRef('m.id', '=', 'u.media_id'))
    .select(['u.draft_key', 'u.person_id', 'u.length', 'u.received', 'u.pieces', 'u.moved_at'])
    .select(['m.id as media', 'm.key', 'm.kind', 'm.type', 'm.width', 'm.height'])
    .where('u.city_id', '=', tx.city)
    .where('u.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { draft_key: draft, person_id: person, length, received, pieces, media, key, kind, type, width, height } = row
  const became = media && key && kind && type && width && height ? { id: media, key, kind, type, width, height } : null
  return { id, draft, person, length, received, pieces, media: became, movedAt: instant(row.moved_at) }
}

/** Takes a stored piece in. False, and nothing is changed, when the upload is not where the piece begins, or has `most` already. */
export async function keepPiece(
  tx: Tx,
  id: UploadId,
  { at, length, name }: Piece,
  { most, now }: { readonly most: number; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('upload')
    .set({
      received: at + length,
      pieces: sql`array_append(pieces, ${name})`,
      moved_at: moment(now),
    })
    .where('city_id', '=', tx.city)
    .where('id', '=', id)
    .where('received', '=', at)
    .where(sql<number>`cardinality(pieces)`, '<', most)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Says that the whole has arrived, and what it became. */
export async function finish(tx: Tx, id: UploadId, media: MediaId, now: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('upload')
    .set({ received: sql`length`, media_id: media, moved_at: moment(now) })
    .where('city_id', '=', tx.city)
    .where('id', '=', id)
    .execute()
}

export async function remove(tx: Tx, id: UploadId): Promise<void> {
  await tx.db.deleteFrom('upload').where('city_id', '=', tx.city).where('id', '=', id).execute()
}

/** Forgets uploads of which nothing came since before, finished or not; their ids. */
export async function sweep(whole: Kysely<Tables>, before: Temporal.Instant): Promise<readonly UploadId[]> {
  const rows = await whole.deleteFrom('upload').where('moved_at', '<', moment(before)).returning('id').execute()
  return rows.map(({ id }) => id)
}

/** Which of these are known: pieces under another belong to nothing. */
export async function knownIds(whole: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await whole
    .selectFrom('upload')
    .select('id')
    .where('id', 'in', ids as UploadId[])
    .execute()
  return new Set<string>(rows.map(({ id }) => id))
}
