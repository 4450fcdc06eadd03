import type { MultiPolygon } from './guide.ts'
import type { Point } from './report.ts'

/** Whether a point lies in an area: in a polygon of it and in none of that polygon's holes. */
export function covers({ coordinates }: MultiPolygon, point: Point): boolean {
  return coordinates.some((rings) => rings.reduce((inside, ring) => inside !== encloses(ring, point), false))
}

/** Counts the sides that a ray to the east crosses: an odd number means inside. */
function encloses(ring: readonly (readonly [number, number])[], { lng, lat }: Point): boolean {
  let inside = false
  let [fromLng, fromLat] = ring.at(-1) ?? [0, 0]
  for (const [toLng, toLat] of ring) {
    const crosses = fromLat > lat !== toLat > lat
    if (crosses && lng < fromLng + ((lat - fromLat) / (toLat - fromLat)) * (toLng - fromLng)) inside = !inside
    fromLng = toLng
    fromLat = toLat
  }
  return inside
}
