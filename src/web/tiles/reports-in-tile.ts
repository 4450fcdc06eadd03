import type { Guide } from '#src/domain/guide.ts'
import type { CategoryId, GroupId } from '#src/domain/id.ts'
import type { Pin } from '#src/store/pins.ts'
import * as pins from '#src/store/pins.ts'
import type { About } from '#src/store/report-counts.ts'
import * as counts from '#src/store/report-counts.ts'
import type { Tx } from '#src/store/store.ts'
import { type Asked, filterOf } from '../reports/filter-from-query.ts'
import type { Dot } from './gather.ts'
import { cellsOf, spotIn, spotWithin, type Tile } from './tile.ts'

/** The reports of one tile, as many as a filter leaves: how many where, and single ones by their numbers or all of them. */
export type ReportsInTile = {
  dots(): Promise<readonly Dot[]>
  pins(numbers: readonly number[]): Promise<readonly Pin[]>
  allPins(): Promise<readonly Pin[]>
}

/** How many of the newest are on the map, as many as the open data give, where a filter is one that nobody counts by. */
export const mostListed = 500

/** True when reports are counted by this filter, so that all that it leaves can be on the map. */
export function isCounted({ organization, area, words, from, to, overdue, trait }: Asked): boolean {
  return !organization && !area && !words && !from && !to && !overdue && !trait
}

/** From the counts of cells: the same work however many reports there are, as long as few of them are asked for. */
export function countedReports(tx: Tx, guide: Guide, asked: Asked, tile: Tile): ReportsInTile {
  const { statuses, categories } = filterOf(asked, guide)
  const cells = cellsOf(tile)
  const narrowed = { ...(statuses && { statuses }), ...(categories && { categories }) }
  return {
    async dots() {
      const found = await counts.inCells(tx, cells, { about: aboutOf(asked, guide), ...(statuses && { statuses }) })
      return found.map(({ lng, lat, ...rest }) => ({ ...rest, ...spotWithin(tile, { lng, lat }) }))
    },
    pins: (numbers) => pins.ofNumbers(tx, numbers),
    allPins: () => pins.inCells(tx, cells, narrowed),
  }
}

/** From a list that is small, for filters that nobody counts by. */
export function listedReports(list: readonly Pin[], tile: Tile): ReportsInTile {
  const here = list.flatMap((pin) => {
    const spot = spotIn(tile, pin.location)
    return spot ? [{ pin, spot }] : []
  })
  return {
    dots: async () =>
      here.map(({ pin: { number, status }, spot }) => ({ ...spot, number, reports: 1, byStatus: { [status]: 1 } })),
    pins: async (numbers) => here.filter(({ pin }) => numbers.includes(pin.number)).map(({ pin }) => pin),
    allPins: async () => here.map(({ pin }) => pin),
  }
}

/** What the address calls a category may be a group of them. */
function aboutOf({ category }: Asked, { groups }: Guide): About {
  if (!category) return 'all'
  return groups.some(({ id }) => id === category)
    ? { group: category as GroupId }
    : { category: category as CategoryId }
}
