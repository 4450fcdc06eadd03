import type { Feature, FeatureCollection, GeoJsonProperties, Point as GeoPoint } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Point, Status } from '#src/domain/report.ts'
import { fonts } from './flavor.ts'
import type { Overlay } from './map-style.ts'
import type { Palette } from './palette.ts'
import { pinImage } from './pin-images.ts'
import type { Pinned } from './settings.ts'

/** The nearest zoom that there are tiles of: nearer, these are drawn larger. */
const nearestTiles = 18

/**
 * Many reports, from tiles: pins with the status's sign, and counts where many stand together; beneath them the border
 * of the area that they are asked for of, by the whole address of its GeoJSON.
 */
export function manyReports(tiles: string, palette: Palette, border: string | null = null): Overlay {
  return {
    sources: {
      area: { type: 'geojson', data: borderData(border) },
      reports: { type: 'vector', tiles: [tiles], maxzoom: nearestTiles },
    },
    layers: [borderLayer(palette), pinsFromTiles(palette), ...countLayers(palette)],
  }
}

/** What the source `area` shows: nothing where no area is asked for. */
export function borderData(border: string | null): string | FeatureCollection {
  return border ?? { type: 'FeatureCollection', features: [] }
}

function borderLayer({ colours }: Palette): LayerSpecification {
  return {
    id: 'area-edge',
    type: 'line',
    source: 'area',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.blue, 'line-width': 2.5 },
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

/** The newest over the others; what is more than a year old, paler. */
function pinsFromTiles(palette: Palette): SymbolLayer {
  const layer = pinLayer(palette)
  return {
    ...layer,
    'source-layer': 'reports',
    layout: { ...layer.layout, 'symbol-sort-key': ['get', 'number'] },
    paint: { 'icon-opacity': ['match', ['get', 'age'], 'older', 0.7, 1] },
  }
}

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
  const from = { source: 'reports', 'source-layer': 'clusters' } as const
  return [
    {
      id: 'counts',
      type: 'circle',
      ...from,
      paint: {
        'circle-color': colours.ink,
        'circle-radius': ['step', ['get', 'count'], 15, 10, 18, 100, 22, 1000, 27, 10000, 32],
        'circle-stroke-color': colours.paper,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'count-figures',
      type: 'symbol',
      ...from,
      layout: {
        'text-field': ['to-string', ['get', 'count']],
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
