import type { Area } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, CityId } from '#src/domain/id.ts'
import type { AreaOnMap, MapUse, ReportsSource } from '../map/settings.ts'
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

/** The map of what a list with this filter holds, and of the area that it names. */
export function mapOf(to: Paths, guide: Guide, asked: Asked): Extract<MapUse, { kind: 'reports' }> {
  const { city, areas } = guide
  const area = areas.get(asked.area as AreaId)
  return {
    kind: 'reports',
    from: reportsSource(to, city.id, asked),
    ...(area && { area: areaOnMap(to, city.id, area) }),
  }
}

export function areaOnMap(to: Paths, city: CityId, { id, bounds }: Area): AreaOnMap {
  return { bounds, border: to.areaBorder(city, id) }
}
