import type { Position, Shape } from './place.ts'

/** Where a place is shown when one point has to stand for it: on it, nearest to the middle of it. */
export function middleOf({ lines, points }: Shape): Position {
  const all = lines.length > 0 ? lines.flat() : points
  const [first = [0, 0]] = all
  const center = [0, 1].map((axis) => all.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / all.length)
  const farness = ([lng, lat]: Position) => (lng - (center[0] ?? 0)) ** 2 + (lat - (center[1] ?? 0)) ** 2
  return all.reduce((nearest: Position, one) => (farness(one) < farness(nearest) ? one : nearest), first as Position)
}
