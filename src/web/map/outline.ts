import type { MultiPolygon as GeoMultiPolygon, Polygon, Position } from 'geojson'
import type { MultiPolygon } from '#src/domain/guide.ts'
import type { Point } from '#src/domain/report.ts'

type Ring = MultiPolygon['coordinates'][number][number]

/** West, south, east, north. */
export type Bounds = [number, number, number, number]

/** True within some polygon and none of its holes. */
export function isInside({ coordinates }: MultiPolygon, point: Point): boolean {
  const inPolygon = ([outer = [], ...holes]: readonly Ring[]) =>
    isWithin(outer, point) && !holes.some((hole) => isWithin(hole, point))
  return coordinates.some(inPolygon)
}

/** The least box that holds the whole outline. */
export function boundsOf(outline: MultiPolygon): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of outerRings(outline).flat()) {
    bounds[0] = Math.min(bounds[0], lng)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lng)
    bounds[3] = Math.max(bounds[3], lat)
  }
  return bounds
}

/** The same box with a margin of its own size times `share` on each side. */
export function widened([west, south, east, north]: Bounds, share: number): Bounds {
  const x = (east - west) * share
  const y = (north - south) * share
  return [west - x, south - y, east + x, north + y]
}

/** Everything but the city, as one polygon, so that it can be veiled. */
export function outsideOf(outline: MultiPolygon): Polygon {
  const world = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ]
  return { type: 'Polygon', coordinates: [world, ...outerRings(outline).map(copied)] }
}

/** The outline as libraries want it, which do not say that they leave it alone. */
export function outlineToGeoJson({ coordinates }: MultiPolygon): GeoMultiPolygon {
  return { type: 'MultiPolygon', coordinates: coordinates.map((polygon) => polygon.map(copied)) }
}

function copied(ring: Ring): Position[] {
  return ring.map((position) => [...position])
}

function outerRings({ coordinates }: MultiPolygon): Ring[] {
  return coordinates.map(([outer = []]) => outer)
}

/** Counts how often a line to the east crosses the ring: an odd number means inside. */
function isWithin(ring: Ring, { lng, lat }: Point): boolean {
  let within = false
  // Not `at`: it is younger than the phones.
  let [lngBefore, latBefore] = ring[ring.length - 1] ?? [0, 0]
  for (const [lngHere, latHere] of ring) {
    const isBetween = latHere > lat !== latBefore > lat
    if (isBetween && lng < lngHere + ((lngBefore - lngHere) * (lat - latHere)) / (latBefore - latHere)) within = !within
    lngBefore = lngHere
    latBefore = latHere
  }
  return within
}
