import { sql } from 'kysely'

import type { CityId } from '#src/domain/id.ts'
import { countedLevels } from '#src/store/report-counts.ts'
import type { Store } from '#src/store/store.ts'

/** The reports of one cell under one filter in one status. */
type Row = { level: number; about: string; cell: number; status: string; reports: number }

/** What is wrong with the counts that the city's map is drawn from, as sentences: nothing, when the public reports are counted exactly. */
export async function auditCounts(store: Store, city: CityId): Promise<readonly string[]> {
  const [kept, asTheyAre] = [await keptCounts(store, city), await countsOfReports(store, city)]
  const lines = (rows: readonly Row[]) => new Set(rows.map((row) => JSON.stringify(row)))
  const [are, mustBe] = [lines(kept), lines(asTheyAre)]
  return [
    ...[...are.difference(mustBe)].map((row) => `${row} is counted and is not so`),
    ...[...mustBe.difference(are)].map((row) => `${row} is so and is not counted`),
    ...(await sumsThatDiffer(store, city, kept)),
  ]
}

/** On each level of the map all clusters together hold every public report that has a place. */
async function sumsThatDiffer({ whole }: Store, city: CityId, kept: readonly Row[]): Promise<readonly string[]> {
  const { reports } = await whole
    .selectFrom('public_pin')
    .select(sql<number>`count(*)::int`.as('reports'))
    .where('city_id', '=', city)
    .executeTakeFirstOrThrow()
  return countedLevels.flatMap((level) => {
    const sum = kept
      .filter((row) => row.level === level && row.about === '')
      .reduce((total, row) => total + row.reports, 0)
    return sum === reports ? [] : [`the clusters of level ${level} hold ${sum} of ${reports} public reports`]
  })
}

/** Every count that is kept. */
export async function keptCounts({ whole }: Store, city: CityId): Promise<readonly Row[]> {
  return whole
    .selectFrom('report_count')
    .select(['level', 'about', 'cell', 'status', 'reports', 'lng', 'lat', 'number'])
    .where('city_id', '=', city)
    .orderBy('level')
    .orderBy(sql`about collate "C"`)
    .orderBy('cell')
    .orderBy(sql`status collate "C"`)
    .execute()
}

/** The same, counted from the reports themselves in another way than the triggers count. */
export async function countsOfReports({ whole }: Store, city: CityId): Promise<readonly Row[]> {
  const reports = await whole
    .selectFrom('public_report as r')
    .innerJoin('category as c', (join) => join.onRef('c.city_id', '=', 'r.city_id').onRef('c.id', '=', 'r.category_id'))
    .select(['r.number', 'r.status', 'r.category_id', 'c.group_id'])
    .select([sql<number>`st_x(location)`.as('lng'), sql<number>`st_y(location)`.as('lat')])
    .where('r.city_id', '=', city)
    .where('r.location', 'is not', null)
    .execute()
  const rows = new Map<string, Row & { lng: number; lat: number; number: number }>()
  for (const { lng, lat, number, status, category_id, group_id } of reports) {
    for (const level of countedLevels) {
      const cell = cellOf(level, lng, lat)
      for (const about of ['', `group:${group_id}`, `category:${category_id}`]) {
        const key = JSON.stringify([level, about, cell, status])
        const row = rows.get(key) ?? { level, about, cell, status, reports: 0, lng: 0, lat: 0, number: 0 }
        row.reports += 1
        row.lng += Math.round(lng * 1e7)
        row.lat += Math.round(lat * 1e7)
        row.number += number
        rows.set(key, row)
      }
    }
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...rows.values()].sort(
    (a, b) => a.level - b.level || order(a.about, b.about) || a.cell - b.cell || order(a.status, b.status),
  )
}

function cellOf(level: number, lng: number, lat: number): number {
  const size = 2 ** level
  const radians = (lat * Math.PI) / 180
  const x = Math.floor(((lng + 180) / 360) * size)
  const y = Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * size)
  let cell = 0
  for (let bit = level - 1; bit >= 0; bit -= 1) cell = cell * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1)
  return cell
}
