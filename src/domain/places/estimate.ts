import type { Point } from '../report.ts'
import { metresBetween, type Position, pointOf } from './place.ts'

/** A house that is known. */
export type HouseAround = { readonly shown: string; readonly number: number; readonly at: Point }

/** What is known of a number on a street. */
export type Neighbours = {
  readonly exact: { readonly shown: string; readonly at: Point } | null
  /** The nearest known numbers below and above, first those on its own side of the street (even or odd). */
  readonly below: readonly HouseAround[]
  readonly above: readonly HouseAround[]
  /** The street's lines; none when only points of it are known. */
  readonly lines: readonly (readonly Position[])[]
}

/** Numbers farther apart than this say nothing of what is between them. */
const widestGap = 40

/** Where a house should be by the two that it stands between, on the street's line when that is near. Null without such two. */
export function estimate(
  number: number,
  { below, above, lines }: Neighbours,
): { readonly at: Point; readonly between: readonly [HouseAround, HouseAround] } | null {
  const pair = sameSide(number, below, above) ?? anySide(below, above)
  if (!pair) return null
  const [lower, upper] = pair
  if (upper.number - lower.number > widestGap) return null
  const share = upper.number === lower.number ? 0.5 : (number - lower.number) / (upper.number - lower.number)
  const straight = {
    lng: lower.at.lng + (upper.at.lng - lower.at.lng) * share,
    lat: lower.at.lat + (upper.at.lat - lower.at.lat) * share,
  }
  return { at: onLine(straight, lines), between: pair }
}

function sameSide(number: number, below: readonly HouseAround[], above: readonly HouseAround[]) {
  const isOnSide = (house: HouseAround) => house.number % 2 === number % 2
  return anySide(below.filter(isOnSide), above.filter(isOnSide))
}

function anySide(
  below: readonly HouseAround[],
  above: readonly HouseAround[],
): readonly [HouseAround, HouseAround] | null {
  const lower = below.reduce<HouseAround | null>((most, one) => (most && most.number >= one.number ? most : one), null)
  const upper = above.reduce<HouseAround | null>(
    (least, one) => (least && least.number <= one.number ? least : one),
    null,
  )
  return lower && upper ? [lower, upper] : null
}

/** Houses stand beside their street: a line that passes nearby is where to look for them. */
const besideStreet = 60

function onLine(point: Point, lines: readonly (readonly Position[])[]): Point {
  const nearest = lines
    .map((line) => nearestOnLine(point, line))
    .reduce((best, one) => (one.metres < best.metres ? one : best), { at: point, metres: Number.POSITIVE_INFINITY })
  return nearest.metres <= besideStreet ? nearest.at : point
}

/** The point of a line that is nearest, and how far it is. */
export function nearestOnLine(
  point: Point,
  line: readonly Position[],
): { readonly at: Point; readonly metres: number } {
  const squeeze = Math.cos((point.lat * Math.PI) / 180)
  let best = { at: point, metres: Number.POSITIVE_INFINITY }
  for (const [index, from] of line.entries()) {
    const to = line[index + 1] ?? from
    const [east, north] = [(to[0] - from[0]) * squeeze, to[1] - from[1]]
    const length = east * east + north * north
    const along = length === 0 ? 0 : ((point.lng - from[0]) * squeeze * east + (point.lat - from[1]) * north) / length
    const share = Math.min(1, Math.max(0, along))
    const at = pointOf([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share])
    const metres = metresBetween(point, at)
    if (metres < best.metres) best = { at, metres }
  }
  return best
}
