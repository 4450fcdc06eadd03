import type { Point } from '../report.ts'
import { metresBetween } from './place.ts'

/** A name in the language of the page, or the one that there is. */
export type Named = { readonly name: string; readonly english: string | null }

/** What the gazetteer knows around a point. */
export type Around = {
  /** The nearest houses of any street. */
  readonly houses: readonly (Named & { readonly shown: string; readonly at: Point })[]
  /** The nearest street or square, how far its line is, and what lies along it. */
  readonly street:
    | (Named & {
        readonly metres: number
        readonly houses: readonly { readonly shown: string; readonly at: Point }[]
        readonly crossings: readonly (Named & { readonly at: Point })[]
      })
    | null
  readonly landmark: (Named & { readonly at: Point }) | null
}

/** How a person would say where a point is. */
export type PlaceAt =
  | { readonly kind: 'house'; readonly street: Named; readonly house: string }
  | { readonly kind: 'between_houses'; readonly street: Named; readonly between: readonly [string, string] }
  | { readonly kind: 'between_streets'; readonly street: Named; readonly between: readonly [Named, Named] }
  | { readonly kind: 'street'; readonly street: Named }
  | { readonly kind: 'near'; readonly landmark: Named }

/** In metres: a yard around its house, a street and its pavements, and as far as a landmark is still in sight. */
const near = { house: 35, street: 90, ends: 300, landmark: 200 }

/** The nearest address; on a street between two of its houses or crossings; the street; or what is in sight. Null where nothing is known. */
export function placeAt(point: Point, { houses, street, landmark }: Around): PlaceAt | null {
  const metres = ({ at }: { readonly at: Point }) => metresBetween(point, at)
  const [house] = houses.toSorted((a, b) => metres(a) - metres(b))
  if (house && metres(house) <= near.house) return { kind: 'house', street: house, house: house.shown }

  if (street && street.metres <= near.street) {
    const between = aroundPoint(point, street.houses)
    if (between) return { kind: 'between_houses', street, between: [between[0].shown, between[1].shown] }
    const crossings = aroundPoint(point, street.crossings)
    if (crossings) return { kind: 'between_streets', street, between: crossings }
    return { kind: 'street', street }
  }
  if (house && metres(house) <= near.street) return { kind: 'house', street: house, house: house.shown }
  return landmark && metres(landmark) <= near.landmark ? { kind: 'near', landmark } : null
}

/** The nearest two that have the point between them: they lie in opposite directions from it. */
function aroundPoint<One extends { readonly at: Point }>(
  point: Point,
  all: readonly One[],
): readonly [One, One] | null {
  const reached = all
    .map((one) => ({ one, metres: metresBetween(point, one.at) }))
    .filter(({ metres }) => metres <= near.ends)
    .sort((a, b) => a.metres - b.metres)
  const [first] = reached
  const second = first && reached.find(({ one }) => isBetween(point, first.one.at, one.at))
  return first && second ? [first.one, second.one] : null
}

function isBetween(point: Point, one: Point, other: Point): boolean {
  const squeeze = Math.cos((point.lat * Math.PI) / 180) ** 2
  const along = (one.lng - point.lng) * (other.lng - point.lng) * squeeze
  return along + (one.lat - point.lat) * (other.lat - point.lat) < 0
}
