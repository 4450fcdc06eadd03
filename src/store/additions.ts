import { sql } from 'kysely'

import type { RejectReason } from '#src/domain/act.ts'
import type { Addition, AdditionBy, AdditionState } from '#src/domain/addition.ts'
import type { MediaId, PersonId, ReportId } from '#src/domain/id.ts'
import { instant } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'

/** Keeps that the event of this number added something to the report, to wait for a moderator. */
export async function insert(
  tx: OpenTx,
  report: ReportId,
  { seq, by, person }: { readonly seq: number; readonly by: AdditionBy; readonly person: PersonId | null },
): Promise<void> {
  // Who erases the account at the same moment is not named.
  await sql`
    insert into addition (city_id, seq, report_id, added_by, person_id)
    values (${tx.city}, ${seq}, ${report}, ${by}, (select id from person where id = ${person} for key share))`.execute(
    tx.db,
  )
}

/** All that was added to a report, in order: for staff, its author and the writers. The public reads `public_report_event`. */
export async function ofReport(tx: Tx, report: ReportId): Promise<readonly Addition[]> {
  return tx.db
    .selectFrom('addition')
    .select(['seq', 'added_by as by', 'person_id as person', 'state'])
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .orderBy('seq')
    .execute()
}

/** How much waits for a moderator: at a report, and of one person there and in the city. */
export async function waiting(
  tx: Tx,
  report: ReportId,
  person: PersonId | null,
): Promise<{ readonly ofReport: number; readonly ofPersonAtReport: number; readonly ofPerson: number }> {
  const theirs = sql`person_id = ${person}`
  const here = sql`report_id = ${report}`
  const { rows } = await sql<{ ofReport: number; ofPersonAtReport: number; ofPerson: number }>`
    select (count(*) filter (where ${here}))::int as "ofReport", (count(*) filter (where ${theirs}))::int as "ofPerson",
      (count(*) filter (where ${here} and ${theirs}))::int as "ofPersonAtReport"
    from addition where city_id = ${tx.city} and state = 'waiting' and (${here} or ${theirs})`.execute(tx.db)
  return rows[0] ?? { ofReport: 0, ofPersonAtReport: 0, ofPerson: 0 }
}

/** How many reports have something that waits for a moderator. */
export async function reportsWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ reports: number }>`
    select count(*)::int as reports from (
      select report_id from addition where city_id = ${tx.city} and state = 'waiting'
      union select report_id from media where city_id = ${tx.city} and unseen
    ) as waits`.execute(tx.db)
  return rows[0]?.reports ?? 0
}

/** An addition as its writer sees it: what it says, and why a moderator declined it. */
export type OwnAddition = {
  readonly seq: number
  readonly state: AdditionState
  readonly words: string
  readonly at: Temporal.Instant
  readonly reason: RejectReason | null
  readonly note: string
}

/** What a person added to a report, newest first. */
export async function ownOf(tx: Tx, report: ReportId, person: PersonId): Promise<readonly OwnAddition[]> {
  const rows = await tx.db
    .selectFrom('addition as a')
    .innerJoin('report_event as e', (join) => join.onRef('e.city_id', '=', 'a.city_id').onRef('e.seq', '=', 'a.seq'))
    .leftJoin('report_event as d', (join) =>
      join.onRef('d.city_id', '=', 'a.city_id').onRef('d.seq', '=', 'a.decided_seq'),
    )
    .select(['a.seq', 'a.state', 'e.at'])
    .select([
      sql<string>`e.body ->> 'note'`.as('words'),
      sql<RejectReason | null>`d.body ->> 'reason'`.as('reason'),
      sql<string>`coalesce(d.body ->> 'note', '')`.as('note'),
    ])
    .where('a.city_id', '=', tx.city)
    .where('a.report_id', '=', report)
    .where('a.person_id', '=', person)
    .orderBy('a.seq', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}

/** The addition of this number; null when the report has none. */
export async function find(tx: Tx, report: ReportId, seq: number): Promise<Addition | null> {
  const found = await tx.db
    .selectFrom('addition')
    .select(['seq', 'added_by as by', 'person_id as person', 'state'])
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return found ?? null
}

/** Of the addition that this file came with; null when it came with something else. */
export async function ofFile(tx: Tx, file: MediaId): Promise<Addition | null> {
  const found = await tx.db
    .selectFrom('addition as a')
    .innerJoin('media as m', (join) => join.onRef('m.city_id', '=', 'a.city_id').onRef('m.event_seq', '=', 'a.seq'))
    .select(['a.seq', 'a.added_by as by', 'a.person_id as person', 'a.state'])
    .where('a.city_id', '=', tx.city)
    .where('m.id', '=', file)
    .executeTakeFirst()
  return found ?? null
}

/** The files that came with an addition. */
export async function filesOf(tx: Tx, seq: number): Promise<readonly MediaId[]> {
  const rows = await tx.db
    .selectFrom('media as m')
    .innerJoin('addition as a', (join) => join.onRef('a.city_id', '=', 'm.city_id').onRef('a.seq', '=', 'm.event_seq'))
    .select('m.id')
    .where('m.city_id', '=', tx.city)
    .whereRef('m.report_id', '=', 'a.report_id')
    .where('a.seq', '=', seq)
    .orderBy('m.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A moderator showed it, or declined it. */
export async function decide(tx: OpenTx, seq: number, state: 'shown' | 'declined', decided: number): Promise<void> {
  await tx.db
    .updateTable('addition')
    .set({ state, decided_seq: decided })
    .where('city_id', '=', tx.city)
    .where('seq', '=', seq)
    .execute()
}
