import { instant } from './moment.ts'
import type { Tx } from './store.ts'

/** The highest number that a report of the city has. */
export async function lastNumber({ city, db }: Tx): Promise<number> {
  const row = await db.selectFrom('city').select('last_number').where('id', '=', city).executeTakeFirstOrThrow()
  return row.last_number
}

/** Public reports from one number to another, both included, and since when they stand as they do. */
export async function publicNumbers(
  { city, db }: Tx,
  from: number,
  to: number,
): Promise<readonly { readonly number: number; readonly since: Temporal.Instant }[]> {
  const rows = await db
    .selectFrom('public_report')
    .select(['number', 'status_since'])
    .where('city_id', '=', city)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .orderBy('number')
    .execute()
  return rows.map(({ number, status_since }) => ({ number, since: instant(status_since) }))
}
