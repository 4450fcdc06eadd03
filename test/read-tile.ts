import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export type TileFeature = { readonly x: number; readonly y: number } & Readonly<
  Record<string, string | number | boolean>
>

/** What a vector tile of points holds, layer by layer, as a reader that is not ours sees it. */
export function readTile(bytes: ArrayBuffer): Readonly<Record<string, readonly TileFeature[]>> {
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)))
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => {
        const feature = layer.feature(index)
        const point = feature.loadGeometry()[0]?.[0]
        return { ...feature.properties, x: point?.x ?? -1, y: point?.y ?? -1 }
      }),
    ]),
  )
}
