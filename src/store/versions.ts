import { sql } from 'kysely'
import type { PersonId, ReportId } from '#src/domain/id.ts'
import { nextSeq } from './events.ts'
import type { OpenTx, Tx } from './store.ts'

/** What a city's public lists depend on: it grows with every change in the city. */
export async function ofCity({ city, db }: Tx): Promise<number> {
  const { seq } = await db.selectFrom('city').select('last_seq as seq').where('id', '=', city).executeTakeFirstOrThrow()
  return seq
}

/** Of a report's own page, which shows the areas that it lies in. */
const version = sql<number>`greatest(last_seq, touched_seq, (select c.areas_seq from city c where c.id = report.city_id))`

/** What the public pages of these reports depend on; a number that the public may not see has none. */
export async function ofReports({ city, db }: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('report')
    .select(['number', version.as('version')])
    .where('city_id', '=', city)
    .where(sql<boolean>`number = any(${numbers})`)
    .where('public', '=', true)
    .execute()
  return new Map(rows.map((row) => [row.number, row.version]))
}

/** The number that a form drawn from this report carries, to tell whether the report changed since. */
export async function ofReport({ city, db }: Tx, id: ReportId): Promise<number> {
  const row = await db
    .selectFrom('report')
    .select('last_seq as seq')
    .where('city_id', '=', city)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.seq
}

/**
 * A person's name changed, or the person is about to go: what shows the name, or counts the person, is newer now, though
 * nothing happened to the reports. They stay locked; their ids.
 */
export async function touchReportsOf(tx: OpenTx, person: PersonId): Promise<readonly ReportId[]> {
  const { city, db } = tx
  // Reports before the city, in the order of their ids, as everyone who locks them.
  const { rows } = await sql<{ id: ReportId }>`
    select id from report
    where city_id = ${city} and (reporter_id = ${person}
      or id in (select report_id from support where city_id = ${city} and person_id = ${person}))
    order by id for no key update`.execute(db)
  const ids = rows.map(({ id }) => id)
  const seq = await nextSeq(tx)
  await db
    .updateTable('report')
    .set({ touched_seq: seq })
    .where('city_id', '=', city)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return ids
}

/** What the pages of a report show besides its events has changed, as of this number. The report is locked already. */
export async function touchReport(tx: OpenTx, report: ReportId, seq: number): Promise<void> {
  await tx.db
    .updateTable('report')
    .set({ touched_seq: seq })
    .where('city_id', '=', tx.city)
    .where('id', '=', report)
    .execute()
}

/** Cities where the person has or supports reports, always in one order, so that two who lock them do not wait for each other. */
export async function citiesOf(db: Tx['db'], person: PersonId): Promise<readonly Tx['city'][]> {
  const rows = await db
    .selectFrom('report')
    .select('city_id')
    .where('reporter_id', '=', person)
    .union(db.selectFrom('support').select('city_id').where('person_id', '=', person))
    .orderBy('city_id')
    .execute()
  return rows.map((row) => row.city_id)
}
