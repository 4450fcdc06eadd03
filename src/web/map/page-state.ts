import type { Point } from '#src/domain/report.ts'

/** Where a map looks. */
export type MapView = Point & { readonly zoom: number }

/** All that the address of the map page says. */
export type PageState = {
  /** Null for the whole city. */
  readonly view: MapView | null
  /** The report whose card is open. */
  readonly report: number | null
  /** The same as of the list; of `status` any number. */
  readonly filters: readonly (readonly [string, string])[]
}

const filterNames = ['status', 'category', 'organization', 'area', 'q', 'from', 'to', 'overdue', 'trait']

/** By these all reports are counted, so that all that they leave can be on the map. */
const countedBy = ['status', 'category']

/** What means nothing is left out. */
export function stateIn(query: URLSearchParams): PageState {
  const report = query.get('report') ?? ''
  return {
    view: viewIn(query),
    report: /^[1-9]\d{0,8}$/.test(report) ? Number(report) : null,
    filters: [...query].filter(([name, value]) => filterNames.includes(name) && value !== ''),
  }
}

/** The address's query, a view exact to a metre. */
export function queryOf({ view, report, filters }: PageState): string {
  const query = new URLSearchParams(filters.map(([name, value]) => [name, value]))
  if (view) {
    query.set('lng', view.lng.toFixed(5))
    query.set('lat', view.lat.toFixed(5))
    query.set('zoom', view.zoom.toFixed(2))
  }
  if (report) query.set('report', String(report))
  return query.toString()
}

/** An address under these filters. */
export function narrowed(address: string, filters: PageState['filters']): string {
  const query = queryOf({ view: null, report: null, filters })
  return query ? `${address}?${query}` : address
}

/** True when a map under these filters holds only the newest of what they leave. */
export function isNewestOnly(filters: PageState['filters']): boolean {
  return filters.some(([name]) => !countedBy.includes(name))
}

/** What stands after the word for filters: how many are in use. */
export function countInWords(filters: number): string {
  return filters > 0 ? `: ${filters}` : ''
}

function viewIn(query: URLSearchParams): MapView | null {
  const read = (name: string, most: number) => {
    const text = query.get(name) ?? ''
    const number = /^-?\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
    return Math.abs(number) <= most ? number : null
  }
  const [lng, lat, zoom] = [read('lng', 180), read('lat', 85), read('zoom', 22)]
  return lng === null || lat === null || zoom === null || zoom < 0 ? null : { lng, lat, zoom }
}
