import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { MultiPolygon } from '#src/domain/guide.ts'
import { packed, unpacked } from './packed-outline.ts'

const multiPolygon = (coordinates: MultiPolygon['coordinates']): MultiPolygon => ({ type: 'MultiPolygon', coordinates })

it('steps from point to point', () => {
  const outline = multiPolygon([
    [
      [
        [28.59282, 50.2803],
        [28.59127, 50.28067],
        [28.59282, 50.2803],
      ],
    ],
  ])
  expect(packed(outline)).toEqual([[[2859282, 5028030, -155, 37, 155, -37]]])
  expect(unpacked(packed(outline))).toEqual(outline)
})

it('comes out as it was, to half of a part, however many points there are', () => {
  const degree = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
  const ring = fc.array(fc.tuple(degree(180), degree(85)), { maxLength: 200 })
  fc.assert(
    fc.property(fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 }), (coordinates) => {
      const after = unpacked(packed(multiPolygon(coordinates))).coordinates
      expect(after.map((polygon) => polygon.map((points) => points.length))).toEqual(
        coordinates.map((polygon) => polygon.map((points) => points.length)),
      )
      const [was, is] = [coordinates.flat(3), after.flat(3)]
      for (const [index, degrees] of was.entries())
        expect(Math.abs(degrees - (is[index] ?? NaN))).toBeLessThan(0.0000051)
    }),
  )
})
