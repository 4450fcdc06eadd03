import { type Kysely, type RawBuilder, sql } from 'kysely'

import type { PersonId, ReportId } from '#src/domain/id.ts'
import type { Closing, Opinion, Stand } from '#src/domain/opinion.ts'
import { instant, moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** The event by which a report was closed last. */
export type Closed = { readonly seq: number; readonly closing: Closing }

/** The report's last answer, whether it stands or was reopened since; null when it never had one. */
export async function lastClosing(tx: Tx, report: ReportId): Promise<Closed | null> {
  const row = await tx.db
    .selectFrom('report_event')
    .select(['seq', sql<Closing>`act`.as('closing')])
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('act', 'in', ['resolve', 'decline'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Keeps what a person says of a closing in place of what the same person said of it before. Somebody who erased the
 * account at the same moment says nothing. The report is locked.
 */
export async function say(
  tx: OpenTx,
  report: ReportId,
  { seq, closing }: Closed,
  by: { readonly person: PersonId; readonly stand: Stand },
  { solved, note }: Opinion,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into opinion (city_id, report_id, closing_seq, closing, person_id, said_by, solved, note, said_at)
    select ${tx.city}, ${report}, ${seq}, ${closing}, p.id, ${by.stand}, ${solved}, ${note}, ${moment(at)}
    from person p where p.id = ${by.person} for key share
    on conflict (city_id, report_id, closing_seq, person_id)
      do update set said_by = excluded.said_by, solved = excluded.solved, note = excluded.note, said_at = excluded.said_at`.execute(
    tx.db,
  )
}

/** What a person has said of a closing; null when nothing yet. */
export async function findOf(tx: Tx, report: ReportId, closing: number, person: PersonId): Promise<Opinion | null> {
  const row = await tx.db
    .selectFrom('opinion')
    .select(['solved', 'note'])
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('closing_seq', '=', closing)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row ?? null
}

/** Why somebody said what they said of a closing. */
export type OpinionNote = {
  readonly seq: number
  readonly by: Stand
  readonly solved: boolean
  readonly note: string
  readonly at: Temporal.Instant
}

/** The newest opinions on a report that have words: for those who work on it. */
export async function notesOf(tx: Tx, report: ReportId, most: number): Promise<readonly OpinionNote[]> {
  const rows = await tx.db
    .selectFrom('opinion')
    .select(['closing_seq as seq', 'said_by as by', 'solved', 'note', 'said_at'])
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('note', '<>', '')
    .orderBy('said_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ said_at, ...row }) => ({ ...row, at: instant(said_at) }))
}

/** Of how many who spoke of one closing how many found the problem solved. */
export type OpinionCount = {
  /** The closing's `seq`. */
  readonly seq: number
  readonly solved: number
  readonly all: number
}

/** What is said of each closing of a report, as the public may know it. */
export async function countsOf(tx: Tx, report: ReportId): Promise<readonly OpinionCount[]> {
  const { rows } = await sql<{ counts: readonly OpinionCount[] }>`
    select ${countsAsJson(sql`${tx.city}`, sql`${report}`)} as counts`.execute(tx.db)
  return rows[0]?.counts ?? []
}

/** {@link OpinionCount} of each closing of the report that `city` and `id` stand for in a statement. */
export function countsAsJson(city: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<readonly OpinionCount[]> {
  return sql`coalesce((select json_agg(c) from (
    select closing_seq as seq, (count(*) filter (where solved))::int as solved, count(*)::int as "all"
    from public_opinion where city_id = ${city} and report_id = ${id} group by closing_seq) as c), '[]')`
}

/** A person's words are gone, before the person is; what was said is counted on. */
export async function forgetWords(whole: Kysely<Tables>, person: PersonId): Promise<void> {
  await whole.updateTable('opinion').set({ note: '' }).where('person_id', '=', person).execute()
}
