import type { MapGeoJSONFeature, MapLayerMouseEvent, Map as MapLibre } from 'maplibre-gl'
import { type Count, reportsNear, reportsOf } from './in-view.ts'
import type { ReportOnMap } from './settings.ts'

/** From here on a count does not fall apart by coming nearer: its reports are listed. */
const lastOfCounts = 18
/** About as far as what a count holds lies from it on the nearest map. */
const pixelsAround = 130

type Opened = (at: [number, number], reports: readonly ReportOnMap[]) => void

/** A tapped pin, or all those under the finger, is read and given on; a tapped count comes nearer until it falls apart. */
export function onTap(map: MapLibre, address: string, opened: Opened): void {
  pointAt(map, ['pins', 'counts'])
  map.on('click', 'pins', async ({ features = [] }: MapLayerMouseEvent) => {
    const numbers = [...new Set(features.map(({ properties }) => Number(properties.number)))]
    const { reports } = await reportsOf(address, numbers)
    opened(placeOf(features[0]), reports)
  })
  map.on(
    'click',
    'counts',
    ({ features = [] }: MapLayerMouseEvent) => void openCount(map, address, placeOf(features[0]), opened),
  )
}

/** What tapping a count does, for those who reach it in the list. */
export async function openCount(map: MapLibre, address: string, at: Count['at'], opened: Opened): Promise<void> {
  if (map.getZoom() < lastOfCounts) {
    map.easeTo({ center: at, zoom: Math.min(map.getZoom() + 2, map.getMaxZoom()) })
    return
  }
  const { reports } = await reportsNear(map, address, at, pixelsAround)
  opened(at, reports)
}

function placeOf(feature: MapGeoJSONFeature | undefined): [number, number] {
  return feature?.geometry.type === 'Point' ? (feature.geometry.coordinates as [number, number]) : [0, 0]
}

function pointAt(map: MapLibre, layers: string[]): void {
  const { style } = map.getCanvas()
  map.on('mouseenter', layers, () => style.setProperty('cursor', 'pointer'))
  map.on('mouseleave', layers, () => style.removeProperty('cursor'))
}
