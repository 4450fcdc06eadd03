import type { Spot } from './camera.ts'
import { type Colour, mix, shade } from './colour.ts'
import { flat, type Thing, type View } from './view.ts'

/** A wall that stands from one spot of the ground to another, seen from its front. */
export type Wall = {
  readonly from: readonly [x: number, z: number]
  readonly to: readonly [x: number, z: number]
  readonly floors: number
}

const plasters: readonly Colour[] = [
  '#cfc3ad',
  '#d8cdb8',
  '#b9b3a8',
  '#c9b08f',
  '#d6c39a',
  '#bfc5c4',
  '#c7a58c',
  '#aeb8a6',
  '#d9d4cb',
]
const floorHeight = 2.9
const bay = 3.1

/** A house front with windows, some balconies, a plinth and a roof line. At night some windows shine. */
export function house(view: View, wall: Wall, doors = false): Thing {
  const { dice, light } = view
  const z = Math.max(wall.from[1], wall.to[1])
  const far = Math.min(0.55, Math.min(wall.from[1], wall.to[1]) / 110)
  const plaster = mix(dice.pick(plasters), light.haze, far)
  const length = Math.hypot(wall.to[0] - wall.from[0], wall.to[1] - wall.from[1])
  const tall = wall.floors * floorHeight + 1.2
  const part = (left: number, bottom: number, right: number, top: number): Spot[] => [
    [...along(wall, left / length, bottom)],
    [...along(wall, right / length, bottom)],
    [...along(wall, right / length, top)],
    [...along(wall, left / length, top)],
  ]
  const shapes = [
    flat(view, part(0, 0, length, tall), plaster),
    flat(view, part(0, 0, length, 0.7), shade(plaster, 0.72)),
    flat(view, part(0, tall, length, tall + 0.35), light.snowy ? '#eef2f6' : shade(plaster, 0.62)),
  ]
  const balconies = dice.chance(0.6) && wall.floors > 2
  const frame = dice.pick<Colour>(['#f2f1ec', '#e9e6df', '#8b6f56'])
  for (let floor = 0; floor < wall.floors; floor++) {
    for (let at = 0.8; at + 1.6 < length; at += bay) {
      const bottom = 1.3 + floor * floorHeight
      const isDoor = doors && floor === 0 && Math.round(at / bay) % 4 === 1
      shapes.push(
        isDoor
          ? door(view, part(at + 0.1, 0.15, at + 1.5, 2.35))
          : window(
              view,
              part(at, bottom, at + 1.5, bottom + 1.45),
              part(at + 0.1, bottom + 0.1, at + 0.7, bottom + 1.36),
              part(at + 0.8, bottom + 0.1, at + 1.4, bottom + 1.36),
              frame,
              far,
            ),
      )
      if (balconies && floor > 0 && Math.round(at / bay) % 3 === 2)
        shapes.push(
          flat(
            view,
            part(at - 0.35, bottom - 0.55, at + 1.85, bottom + 0.5),
            mix(shade(dice.pick(plasters), 0.93), light.haze, far),
          ),
          flat(view, part(at - 0.35, bottom - 0.68, at + 1.85, bottom - 0.5), shade(plaster, 0.6)),
        )
    }
  }
  return { z, svg: shapes.join('') }
}

function along({ from, to }: Wall, share: number, y: number): Spot {
  return [from[0] + (to[0] - from[0]) * share, y, from[1] + (to[1] - from[1]) * share]
}

function window(view: View, whole: Spot[], left: Spot[], right: Spot[], frame: Colour, far: number): string {
  const { dice, light, glows } = view
  const glass = mix(dice.pick<Colour>(['#56646f', '#6b7a86', '#495660', '#7f8c95']), light.haze, far)
  if (light.hour !== 'day' && dice.chance(light.hour === 'night' ? 0.42 : 0.16)) {
    const lamp = dice.pick(['#ffd58a', '#ffe3ab', '#f7c878', '#e9efff'])
    glows.push(flat(view, left, lamp, 'opacity=".9"'), flat(view, right, lamp, 'opacity=".82"'))
  }
  return (
    flat(view, whole, mix(frame, light.haze, far)) + flat(view, left, glass) + flat(view, right, shade(glass, 1.12))
  )
}

function door(view: View, shape: Spot[]): string {
  return flat(view, shape, view.dice.pick(['#5b4a42', '#4c5d63', '#6f6257']))
}
