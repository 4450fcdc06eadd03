import type { Spot } from './camera.ts'
import { type Colour, shade } from './colour.ts'
import { blob, box, flat, round, soft, type Thing, type View } from './view.ts'

/** A rubbish container on wheels; overfull ones show bags over the rim. */
export function container(view: View, [x, y, z]: Spot, colour: Colour, full: boolean): Thing {
  const body = box(view, [x, y + 0.14, z], [1.25, 1.05, 0.95], colour)
  const lid = box(view, [x - 0.04, y + 1.19, z - 0.03], [1.33, 0.1, 1], shade(colour, 0.8))
  const heap = full
    ? Array.from(
        { length: 7 },
        () =>
          bag(
            view,
            [x + view.dice.between(0.1, 1.15), y + view.dice.between(1.12, 1.4), z + view.dice.between(0, 0.5)],
            view.dice.between(0.2, 0.34),
          ).svg,
      )
    : []
  const ribs = [0.25, 0.62, 1].map((at) =>
    flat(
      view,
      [
        [x + at - 0.03, y + 0.2, z - 0.01],
        [x + at + 0.03, y + 0.2, z - 0.01],
        [x + at + 0.03, y + 1.1, z - 0.01],
        [x + at - 0.03, y + 1.1, z - 0.01],
      ],
      shade(colour, 0.75),
    ),
  )
  const wheels = [x + 0.12, x + 1.1].map((at) => round(view, [at, y + 0.09, z], 0.09, '#202225'))
  return { z, svg: [...wheels, body.svg, ...ribs, ...(full ? heap : [lid.svg])].join('') }
}

/** A tied bag, or a lump of anything soft. */
export function bag(view: View, [x, y, z]: Spot, size: number): Thing {
  const { dice } = view
  const colour = dice.pick<Colour>(['#22262a', '#2c3a5c', '#d9dcdf', '#3f5a46', '#4a4d50', '#c7b48a', '#7e2f2f'])
  const ring = (grow: number, up: number): Spot[] =>
    Array.from({ length: 11 }, (_, at) => {
      const angle = (at / 11) * 2 * Math.PI
      const reach = size * grow * dice.between(0.85, 1.12)
      return [x + Math.cos(angle) * reach, Math.max(y - size * 0.2, y + up + Math.sin(angle) * reach * 0.85), z]
    })
  return {
    z,
    svg:
      soft(view, ring(1, size * 0.7), colour) +
      soft(view, ring(0.55, size * 0.95), shade(colour, 1.25), 'opacity=".6"') +
      round(view, [x, y + size * 1.6, z], size * 0.13, shade(colour, 0.8)),
  }
}

/** A sheet of paper, a bottle, a scrap: on the ground. */
export function scrap(view: View, [x, , z]: Spot): string {
  const { dice } = view
  const colour = dice.pick(['#e9e9e4', '#cfd6d8', '#b9653c', '#5d86b0', '#d8c14f', '#9aa39a', '#b33c3c', '#7a6a55'])
  return soft(view, blob(dice, [x, 0.015, z], dice.between(0.05, 0.16), 0.55), colour)
}
