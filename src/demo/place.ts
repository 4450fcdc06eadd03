import type { MultiPolygon } from '#src/domain/guide.ts'
import type { Point } from '#src/domain/report.ts'
import type { Dice } from './dice.ts'
import type { Demo } from './read-demo.ts'

export type Place = { readonly location: Point; readonly address: string; readonly street: string }

/** A point on one of the city's streets, and what its resident would call it. Always inside the outline. */
export function placeIn(demo: Demo, outline: MultiPolygon, dice: Dice): Place {
  for (let tries = 0; tries < 50; tries++) {
    const street = dice.pick(demo.streets)
    const location = onStreet(street.along, dice)
    if (!covers(outline, location)) continue
    const house =
      street.houses > 0
        ? `, ${dice.whole(1, street.houses)}${dice.chance(0.12) ? dice.pick(['а', 'б', '/1', '/2']) : ''}`
        : ''
    const hint = dice.chance(0.3) ? `, ${dice.pick(demo.nearby)}` : ''
    return { location, address: `${street.name}${house}${hint}`, street: street.name }
  }
  throw new Error('The streets of the demo lie outside the city')
}

/** Some steps away from it: what a neighbour would have marked. */
export function beside({ lng, lat }: Point, dice: Dice): Point {
  return { lng: rounded(lng + dice.between(-0.00025, 0.00025)), lat: rounded(lat + dice.between(-0.00015, 0.00015)) }
}

/** Between two spots of the line that are near each other, or near one. */
function onStreet(along: readonly (readonly [number, number])[], dice: Dice): Point {
  const at = dice.whole(0, along.length - 1)
  const [lng, lat] = along[at] ?? [0, 0]
  const [nextLng, nextLat] = along[at + 1] ?? [lng, lat]
  const near = Math.hypot((nextLng - lng) * 0.64, nextLat - lat) < longestGap
  const share = near ? dice.fraction() : 0
  return beside({ lng: lng + (nextLng - lng) * share, lat: lat + (nextLat - lat) * share }, dice)
}

/** In degrees of latitude, about 900 m: farther apart, a street may bend between. */
const longestGap = 0.008

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

function covers({ coordinates }: MultiPolygon, { lng, lat }: Point): boolean {
  return coordinates.some(
    ([outer, ...holes]) =>
      outer !== undefined && within(outer, lng, lat) && !holes.some((hole) => within(hole, lng, lat)),
  )
}

function within(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring.at(at - 1) ?? [x1, y1]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}
