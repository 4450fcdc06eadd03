import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import type { Flavor } from '@protomaps/basemaps'
import { PbfReader } from 'pbf'

import { flavorFrom } from '../map/flavor.ts'
import type { Palette } from '../map/palette.ts'

/** A tile of the basemap, where it lies in the picture and how wide it is there; null where there is none. */
export type PlacedTile = {
  readonly corner: { readonly x: number; readonly y: number }
  readonly side: number
  readonly bytes: Uint8Array | null
}

type Stroke = {
  readonly layer: string
  readonly kinds?: readonly string[]
  readonly width: number
  readonly colour: keyof Flavor
}
type Area = { readonly layer: string; readonly kinds?: readonly string[]; readonly colour: keyof Flavor }

/** What lies under what, lowest first, by the names that Protomaps gives (version 4). */
// biome-ignore format: a row a kind
const areas: readonly Area[] = [
  { layer: 'earth', colour: 'earth' },
  { layer: 'landuse', kinds: ['park', 'national_park', 'nature_reserve', 'cemetery', 'protected_area', 'playground', 'golf_course', 'garden', 'village_green'], colour: 'park_a' },
  { layer: 'landuse', kinds: ['wood', 'forest', 'scrub', 'grassland', 'grass', 'meadow'], colour: 'wood_a' },
  { layer: 'landuse', kinds: ['hospital', 'school', 'university', 'college', 'kindergarten', 'industrial', 'military'], colour: 'industrial' },
  { layer: 'landuse', kinds: ['pedestrian'], colour: 'pedestrian' },
  { layer: 'water', colour: 'water' },
  { layer: 'buildings', kinds: ['building', 'building_part'], colour: 'buildings' },
]
// biome-ignore format: a row a kind
const strokes: readonly Stroke[] = [
  { layer: 'water', kinds: ['river', 'stream', 'canal'], width: 3, colour: 'water' },
  { layer: 'roads', kinds: ['rail'], width: 1.5, colour: 'railway' },
  { layer: 'roads', kinds: ['minor_road', 'path', 'other'], width: 6, colour: 'minor_casing' },
  { layer: 'roads', kinds: ['major_road'], width: 10, colour: 'major_casing_early' },
  { layer: 'roads', kinds: ['highway'], width: 13, colour: 'highway_casing_early' },
  { layer: 'roads', kinds: ['minor_road', 'path', 'other'], width: 4.4, colour: 'minor_a' },
  { layer: 'roads', kinds: ['major_road'], width: 8, colour: 'major' },
  { layer: 'roads', kinds: ['highway'], width: 11, colour: 'highway' },
]

/** Streets, water and what else is on the ground, in our colours, as pieces of an SVG. */
export function drawStreets(tiles: readonly PlacedTile[], palette: Palette): string {
  const flavor = flavorFrom(palette)
  const read = tiles.flatMap(({ bytes, ...place }) =>
    bytes ? [{ ...place, layers: new VectorTile(new PbfReader(bytes)).layers }] : [],
  )
  const drawn = (
    layer: string,
    kinds: readonly string[] | undefined,
    type: VectorTileFeature['type'],
    closed: boolean,
  ) =>
    read.flatMap(({ layers, corner, side }) => {
      const found = layers[layer]
      if (!found) return []
      const features = Array.from({ length: found.length }, (_, index) => found.feature(index))
      return features
        .filter((feature) => feature.type === type && (!kinds || kinds.includes(String(feature.properties.kind))))
        .map((feature) => pathOf(feature, corner, side, closed))
    })
  const fills = areas.map(({ layer, kinds, colour }) => filled(drawn(layer, kinds, 3, true), flavor[colour]))
  const lines = strokes.map(({ layer, kinds, width, colour }) =>
    stroked(drawn(layer, kinds, 2, false), flavor[colour], width),
  )
  return [...fills, ...lines].join('')
}

function pathOf(feature: VectorTileFeature, corner: PlacedTile['corner'], side: number, closed: boolean): string {
  const unit = side / feature.extent
  return feature
    .loadGeometry()
    .map((line) => {
      const spots = line.map(({ x, y }) => `${(corner.x + x * unit).toFixed(1)} ${(corner.y + y * unit).toFixed(1)}`)
      return `M${spots.join('L')}${closed ? 'z' : ''}`
    })
    .join('')
}

function filled(paths: readonly string[], colour: unknown): string {
  return paths.length > 0 ? `<path d="${paths.join('')}" fill="${colour}" fill-rule="evenodd"/>` : ''
}

function stroked(paths: readonly string[], colour: unknown, width: number): string {
  if (paths.length === 0) return ''
  return `<path d="${paths.join('')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}
