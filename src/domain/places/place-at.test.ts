import { describe, expect, it } from 'vitest'
import type { Point } from '../report.ts'
import { type Around, placeAt } from './place-at.ts'

const here: Point = { lng: 28.66, lat: 50.25 }
/** So many metres to the east of here. */
const east = (metres: number, north = 0): Point => ({
  lng: here.lng + metres / (111_195 * Math.cos((here.lat * Math.PI) / 180)),
  lat: here.lat + north / 111_195,
})
const named = (name: string) => ({ name, english: null })
const street = (more: Partial<NonNullable<Around['street']>> = {}) => ({
  ...named('вулиця Шкільна'),
  metres: 10,
  houses: [],
  crossings: [],
  ...more,
})
const around = (more: Partial<Around>): Around => ({ houses: [], street: null, landmark: null, ...more })
const house = (shown: string, at: Point) => ({ ...named('вулиця Шкільна'), shown, at })

describe('a point is said to be', () => {
  it('at the nearest house, when it is by one', () => {
    const houses = [house('5', east(30)), house('3', east(-12))]
    expect(placeAt(here, around({ houses, street: street() }))).toMatchObject({ kind: 'house', house: '3' })
  })

  it('between the two houses of its street that it lies between', () => {
    const houses = [house('7', east(60)), house('9', east(90)), house('3', east(-80)), house('1', east(-400))]
    expect(placeAt(here, around({ houses, street: street({ houses }) }))).toMatchObject({
      kind: 'between_houses',
      between: ['7', '3'],
    })
  })

  it('between two crossings, where the street has no such houses', () => {
    const crossings = [
      { ...named('вулиця Садова'), at: east(70) },
      { ...named('вулиця Лугова'), at: east(-120) },
    ]
    const houses = [house('7', east(60))]
    expect(placeAt(here, around({ street: street({ houses, crossings }) }))).toMatchObject({
      kind: 'between_streets',
      between: [{ name: 'вулиця Садова' }, { name: 'вулиця Лугова' }],
    })
  })

  it('on its street, near a landmark, or nowhere', () => {
    const landmark = { ...named('Млин'), at: east(150) }
    expect(placeAt(here, around({ street: street(), landmark }))).toMatchObject({ kind: 'street' })
    expect(placeAt(here, around({ street: street({ metres: 400 }), landmark }))).toMatchObject({ kind: 'near' })
    expect(
      placeAt(here, around({ street: street({ metres: 400 }), landmark: { ...landmark, at: east(900) } })),
    ).toBeNull()
    expect(placeAt(here, around({}))).toBeNull()
  })
})
