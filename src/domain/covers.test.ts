import { describe, expect, it } from 'vitest'
import { covers } from './covers.ts'
import type { MultiPolygon } from './guide.ts'

const square = (from: number, to: number): [number, number][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]

describe('an area covers a point', () => {
  const ringAndIsland: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [[square(0, 10), square(3, 7)], [square(4, 5)]],
  }

  it.each([
    [1, true],
    [3.5, false],
    [4.5, true],
    [6, false],
    [9, true],
    [11, false],
    [-1, false],
  ])('at %d, %d: %s', (at, inside) => {
    expect(covers(ringAndIsland, { lng: at, lat: at })).toBe(inside)
  })
})
