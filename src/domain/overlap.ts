import { covers } from './covers.ts'
import type { MultiPolygon } from './guide.ts'

/** Whether two areas have a part in common, as far as their corners tell. */
export function overlap(one: MultiPolygon, other: MultiPolygon): boolean {
  return (
    cornersOf(one).some((corner) => covers(other, corner)) || cornersOf(other).some((corner) => covers(one, corner))
  )
}

function cornersOf({ coordinates }: MultiPolygon) {
  return coordinates.flat(2).map(([lng, lat]) => ({ lng, lat }))
}
