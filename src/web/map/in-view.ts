import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import type { Status } from '#src/domain/report.ts'
import type { ReportsOnMap } from './settings.ts'

/** Reports that the map shows as one sign. */
export type Count = {
  readonly at: [number, number]
  readonly reports: number
  readonly byStatus: Readonly<Partial<Record<Status, number>>>
}

export type InView = {
  /** How many reports there are on the visible part of the map. */
  readonly reports: number
  /** Those that cannot be told apart at this scale, the largest count first. */
  readonly counts: readonly Count[]
}

/** What the map shows now, by its own tiles. Ask when it has come to rest. */
export function inView(map: MapLibre): InView {
  const bounds = map.getBounds()
  const seen = new Map<string, MapGeoJSONFeature['properties'] & { at: [number, number] }>()
  for (const sourceLayer of ['reports', 'clusters']) {
    for (const { geometry, properties } of map.querySourceFeatures('reports', { sourceLayer })) {
      if (geometry.type !== 'Point' || !bounds.contains(geometry.coordinates as [number, number])) continue
      // The same tile can be drawn in several pieces.
      const key = String(properties.number ?? geometry.coordinates)
      seen.set(key, { ...properties, at: geometry.coordinates as [number, number] })
    }
  }
  const counts = [...seen.values()]
    .filter(({ count }) => count !== undefined)
    .map(({ at, count, ...byStatus }) => ({ at, reports: Number(count), byStatus }))
    .sort((a, b) => b.reports - a.reports)
  const single = seen.size - counts.length
  return { reports: counts.reduce((sum, { reports }) => sum + reports, single), counts }
}

/** Calls back when the map has come to rest with something else on it than before. */
export function onNewView(map: MapLibre, changed: () => void): void {
  let before = ''
  map.on('idle', () => {
    const { reports, counts } = inView(map)
    const now = JSON.stringify([map.getBounds().toArray(), reports, counts.length])
    if (now === before) return
    before = now
    changed()
  })
}

/** The newest reports within the visible part. */
export function reportsWithin(map: MapLibre, address: string, signal: AbortSignal): Promise<ReportsOnMap> {
  const box = map.getBounds().toArray().flat()
  return fetched(address, `bbox=${box.map((degrees) => degrees.toFixed(6)).join(',')}`, signal)
}

/** The reports within so many pixels of a place. */
export function reportsNear(
  map: MapLibre,
  address: string,
  at: [number, number],
  pixels: number,
): Promise<ReportsOnMap> {
  const { x, y } = map.project(at)
  const [west, south] = map.unproject([x - pixels, y + pixels]).toArray()
  const [east, north] = map.unproject([x + pixels, y - pixels]).toArray()
  return fetched(address, `bbox=${[west, south, east, north].map((degrees) => degrees.toFixed(7)).join(',')}`)
}

/** The reports of these numbers. */
export function reportsOf(address: string, numbers: readonly number[]): Promise<ReportsOnMap> {
  return fetched(address, numbers.map((number) => `number=${number}`).join('&'))
}

async function fetched(address: string, query: string, signal?: AbortSignal): Promise<ReportsOnMap> {
  const response = await fetch(`${address}${address.includes('?') ? '&' : '?'}${query}`, signal ? { signal } : {})
  if (!response.ok) throw new Error(`the reports in view answered ${response.status}`)
  return (await response.json()) as ReportsOnMap // safe: our own address
}
