import type { Feature, FeatureCollection, GeoJsonProperties, Point as GeoPoint } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Point, Status } from '#src/domain/report.ts'
import { fonts } from './flavor.ts'
import type { Overlay } from './map-style.ts'
import type { Palette } from './palette.ts'
import { pinImage } from './pin-images.ts'
import type { Pinned, ReportOnMap } from './settings.ts'

export type ReportFeatures = FeatureCollection<GeoPoint, ReportOnMap>

/** Nearer than this no two pins are drawn as a count. */
export const mostClusteredZoom = 16

/** Many reports: pins with the status's sign, near ones together as a count. */
export function manyReports(reports: ReportFeatures, palette: Palette): Overlay {
  return {
    sources: {
      reports: { type: 'geojson', data: reports, cluster: true, clusterRadius: 46, clusterMaxZoom: mostClusteredZoom },
    },
    layers: [pinLayer(palette, ['!', ['has', 'point_count']]), ...countLayers(palette)],
  }
}

/** One report: its pin, over the paler ones of its neighbours. */
export function oneReport(point: Point, status: Status, near: readonly Pinned[], palette: Palette): Overlay {
  const pin = ({ lng, lat }: Point, properties: GeoJsonProperties): Feature<GeoPoint> => {
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } }
  }
  const features = [
    ...near.map((one) => pin(one.location, { status: one.status, near: true })),
    pin(point, { status, near: false }),
  ]
  return {
    sources: { reports: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      { ...pinLayer(palette, ['get', 'near']), id: 'near', paint: { 'icon-opacity': 0.55 } },
      pinLayer(palette, ['!', ['get', 'near']]),
    ],
  }
}

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>

function pinLayer(palette: Palette, filter?: SymbolLayer['filter']): SymbolLayer {
  return {
    id: 'pins',
    type: 'symbol',
    source: 'reports',
    ...(filter ? { filter } : {}),
    layout: {
      'icon-image': pinImage(palette),
      'icon-anchor': 'bottom',
      'icon-allow-overlap': true,
    },
  }
}

/** Counts wear ink, which is no status's colour. */
function countLayers({ colours }: Palette): LayerSpecification[] {
  const paint = {
    'circle-color': colours.ink,
    'circle-radius': ['step', ['get', 'point_count'], 15, 10, 18, 100, 22, 1000, 27],
    'circle-stroke-color': colours.paper,
    'circle-stroke-width': 2.5,
  } as const satisfies Extract<LayerSpecification, { type: 'circle' }>['paint']
  return [
    { id: 'counts', type: 'circle', source: 'reports', filter: ['has', 'point_count'], paint: { ...paint } },
    {
      id: 'count-figures',
      type: 'symbol',
      source: 'reports',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': [fonts.bold],
        'text-size': 13,
        'text-allow-overlap': true,
        // Keeps the ground's labels out from under the counts.
        'text-padding': 14,
      },
      paint: { 'text-color': colours.paper },
    },
  ]
}
