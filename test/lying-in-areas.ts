import { sql } from 'kysely'
import type { CityId } from '#src/domain/id.ts'
import type { Store } from '#src/store/store.ts'

/** Which reports lie where, as the store keeps it: `number area`. */
export async function keptInAreas({ whole }: Store, city: CityId): Promise<readonly string[]> {
  const rows = await whole
    .selectFrom('report_area as k')
    .innerJoin('report as r', (join) => join.onRef('r.city_id', '=', 'k.city_id').onRef('r.number', '=', 'k.number'))
    .select(sql<string>`k.number || ' ' || k.area_id`.as('lies'))
    .where('k.city_id', '=', city)
    .whereRef('k.submitted_at', '=', 'r.submitted_at')
    .whereRef('k.status', '=', 'r.status')
    .orderBy('k.number')
    .orderBy('k.area_id')
    .execute()
  return rows.map(({ lies }) => lies)
}

/** The same, asked of the reports and the areas themselves. */
export async function lyingInAreas({ whole }: Store, city: CityId): Promise<readonly string[]> {
  const rows = await whole
    .selectFrom('report as r')
    .innerJoin('area as a', 'a.city_id', 'r.city_id')
    .select(sql<string>`r.number || ' ' || a.id`.as('lies'))
    .where('r.city_id', '=', city)
    .where(sql<boolean>`st_intersects(r.location, a.shape)`)
    .orderBy('r.number')
    .orderBy('a.id')
    .execute()
  return rows.map(({ lies }) => lies)
}
