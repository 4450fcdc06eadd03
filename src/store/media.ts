import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Addition } from '#src/domain/addition.ts'
import type { CityId, DraftKey, MediaId, OrganizationId, PersonId, ReportId } from '#src/domain/id.ts'
import type { Status } from '#src/domain/report.ts'
import { moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'
import type { MediaKind, Tables } from './tables.ts'

export type Media = {
  readonly id: MediaId
  readonly key: string
  readonly kind: MediaKind
  readonly type: string
  readonly width: number
  readonly height: number
}

/** A file of a report, with the event that brought it: the submission's, an answer's or a result's. */
export type ReportMedia = Media & { readonly seq: number; readonly hidden: boolean; readonly unseen: boolean }

/** A form's file: under which key it waits, and by what it is known when it is sent again. */
export type Waiting = { readonly draft: DraftKey; readonly source: string }

/**
 * Keeps a file under a form's key, to wait for its report, and answers it. When this form has had the same file before,
 * it answers that one and keeps nothing; null when the form has `most` files already. Of many at once none is over.
 */
export async function keepWaiting(
  tx: OpenTx,
  media: Media,
  { draft, source }: Waiting,
  { most, now }: { readonly most: number; readonly now: Temporal.Instant },
): Promise<Media | null> {
  // The form itself may have no row yet that could be locked.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city} ${draft}`}, 0))`.execute(tx.db)
  const earlier = await findSame(tx, { draft, source })
  if (earlier) return earlier
  if ((await waitingFor(tx, draft)).length >= most) return null

  const claim = { report_id: null, event_seq: null }
  await tx.db
    .insertInto('media')
    .values({ ...media, city_id: tx.city, draft_key: draft, source, ...claim, created_at: moment(now) })
    .execute()
  return media
}

/** The file that this form has had before, whether it still waits or a report has claimed it. */
export async function findSame(tx: Tx, { draft, source }: Waiting): Promise<Media | null> {
  const row = await tx.db
    .selectFrom('media')
    .select(['id', 'key', 'kind', 'type', 'width', 'height'])
    .where('city_id', '=', tx.city)
    .where('draft_key', '=', draft)
    .where('source', '=', source)
    .executeTakeFirst()
  return row ?? null
}

/** Files of a draft that no report has claimed, oldest first. Knowing the draft's key is what permits to see them. */
export async function waitingFor(tx: Tx, draft: DraftKey): Promise<readonly Media[]> {
  return tx.db
    .selectFrom('media')
    .select(['id', 'key', 'kind', 'type', 'width', 'height'])
    .where('city_id', '=', tx.city)
    .where('draft_key', '=', draft)
    .where('report_id', 'is', null)
    .orderBy('id')
    .execute()
}

/**
 * The ids of files of a draft that no report has claimed, held until the transaction ends: of two that would claim
 * them at once, the second finds none. Locked after the report and before the city's row.
 */
export async function lockWaiting(tx: OpenTx, draft: DraftKey): Promise<readonly MediaId[]> {
  const rows = await tx.db
    .selectFrom('media')
    .select('id')
    .where('city_id', '=', tx.city)
    .where('draft_key', '=', draft)
    .where('report_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Makes files a report's. Throws when one was claimed or swept since it was looked at: the transaction must not go on. */
export async function claim(
  tx: OpenTx,
  ids: readonly MediaId[],
  report: ReportId,
  seq: number,
  state: { readonly hidden: boolean; readonly unseen: boolean },
): Promise<void> {
  const files = [...new Set(ids)]
  if (files.length === 0) return
  const claimed = await tx.db
    .updateTable('media')
    .set({ report_id: report, event_seq: seq, ...state })
    .where('city_id', '=', tx.city)
    .where('id', 'in', files)
    .where('report_id', 'is', null)
    .returning('id')
    .execute()
  if (claimed.length !== files.length) throw new Error('A file was claimed twice')
}

/** A moderator looked at them, and shows them or does not. */
export async function setHidden(tx: OpenTx, ids: readonly MediaId[], hidden: boolean): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('media')
    .set({ hidden, unseen: false })
    .where('city_id', '=', tx.city)
    .where('id', 'in', ids)
    .execute()
}

/** Every file of a report, also hidden ones: for its author and staff. The public reads `public_media`. */
export async function ofReport(tx: Tx, report: ReportId): Promise<readonly ReportMedia[]> {
  return tx.db
    .selectFrom('media')
    .select(['id', 'key', 'kind', 'type', 'width', 'height', 'hidden', 'unseen', sql<number>`event_seq`.as('seq')])
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .orderBy('id')
    .execute()
}

/** Takes a waiting file away; its key, so that the files can go too. Null when there is none, or a report has it. */
export async function removeWaiting(tx: Tx, id: MediaId, draft: DraftKey): Promise<string | null> {
  const removed = await tx.db
    .deleteFrom('media')
    .where('city_id', '=', tx.city)
    .where('id', '=', id)
    .where('draft_key', '=', draft)
    .where('report_id', 'is', null)
    .returning('key')
    .executeTakeFirst()
  return removed?.key ?? null
}

/** What decides who may see a file. */
export type MediaAccess = {
  readonly city: CityId
  readonly kind: MediaKind
  readonly type: string
  readonly hidden: boolean
  readonly draft: DraftKey
  /** What was added with the file, where it came with an addition. */
  readonly addition: Pick<Addition, 'state' | 'person'> | null
  /** Null while the file waits for its report. */
  readonly report: {
    readonly id: ReportId
    readonly status: Status
    readonly reporter: PersonId | null
    readonly organization: OrganizationId | null
  } | null
}

/** By the unguessable key alone, in whatever city. */
export async function accessTo(whole: Kysely<Tables>, key: string): Promise<MediaAccess | null> {
  const row = await whole
    .selectFrom('media as m')
    .leftJoin('report as r', (join) => join.onRef('r.city_id', '=', 'm.city_id').onRef('r.id', '=', 'm.report_id'))
    .leftJoin('addition as a', (join) => join.onRef('a.city_id', '=', 'm.city_id').onRef('a.seq', '=', 'm.event_seq'))
    .select([
      'm.city_id',
      'm.kind',
      'm.type',
      'm.hidden',
      'm.draft_key',
      'r.id as report',
      'r.status',
      'r.reporter_id',
      'r.organization_id',
      'a.state as addition',
      'a.person_id as adder',
    ])
    .where('m.key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  const report = row.report &&
    row.status && { id: row.report, status: row.status, reporter: row.reporter_id, organization: row.organization_id }
  const addition = row.addition && { state: row.addition, person: row.adder }
  return {
    city: row.city_id,
    kind: row.kind,
    type: row.type,
    hidden: row.hidden,
    draft: row.draft_key,
    report,
    addition,
  }
}

/** Forgets files that nobody claimed since before; their keys. */
export async function sweepUnclaimed(whole: Kysely<Tables>, before: Temporal.Instant): Promise<readonly string[]> {
  const rows = await whole
    .deleteFrom('media')
    .where('report_id', 'is', null)
    .where('created_at', '<', moment(before))
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Which of these keys are known: what is stored under another belongs to nothing. */
export async function knownKeys(whole: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await whole.selectFrom('media').select('key').where('key', 'in', keys).execute()
  return new Set(rows.map(({ key }) => key))
}
