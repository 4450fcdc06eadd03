import { sql } from 'kysely'

import type { CategoryId, GroupId } from '#src/domain/id.ts'
import type { Status } from '#src/domain/report.ts'
import { nextSeq } from './events.ts'
import type { OpenTx, Tx } from './store.ts'

/** The levels that are counted: level n cuts the web's map into 2^n by 2^n cells. */
export const countedLevels = [12, 14, 16, 18, 20] as const
export type CountedLevel = (typeof countedLevels)[number]

/** What is counted apart: all, or what one group or one category holds. */
export type About = 'all' | { readonly group: GroupId } | { readonly category: CategoryId }

export type CountFilter = { readonly about: About; readonly statuses?: readonly Status[] }

/** Cells of a level from `first` up to, but not with, `end`: a tile is such a range. */
export type CellRange = { readonly level: CountedLevel; readonly first: number; readonly end: number }

/** The public reports of one cell. */
export type CellCount = {
  readonly reports: number
  readonly byStatus: Readonly<Partial<Record<Status, number>>>
  /** The middle of them. */
  readonly lng: number
  readonly lat: number
  /** Which it is, when there is one. */
  readonly number: number
}

/** The cells of a range that hold something. What it costs depends on the cells, not on how many reports they hold. */
export async function inCells(
  { city, db }: Tx,
  { level, first, end }: CellRange,
  { about, statuses }: CountFilter,
): Promise<readonly CellCount[]> {
  return db
    .selectFrom('report_count')
    .select([
      sql<number>`sum(reports)::integer`.as('reports'),
      sql<CellCount['byStatus']>`json_object_agg(status, reports)`.as('byStatus'),
      sql<number>`(sum(lng) / sum(reports))::float8 / 1e7`.as('lng'),
      sql<number>`(sum(lat) / sum(reports))::float8 / 1e7`.as('lat'),
      sql<number>`sum(number)::bigint`.as('number'),
    ])
    .where('city_id', '=', city)
    .where('level', '=', level)
    .where('about', '=', wordFor(about))
    .where('cell', '>=', first)
    .where('cell', '<', end)
    .$if(statuses !== undefined, (query) => query.where(sql<boolean>`status = any(${statuses})`))
    .groupBy('cell')
    .orderBy('cell')
    .execute()
}

/** Counts the groups anew, after categories went from one to another. Whoever looks at the city sees it at the next look. */
export async function recountGroups(tx: OpenTx): Promise<void> {
  const { city, db } = tx
  await db.deleteFrom('report_count').where('city_id', '=', city).where('about', 'like', 'group:%').execute()
  await sql`
    insert into report_count (city_id, level, about, cell, status, reports, lng, lat, number)
    select k.city_id, k.level, 'group:' || c.group_id, k.cell, k.status, sum(k.reports), sum(k.lng), sum(k.lat), sum(k.number)
    from report_count k join category c on c.city_id = k.city_id and k.about = 'category:' || c.id
    where k.city_id = ${city}
    group by k.city_id, k.level, c.group_id, k.cell, k.status`.execute(db)
  await nextSeq(tx)
}

function wordFor(about: About): string {
  if (about === 'all') return ''
  return 'group' in about ? `group:${about.group}` : `category:${about.category}`
}
