import { sql } from 'kysely'

import type { CityId } from '#src/domain/id.ts'
import type { Store } from '#src/store/store.ts'

/**
 * So much has happened to a report of a city that everyone may see, all of it one after another and read from the table
 * alone: for tests of who was away for long. Returns the numbers of the events.
 */
export async function manyEvents(
  store: Store,
  city: CityId,
  number: number,
  count: number,
): Promise<readonly number[]> {
  return store.inCity(city, async ({ db, recorded }) => {
    const { last_seq: last } = await db
      .updateTable('city')
      .set((eb) => ({ last_seq: eb('last_seq', '+', count) }))
      .where('id', '=', city)
      .returning('last_seq')
      .executeTakeFirstOrThrow()
    const first = last - count
    await sql`insert into report_event (city_id, seq, report_id, kind, act, body, from_status, to_status, by_kind, at)
      select ${city}, ${first}::bigint + n, r.id, 'moved', 'start', jsonb_build_object('organization', r.organization_id), r.status, r.status, 'officer', now()
      from report r, generate_series(1, ${count}::int) n where r.city_id = ${city} and r.number = ${number}`.execute(db)
    recorded()
    return Array.from({ length: count }, (_, index) => first + index + 1)
  })
}
