type Position = readonly [number, number]
type Side = readonly [Position, Position]

/** True when two sides of a closed ring cross or touch, other than where one ends and the next begins. */
export function crossesItself(ring: readonly Position[]): boolean {
  const corners = ring.filter((one, at) => at === 0 || !isSame(one, ring[at - 1] ?? one))
  const sides = corners.slice(1).map((to, at): Side => [corners[at] ?? to, to])
  const last = sides.length - 1
  return sides.some((one, at) =>
    sides.slice(at + 1).some((other, further) => {
      if (further === 0) return goesBack(one, other)
      return at === 0 && at + 1 + further === last ? goesBack(other, one) : meet(one, other)
    }),
  )
}

/** Of two sides one after the other: whether the second lies on the first. */
function goesBack([from, corner]: Side, [, to]: Side): boolean {
  return turn(from, corner, to) === 0 && along(corner, from, to) > 0
}

function meet([a, b]: Side, [c, d]: Side): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc * abd < 0 && cda * cdb < 0) return true
  return [[abc, a, b, c] as const, [abd, a, b, d] as const, [cda, c, d, a] as const, [cdb, c, d, b] as const].some(
    ([turned, from, to, point]) => turned === 0 && along(point, from, to) <= 0,
  )
}

/** Which way one turns who goes from `a` by `b` to `c`: left is above zero, straight on or back is zero. */
function turn([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
}

/** Above zero when `one` and `other` lie on the same side of `from`, as far as a line through them goes. */
function along([x, y]: Position, one: Position, other: Position): number {
  return (one[0] - x) * (other[0] - x) + (one[1] - y) * (other[1] - y)
}

function isSame(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1]
}
