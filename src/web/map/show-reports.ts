import type { GeoJSONSource, MapGeoJSONFeature, MapLayerMouseEvent, Map as MapLibre } from 'maplibre-gl'
import { drawMap, type Sheet } from './draw-map.ts'
import { listInView } from './list-in-view.ts'
import { openCard } from './report-card.ts'
import { manyReports, type ReportFeatures } from './report-overlay.ts'
import type { MapUse, ReportOnMap } from './settings.ts'

/** Reports as pins and counts; a tapped pin opens a card, a tapped count comes nearer. */
export async function showReports(sheet: Sheet, { source }: Extract<MapUse, { kind: 'reports' }>): Promise<void> {
  const reports = await fetchReports(source)
  const map = await drawMap(sheet, {
    overlay: (palette) => manyReports(reports, palette),
    start: 'city',
    sharesGestures: true,
    canvasLabel: sheet.say('map.canvas'),
  })
  listInView(map, reports, sheet)
  pointAt(map, ['pins', 'counts'])
  map.on('click', 'counts', ({ features }) => void comeNearer(map, features?.[0]))
  map.on('click', 'pins', (event) => openCard(map, tapped(event), sheet.settings, sheet.say))
}

async function fetchReports(source: string): Promise<ReportFeatures> {
  const response = await fetch(source, { headers: { accept: 'application/geo+json, application/json' } })
  if (!response.ok) throw new Error(`the reports answered ${response.status}`)
  return (await response.json()) as ReportFeatures // safe: our own address
}

async function comeNearer(map: MapLibre, count: MapGeoJSONFeature | undefined): Promise<void> {
  const source = map.getSource<GeoJSONSource>('reports')
  if (!source || count?.geometry.type !== 'Point') return
  const [lng = 0, lat = 0] = count.geometry.coordinates
  const zoom = await source.getClusterExpansionZoom(Number(count.properties.cluster_id))
  map.easeTo({ center: [lng, lat], zoom: Math.min(zoom, map.getMaxZoom()) })
}

/** Several reports can share one place: all of them. */
function tapped({ features = [] }: MapLayerMouseEvent): { at: [number, number]; reports: ReportOnMap[] } {
  const seen = new Map(features.map(({ properties }) => [properties.number, properties as ReportOnMap])) // safe: our own source
  const [first] = features
  const [lng = 0, lat = 0] = first?.geometry.type === 'Point' ? first.geometry.coordinates : []
  return { at: [lng, lat], reports: [...seen.values()] }
}

function pointAt(map: MapLibre, layers: string[]): void {
  const { style } = map.getCanvas()
  map.on('mouseenter', layers, () => style.setProperty('cursor', 'pointer'))
  map.on('mouseleave', layers, () => style.removeProperty('cursor'))
}
