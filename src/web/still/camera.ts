import type { MultiPolygon } from '#src/domain/guide.ts'
import type { Point } from '#src/domain/report.ts'
import { boundsOf } from '../map/outline.ts'
import { type StillSize, stillSizes } from './addresses.ts'

/** The picture's drawing is half as large as what is sent: a device pixel of a good screen is half one of ours. */
export const scale = 2

export type Size = { readonly width: number; readonly height: number }

/** What a picture is drawn as. */
export function drawnAs(size: StillSize): Size {
  const { width, height } = stillSizes[size]
  return { width: width / scale, height: height / scale }
}

/** Pixels that MapLibre draws a tile with. */
export const tileSize = 512

type Spot = { readonly x: number; readonly y: number }

/** Where the picture looks from: a place in its middle, and the zoom as a map counts it. */
export type Camera = {
  readonly zoom: number
  /** Pixels of the picture from its upper left corner. */
  spot(place: Point): Spot
  /** Those of the upper left corner of a tile. */
  cornerOf(tile: { readonly z: number; readonly x: number; readonly y: number }): Spot
}

export function cameraAt(center: Point, zoom: number, size: Size): Camera {
  const world = tileSize * 2 ** zoom
  const middle = onWorld(center)
  const fromWorld = ({ x, y }: Spot) => ({
    x: (x - middle.x) * world + size.width / 2,
    y: (y - middle.y) * world + size.height / 2,
  })
  return {
    zoom,
    spot: (place) => fromWorld(onWorld(place)),
    cornerOf: ({ z, x, y }) => fromWorld({ x: x / 2 ** z, y: y / 2 ** z }),
  }
}

/** The whole city, with a margin, and room `above` it for what stands at its northern edge. */
export function cameraOnCity(outline: MultiPolygon, { width, height }: Size, above: number): Camera {
  const [west, south, east, north] = boundsOf(outline)
  const [from, to] = [onWorld({ lng: west, lat: north }), onWorld({ lng: east, lat: south })]
  const most = Math.min((width * 0.9) / (to.x - from.x), ((height - above) * 0.95) / (to.y - from.y)) / tileSize
  const middle = { lng: (west + east) / 2, lat: (south + north) / 2 }
  return cameraAt(middle, Math.log2(most), { width, height: height + above })
}

/** From 0 to 1 on both axes, as the web's map is laid out. */
export function onWorld({ lng, lat }: Point): Spot {
  return { x: (lng + 180) / 360, y: (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2 }
}
