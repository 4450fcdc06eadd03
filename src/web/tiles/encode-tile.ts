import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'

import { extent, type Spot } from './tile.ts'

export type Feature = Spot & { readonly id?: number; readonly tags: Readonly<Record<string, string | number>> }

/** Points as a Mapbox Vector Tile, a layer a name; a layer without any is left out. */
export function encodeTile(layers: Readonly<Record<string, readonly Feature[]>>): Uint8Array {
  const written = Object.entries(layers)
    .filter(([, features]) => features.length > 0)
    .map(([name, features]) => [name, layerOf(name, features)] as const)
  return fromVectorTileJs({ layers: Object.fromEntries(written) })
}

function layerOf(name: string, features: readonly Feature[]): GeoJSONWrapper {
  const points = features.map(({ x, y, id, tags }) => ({
    type: 1 as const,
    geometry: [[x, y] as [number, number]],
    tags,
    ...(id === undefined ? {} : { id: String(id) }),
  }))
  const layer = new GeoJSONWrapper(points, { version: 2, extent })
  layer.name = name
  return layer
}
