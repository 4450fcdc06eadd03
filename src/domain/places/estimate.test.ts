import { describe, expect, it } from 'vitest'
import { estimate, type HouseAround, nearestOnLine } from './estimate.ts'
import { metresBetween } from './place.ts'

const house = (number: number, lng: number, lat = 50): HouseAround => ({
  shown: String(number),
  number,
  at: { lng, lat },
})
const known = (below: readonly HouseAround[], above: readonly HouseAround[]) => ({
  exact: null,
  below,
  above,
  lines: [],
})

describe('a house between two that are known', () => {
  it('lies between them by its number, those of its own side first', () => {
    const guessed = estimate(14, known([house(13, 28.2), house(12, 28.0)], [house(16, 28.1), house(15, 28.9)]))
    expect(guessed?.between.map(({ shown }) => shown)).toEqual(['12', '16'])
    expect(guessed?.at.lng).toBeCloseTo(28.05)
  })

  it('lies between those of the other side where its own knows only one', () => {
    const guessed = estimate(14, known([house(12, 28.0), house(13, 28.0)], [house(17, 28.4)]))
    expect(guessed?.between.map(({ shown }) => shown)).toEqual(['13', '17'])
    expect(guessed?.at.lng).toBeCloseTo(28.1)
  })

  it('lies on the street’s line, when that passes nearby', () => {
    const line = [
      [28.0, 50.0003],
      [28.2, 50.0003],
    ] as const
    const between = known([house(12, 28.0)], [house(16, 28.1)])
    expect(estimate(14, { ...between, lines: [line] })?.at.lat).toBeCloseTo(50.0003)
    const far = line.map(([lng]) => [lng, 50.1] as const)
    expect(estimate(14, { ...between, lines: [far] })?.at.lat).toBe(50)
  })

  it('is not guessed with one neighbour, nor with two far apart', () => {
    expect(estimate(14, known([house(12, 28)], []))).toBeNull()
    expect(estimate(14, known([house(2, 28)], [house(90, 28.1)]))).toBeNull()
  })
})

describe('the nearest point of a line', () => {
  it('lies on it, at an end or between', () => {
    const line = [
      [28, 50],
      [28.01, 50],
    ] as const
    expect(nearestOnLine({ lng: 28.005, lat: 50.001 }, line)).toMatchObject({ at: { lng: 28.005, lat: 50 } })
    const end = nearestOnLine({ lng: 28.02, lat: 50 }, line)
    expect(end.at.lng).toBeCloseTo(28.01)
    expect(end.metres).toBeCloseTo(metresBetween({ lng: 28.02, lat: 50 }, { lng: 28.01, lat: 50 }), 3)
  })
})
