import type { Kysely } from 'kysely'

import type { CityId, PersonId } from '#src/domain/id.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** The administrators of the city, as its data have them now, who wish to hear of each overdue report themselves. */
export async function administratorsWishing({
  city,
  db,
}: Tx): Promise<readonly { readonly id: PersonId; readonly email: string }[]> {
  return db
    .selectFrom('overdue_wish as w')
    .innerJoin('person as p', 'p.id', 'w.person_id')
    .innerJoin('membership as m', (join) => join.onRef('m.city_id', '=', 'w.city_id').onRef('m.email', '=', 'p.email'))
    .select(['p.id', 'p.email'])
    .where('w.city_id', '=', city)
    .where('m.role', '=', 'administrator')
    .orderBy('p.id')
    .execute()
}

/** The cities of which a person wishes it. */
export async function wishesOf(whole: Kysely<Tables>, person: PersonId): Promise<ReadonlySet<CityId>> {
  const rows = await whole.selectFrom('overdue_wish').select('city_id').where('person_id', '=', person).execute()
  return new Set(rows.map((row) => row.city_id))
}

/** Of these cities from now on, and of no other. */
export async function wish(whole: Kysely<Tables>, person: PersonId, cities: readonly CityId[]): Promise<void> {
  await whole.transaction().execute(async (db) => {
    await db.deleteFrom('overdue_wish').where('person_id', '=', person).execute()
    if (cities.length === 0) return
    const rows = cities.map((city) => ({ city_id: city, person_id: person }))
    await db
      .insertInto('overdue_wish')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
