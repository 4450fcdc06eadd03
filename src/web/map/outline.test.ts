import { describe, expect, it } from 'vitest'
import type { MultiPolygon } from '#src/domain/guide.ts'
import { boundsOf, isInside, outlineToGeoJson, outsideOf, widened } from './outline.ts'

const square = (west: number, south: number, size: number) =>
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ] as const

/** A city with a lake in it, and a village of its own to the east. */
const outline: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[square(0, 0, 10), square(4, 4, 2)], [square(20, 0, 2)]],
}

describe('an outline', () => {
  it('is known in browsers of 2020, which have no Array.at', () => {
    const own = Object.getOwnPropertyDescriptor(Array.prototype, 'at')
    Reflect.deleteProperty(Array.prototype, 'at')
    try {
      expect(isInside(outline, { lng: 1, lat: 1 })).toBe(true)
    } finally {
      Object.defineProperty(Array.prototype, 'at', own ?? {})
    }
  })

  it.each([
    { where: 'in the city', lng: 1, lat: 1, inside: true },
    { where: 'in the village', lng: 21, lat: 1, inside: true },
    { where: 'in the hole', lng: 5, lat: 5, inside: false },
    { where: 'between city and village', lng: 15, lat: 1, inside: false },
    { where: 'level with a corner, outside', lng: -1, lat: 10, inside: false },
    { where: 'level with a corner, to the west', lng: -1, lat: 0, inside: false },
    { where: 'north of all', lng: 5, lat: 11, inside: false },
  ])('knows what is $where', ({ lng, lat, inside }) => {
    expect(isInside(outline, { lng, lat })).toBe(inside)
  })

  it('holds nothing when it has no rings', () => {
    expect(isInside({ type: 'MultiPolygon', coordinates: [] }, { lng: 0, lat: 0 })).toBe(false)
  })

  it('has bounds round all its parts', () => {
    expect(boundsOf(outline)).toEqual([0, 0, 22, 10])
    expect(widened([0, 0, 22, 10], 0.5)).toEqual([-11, -5, 33, 15])
  })

  it('leaves a world with holes where the city is', () => {
    const [world, ...holes] = outsideOf(outline).coordinates
    expect(world).toHaveLength(5)
    expect(holes).toEqual([square(0, 0, 10), square(20, 0, 2)])
  })

  it('is drawn with its lakes', () => {
    expect(outlineToGeoJson(outline)).toEqual(outline)
  })
})
