import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cellsOf, isTile, spotIn, spotWithin, type Tile } from './tile.ts'

const zoom = fc.integer({ min: 0, max: 18 })
const tile = zoom.chain((z) =>
  fc.record({
    z: fc.constant(z),
    x: fc.integer({ min: 0, max: 2 ** z - 1 }),
    y: fc.integer({ min: 0, max: 2 ** z - 1 }),
  }),
)
const place = fc.record({
  lng: fc.double({ min: -180, max: 179.9, noNaN: true }),
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
})
const four = ({ z, x, y }: Tile): Tile[] =>
  [0, 1].flatMap((down) => [0, 1].map((right) => ({ z: z + 1, x: 2 * x + right, y: 2 * y + down })))

describe('a tile', () => {
  it('is one of its zoom', () => {
    expect(isTile({ z: 0, x: 0, y: 0 })).toBe(true)
    expect(isTile({ z: 3, x: 7, y: 8 })).toBe(false)
  })

  it.each([
    [8, 12],
    [9, 12],
    [12, 16],
    [15, 18],
    [16, 20],
    [17, 20],
    [18, 20],
    [0, 12],
  ])('of zoom %i is counted by cells of level %i', (z, level) => {
    expect(cellsOf({ z, x: 0, y: 0 })).toEqual({ level, first: 0, end: 4 ** (level - z) })
  })

  it('holds the cells of its four quarters, one after another and no other', () => {
    fc.assert(
      fc.property(
        tile.filter(({ z }) => z < 18),
        (whole) => {
          const scale = ({ level }: { level: number }) => 4 ** (20 - level)
          const { first, end, ...rest } = cellsOf(whole)
          const quarters = four(whole).map((quarter) => {
            const cells = cellsOf(quarter)
            return [cells.first * scale(cells), cells.end * scale(cells)]
          })
          const edges = quarters.flat()
          expect(edges[0]).toBe(first * scale(rest))
          expect(edges.at(-1)).toBe(end * scale(rest))
          for (let one = 1; one < 4; one += 1) expect(quarters[one]?.[0]).toBe(quarters[one - 1]?.[1])
        },
      ),
    )
  })

  it('gives each place a spot in one tile of a zoom alone', () => {
    fc.assert(
      fc.property(place, zoom, (where, z) => {
        const nearby = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down] as const))
        const x = Math.floor(((where.lng + 180) / 360) * 2 ** z)
        const radians = (where.lat * Math.PI) / 180
        const y = Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** z)
        const spots = nearby.flatMap(([right, down]) => spotIn({ z, x: x + right, y: y + down }, where) ?? [])
        expect(spots).toHaveLength(1)
      }),
    )
  })

  it('puts back what rounding moved over its edge', () => {
    const corner = { lng: 0, lat: 0 }
    expect(spotWithin({ z: 1, x: 0, y: 0 }, corner)).toEqual({ x: 4095, y: 4095 })
    expect(spotWithin({ z: 1, x: 1, y: 1 }, corner)).toEqual({ x: 0, y: 0 })
  })
})
