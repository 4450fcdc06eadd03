import { type Kysely, sql } from 'kysely'

import { moment } from './moment.ts'
import type { Tables } from './tables.ts'

/** What nobody confirmed in time goes, and the address with it. */
export async function sweepUnconfirmed(whole: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await whole.transaction().execute(async (db) => {
    // Held before any statement that looks for what they follow: who comes to follow something meanwhile waits.
    const held = await sql<{ id: string }>`select f.id from follower f where exists (select from subscription s
      where s.city_id = f.city_id and s.follower_id = f.id and s.confirm_until < ${moment(now)})
      order by f.city_id, f.id for update`.execute(db)
    const ids = held.rows.map(({ id }) => id)
    await sql`delete from subscription where follower_id = any(${ids}::uuid[]) and confirm_until < ${moment(now)}`.execute(
      db,
    )
    await sql`delete from follower f where f.id = any(${ids}::uuid[])
      and not exists (select from subscription s where s.city_id = f.city_id and s.follower_id = f.id)`.execute(db)
  })
}
