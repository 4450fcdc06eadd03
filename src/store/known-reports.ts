import { sql } from 'kysely'

import type { CategoryId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import { instant } from './moment.ts'
import type { Listed, PublicMedia } from './public-reports.ts'
import type { Tx } from './store.ts'

/** An open public report around a point. */
export type OpenReport = Omit<Listed, 'statusSince' | 'location' | 'answerDue'> & {
  /** On the ground, from the point that was asked about. */
  readonly metres: number
  readonly supporters: number
}

/** More than this many around one point are looked at no further. */
const most = 40

/** Open public reports of these categories within `metres` of a point, nearest first. One statement. */
export async function openNear(
  { city, db }: Tx,
  { lng, lat }: Point,
  categories: readonly CategoryId[],
  metres: number,
): Promise<readonly OpenReport[]> {
  const point = sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)`
  // The index knows degrees only; a box that surely holds the circle lets it choose, then metres decide.
  const box = sql`st_expand(${point}, ${metres / 50_000})`
  const distance = sql<number>`st_distancesphere(r.location, ${point})`
  const rows = await db
    .selectFrom('public_report as r')
    .select(['r.number', 'r.status', 'r.category_id', 'r.address', 'r.description', 'r.locale'])
    .select(['r.submitted_at', 'r.supporters'])
    .select([
      distance.as('metres'),
      sql<Pick<
        PublicMedia,
        'key' | 'kind'
      > | null>`(select json_build_object('key', m.key, 'kind', m.kind) from public_media m
        where m.city_id = r.city_id and m.report_id = r.id order by m.id limit 1)`.as('photo'),
    ])
    .where('r.city_id', '=', city)
    .where(sql<boolean>`r.location && ${box}`)
    // As in the index: a parameter would hide from the planner that it fits.
    .where(sql<boolean>`r.status in ('accepted', 'in_progress', 'awaiting_answer', 'postponed')`)
    .where(sql<boolean>`r.category_id = any(${categories})`)
    .where(distance, '<=', metres)
    .orderBy(distance)
    .limit(most)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    categoryId: row.category_id,
    address: row.address,
    description: row.description,
    locale: row.locale,
    submittedAt: instant(row.submitted_at),
    supporters: row.supporters,
    metres: Math.round(row.metres),
    photo: row.photo,
  }))
}
