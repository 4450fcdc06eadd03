import type { CityId } from '#src/domain/id.ts'
import type { ReportsSource } from '../map/settings.ts'
import { type Asked, queryOf } from '../reports/filter-from-query.ts'
import type { Paths } from '../routes.ts'
import { isCounted, mostListed } from './reports-in-tile.ts'

/** Where a map finds the reports that a list with this filter holds. */
export function reportsSource(to: Paths, city: CityId, asked: Asked): ReportsSource {
  const query = queryOf({ ...asked, before: null })
  const narrowed = (address: string) => (query ? `${address}?${query}` : address)
  return {
    tiles: narrowed(to.tile(city, 0, 0, 0).replace('0/0/0', '{z}/{x}/{y}')),
    inView: narrowed(to.inView(city)),
    most: isCounted(asked) ? null : mostListed,
  }
}
