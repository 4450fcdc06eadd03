import { sql } from 'kysely'
import type { PersonId, ReportId } from '#src/domain/id.ts'
import { nextSeq } from './events.ts'
import type { OpenTx, Tx } from './store.ts'

/** What a city's public lists depend on: it grows with every change in the city. */
export async function ofCity({ city, db }: Tx): Promise<number> {
  const { seq } = await db.selectFrom('city').select('last_seq as seq').where('id', '=', city).executeTakeFirstOrThrow()
  return seq
}

/** What the public pages of these reports depend on; a number that the public may not see has none. */
export async function ofReports({ city, db }: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('report')
    .select(['number', 'last_seq'])
    .where('city_id', '=', city)
    .where(sql<boolean>`number = any(${numbers})`)
    .where('public', '=', true)
    .execute()
  return new Map(rows.map((row) => [row.number, row.last_seq]))
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

/** A person's name changed or is gone: what shows it is newer now, though nothing happened to the reports. */
export async function touchReportsOf(tx: OpenTx, person: PersonId): Promise<void> {
  const { city, db } = tx
  // Reports before the city, in the order of their ids, as everyone who locks them.
  await db
    .selectFrom('report')
    .select('id')
    .where('city_id', '=', city)
    .where('reporter_id', '=', person)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const seq = await nextSeq(tx)
  await db
    .updateTable('report')
    .set({ last_seq: seq })
    .where('city_id', '=', city)
    .where('reporter_id', '=', person)
    .execute()
}

/** Cities where the person has reports, always in one order, so that two who lock them do not wait for each other. */
export async function citiesOf(db: Tx['db'], person: PersonId): Promise<readonly Tx['city'][]> {
  const rows = await db
    .selectFrom('report')
    .select('city_id')
    .distinct()
    .where('reporter_id', '=', person)
    .orderBy('city_id')
    .execute()
  return rows.map((row) => row.city_id)
}
