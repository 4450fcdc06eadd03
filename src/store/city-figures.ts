import { sql } from 'kysely'

import type { AreaId } from '#src/domain/id.ts'
import { isPublic, statuses } from '#src/domain/report.ts'
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

/** How many public reports came to each of these areas since a moment, and how many of those are resolved. One statement. */
export async function figuresByArea(
  { city, db }: Tx,
  areas: readonly AreaId[],
  since: Temporal.Instant,
): Promise<ReadonlyMap<AreaId, CityFigures>> {
  const rows = await db
    .selectFrom('report_area')
    .select([
      'area_id',
      sql<number>`count(*)::int`.as('came'),
      sql<number>`(count(*) filter (where status = 'resolved'))::int`.as('resolved'),
    ])
    .where('city_id', '=', city)
    .where(sql<boolean>`area_id = any(${areas})`)
    .where('submitted_at', '>=', moment(since))
    .where('status', 'not in', unpublished)
    .groupBy('area_id')
    .execute()
  return new Map(rows.map(({ area_id, came, resolved }) => [area_id, { came, resolved }]))
}

const unpublished = statuses.filter((status) => !isPublic({ status }))
