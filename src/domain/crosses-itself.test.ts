import { expect, it } from 'vitest'
import { crossesItself } from './crosses-itself.ts'

type Ring = readonly (readonly [number, number])[]
const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
]

it.each<[string, Ring]>([
  ['a square', square],
  ['a square with a corner told twice', [[0, 0], ...square]],
  [
    'one that bends inwards',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
      [0, 0],
    ],
  ],
  [
    'one with a point on a straight side',
    [
      [0, 0],
      [2, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ],
  ],
])('%s does not cross itself', (_, ring) => {
  expect(crossesItself(ring)).toBe(false)
  expect(crossesItself(ring.toReversed())).toBe(false)
})

it.each<[string, Ring]>([
  [
    'a bow',
    [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
      [0, 0],
    ],
  ],
  [
    'one that touches a side of its own',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
      [0, 0],
    ],
  ],
  [
    'one that goes back along a side',
    [
      [0, 0],
      [4, 0],
      [2, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
  [
    'one whose end lies on its beginning',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 0],
    ],
  ],
  [
    'one that comes to a corner again',
    [
      [0, 0],
      [4, 0],
      [2, 2],
      [4, 4],
      [0, 4],
      [2, 2],
      [0, 0],
    ],
  ],
])('%s crosses itself', (_, ring) => {
  expect(crossesItself(ring)).toBe(true)
  expect(crossesItself(ring.toReversed())).toBe(true)
})
