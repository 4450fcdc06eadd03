import { type Kysely, type RawBuilder, sql } from 'kysely'

import type { PersonId, ReportId, StopKey } from '#src/domain/id.ts'
import { moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** The person supports the report from now on; false when it was so already. The report is locked. */
export async function add(tx: OpenTx, report: ReportId, person: PersonId, since: Temporal.Instant): Promise<boolean> {
  const added = await tx.db
    .insertInto('support')
    .values({ city_id: tx.city, report_id: report, person_id: person, since: moment(since), merged_from: null })
    .onConflict((conflict) => conflict.columns(['city_id', 'report_id', 'person_id']).doNothing())
    .returning('person_id')
    .execute()
  await count(tx, report, added.length)
  return added.length > 0
}

/** The person no longer supports the report; false when it was so already. The report is locked. */
export async function remove(tx: OpenTx, report: ReportId, person: PersonId): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('support')
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('person_id', '=', person)
    .returning('person_id')
    .execute()
  await count(tx, report, -removed.length)
  return removed.length > 0
}

/** Whoever wrote or supported the merged report supports the main one, which is locked too. */
export async function carryOver(
  tx: OpenTx,
  { from, into, author, since }: { from: ReportId; into: ReportId; author: PersonId | null; since: Temporal.Instant },
): Promise<void> {
  const { rows } = await sql`
    insert into support (city_id, report_id, person_id, since, merged_from)
    select ${tx.city}, ${into}, person_id, ${moment(since)}, ${from}
    from (select person_id from support where city_id = ${tx.city} and report_id = ${from}
          union select ${author}::uuid) as people (person_id)
    where person_id is not null
      and person_id is distinct from (select reporter_id from report where city_id = ${tx.city} and id = ${into})
    on conflict (city_id, report_id, person_id) do nothing
    returning person_id`.execute(tx.db)
  await count(tx, into, rows.length)
}

/** Undoes {@link carryOver}: whom the merged report brought leaves the main one. Both are locked. */
export async function takeBack(tx: OpenTx, from: ReportId, into: ReportId): Promise<void> {
  const removed = await tx.db
    .deleteFrom('support')
    .where('city_id', '=', tx.city)
    .where('report_id', '=', into)
    .where('merged_from', '=', from)
    .returning('person_id')
    .execute()
  await count(tx, into, -removed.length)
}

export async function isSupportedBy(tx: Tx, report: ReportId, person: PersonId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('support')
    .select('person_id')
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

/** How many people a report concerns besides its author. */
export async function countOf(tx: Tx, report: ReportId): Promise<number> {
  const row = await tx.db
    .selectFrom('report')
    .select('supporters')
    .where('city_id', '=', tx.city)
    .where('id', '=', report)
    .executeTakeFirst()
  return row?.supporters ?? 0
}

/** Whose support of which report a letter's way out names; null when it is over already. */
export async function findByStopKey(
  tx: Tx,
  key: StopKey,
): Promise<{ readonly number: number; readonly person: PersonId } | null> {
  const row = await tx.db
    .selectFrom('support as s')
    .innerJoin('report as r', (join) => join.onRef('r.city_id', '=', 's.city_id').onRef('r.id', '=', 's.report_id'))
    .select(['r.number', 's.person_id as person'])
    .where('s.city_id', '=', tx.city)
    .where('s.stop_key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** The way out of letters about a report for one of its supporters. */
export async function findStopKey(tx: Tx, report: ReportId, person: PersonId): Promise<StopKey | null> {
  const row = await tx.db
    .selectFrom('support')
    .select('stop_key')
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.stop_key ?? null
}

/** Ways out in letters that a person has got end nothing any more. */
export async function renewKeys(whole: Kysely<Tables>, person: PersonId): Promise<void> {
  await sql`update support set stop_key = gen_random_uuid() where person_id = ${person}`.execute(whole)
}

/** Whether a person supports anything, in any city. */
export async function isSupporter(whole: Kysely<Tables>, person: PersonId): Promise<boolean> {
  const row = await whole.selectFrom('support').select('person_id').where('person_id', '=', person).limit(1).execute()
  return row.length > 0
}

/** A person's supports of these reports of a city end, and are counted no more. The reports are locked. */
export async function forgetPerson(tx: OpenTx, person: PersonId, reports: readonly ReportId[]): Promise<void> {
  await sql`
    with gone as (delete from support where city_id = ${tx.city} and person_id = ${person}
      and report_id = any(${reports}::uuid[]) returning report_id)
    update report set supporters = supporters - 1
    from gone where report.city_id = ${tx.city} and report.id = gone.report_id`.execute(tx.db)
}

async function count(tx: OpenTx, report: ReportId, by: number): Promise<void> {
  if (by === 0) return
  const more: RawBuilder<number> = sql`supporters + ${by}`
  await tx.db
    .updateTable('report')
    .set({ supporters: more })
    .where('city_id', '=', tx.city)
    .where('id', '=', report)
    .execute()
}
