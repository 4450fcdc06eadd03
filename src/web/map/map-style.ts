import { layers as basemapLayers } from '@protomaps/basemaps'
import type { Geometry } from 'geojson'
import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import type { MultiPolygon } from '#src/domain/guide.ts'
import type { Locale } from '#src/domain/locale.ts'
import { flavorFrom } from './flavor.ts'
import { outlineToGeoJson, outsideOf } from './outline.ts'
import type { Palette } from './palette.ts'

/** What is drawn over the ground: pins and counts. */
export type Overlay = {
  readonly sources: Readonly<Record<string, SourceSpecification>>
  readonly layers: readonly LayerSpecification[]
}

export type StyleFacts = {
  readonly palette: Palette
  readonly locale: Locale
  /** Tiles with Protomaps' layers, or null for plain ground. */
  readonly basemap: VectorSourceSpecification | null
  readonly outline: MultiPolygon
  readonly overlay: Overlay
}

/** The whole map as one style: ground, city, pins. It asks for no glyphs and no sprite, so nothing but tiles is fetched. */
export function mapStyle({ palette, locale, basemap, outline, overlay }: StyleFacts): StyleSpecification {
  const flavor = flavorFrom(palette)
  const streets = basemap ? streetLayers(palette, locale) : []
  const ground: LayerSpecification = {
    id: 'ground',
    type: 'background',
    paint: { 'background-color': flavor.background },
  }
  const isLabel = ({ type }: LayerSpecification) => type === 'symbol'
  return {
    version: 8,
    sources: {
      ...(basemap ? { basemap } : {}),
      ...citySources(outline),
      ...overlay.sources,
    },
    layers: [
      ...(basemap ? [] : [ground]),
      ...streets.filter((layer) => !isLabel(layer)),
      ...cityLayers(palette, basemap !== null),
      ...streets.filter(isLabel),
      ...overlay.layers,
    ],
  }
}

/** Nearer than this the whole city is around, and its name only hides a street. */
const lastCityName = 15

/** Protomaps' layers in our colours, each label once and in the page's language, without what a sprite would be needed for. */
function streetLayers(palette: Palette, locale: Locale): LayerSpecification[] {
  return basemapLayers('basemap', flavorFrom(palette), { lang: locale })
    .filter(({ id }) => !['roads_oneway', 'roads_shields'].includes(id))
    .map((layer) => (layer.type === 'symbol' ? { ...layer, layout: labelOnce(layer.layout ?? {}, locale) } : layer))
    .map((layer) => (layer.id === 'places_locality' ? { ...layer, maxzoom: lastCityName } : layer))
}

type SymbolLayout = NonNullable<Extract<LayerSpecification, { type: 'symbol' }>['layout']>

function labelOnce({ 'icon-image': _, 'text-transform': __, ...layout }: SymbolLayout, locale: Locale): SymbolLayout {
  if (!JSON.stringify(layout['text-field']).includes('"name"')) return layout
  return {
    ...layout,
    'text-field': ['coalesce', ['get', `name:${locale}`], ['get', 'name']],
    'text-letter-spacing': 0.02,
  }
}

function citySources(outline: MultiPolygon): Record<string, SourceSpecification> {
  const shown = (geometry: Geometry): SourceSpecification => ({
    type: 'geojson',
    data: { type: 'Feature', properties: {}, geometry },
  })
  return { city: shown(outlineToGeoJson(outline)), outside: shown(outsideOf(outline)) }
}

function cityLayers({ theme, colours }: Palette, hasStreets: boolean): LayerSpecification[] {
  const veil = {
    'fill-color': theme === 'dark' ? colours.sunken : colours.line,
    'fill-opacity': theme === 'dark' ? 0.7 : 0.4,
  }
  const edge = { 'line-color': colours['ink-soft'], 'line-width': 1.5, 'line-opacity': 0.55, 'line-dasharray': [4, 3] }
  return [
    ...(hasStreets
      ? []
      : [{ id: 'city', type: 'fill', source: 'city', paint: { 'fill-color': colours.paper } } as const]),
    { id: 'outside', type: 'fill', source: 'outside', paint: veil },
    { id: 'city-edge', type: 'line', source: 'city', paint: edge },
  ]
}
