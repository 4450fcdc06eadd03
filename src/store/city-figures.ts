import { sql } from 'kysely'

import { moment } from './moment.ts'
import type { Tx } from './store.ts'

export type CityFigures = { readonly came: number; readonly resolved: number }

/** How many public reports came since a moment, and how many were resolved since and are so still. One statement. */
export async function figuresSince({ city, db }: Tx, since: Temporal.Instant): Promise<CityFigures> {
  const from = moment(since)
  const { came, resolved } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('public_report')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('city_id', '=', city)
        .where('submitted_at', '>=', from)
        .as('came'),
      eb
        .selectFrom('public_report')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('city_id', '=', city)
        .where('status', '=', 'resolved')
        .where('status_since', '>=', from)
        .as('resolved'),
    ])
    .executeTakeFirstOrThrow()
  return { came: came ?? 0, resolved: resolved ?? 0 }
}
