import type { Spot } from './camera.ts'
import { type Colour, mix, shade } from './colour.ts'
import { blob, cover, flat, line, soft, type View } from './view.ts'

export type Room = {
  readonly w: number
  readonly h: number
  readonly d: number
  readonly wall: Colour
  readonly floor: Colour
  readonly panel: Colour | null
  readonly dim: number
}

/** A room from within: back wall `d` metres ahead, painted to breast height where there is a panel. */
export function room(view: View, { w, h, d, wall, floor, panel, dim }: Room): string {
  const { dice } = view
  const half = w / 2
  const side = (x: number, from: number, to: number): Spot[] => [
    [x, from, 0.2],
    [x, from, d],
    [x, to, d],
    [x, to, 0.2],
  ]
  const back = (from: number, to: number): Spot[] => [
    [-half, from, d],
    [half, from, d],
    [half, to, d],
    [-half, to, d],
  ]
  const stains = Array.from({ length: 7 }, () => {
    const spot: Spot = [dice.between(-half, half), dice.between(0.2, h), d - 0.01]
    return soft(
      view,
      standing(blob(dice, [spot[0], 0, spot[1]], dice.between(0.08, 0.35), 0.5), d - 0.01),
      shade(wall, 0.92),
      'opacity=".5"',
    )
  })
  const tiles = Array.from({ length: Math.ceil(w / 0.4) }, (_, at) =>
    line(
      view,
      [
        [-half + at * 0.4, 0.002, 0.6],
        [-half + at * 0.4, 0.002, d],
      ],
      0.012,
      shade(floor, 0.82),
    ),
  )
  const rows = Array.from({ length: Math.ceil(d / 0.4) }, (_, at) =>
    line(
      view,
      [
        [-half, 0.002, 0.8 + at * 0.4],
        [half, 0.002, 0.8 + at * 0.4],
      ],
      0.012,
      shade(floor, 0.82),
    ),
  )
  return [
    cover(shade(wall, 0.8)),
    flat(
      view,
      [
        [-half, h, 0.2],
        [half, h, 0.2],
        [half, h, d],
        [-half, h, d],
      ],
      mix(wall, '#ffffff', 0.4),
    ),
    flat(view, side(-half, 0, h), shade(wall, 0.86)),
    flat(view, side(half, 0, h), shade(wall, 0.94)),
    flat(view, back(0, h), wall),
    ...stains,
    panel
      ? flat(view, side(-half, 0, 1.4), shade(panel, 0.86)) +
        flat(view, side(half, 0, 1.4), shade(panel, 0.94)) +
        flat(view, back(0, 1.4), panel)
      : '',
    flat(
      view,
      [
        [-half, 0, 0.2],
        [half, 0, 0.2],
        [half, 0, d],
        [-half, 0, d],
      ],
      floor,
    ),
    ...tiles,
    ...rows,
    flat(view, back(0, 0.09), shade(floor, 0.6)),
    dim > 0 ? cover('#06070a', `opacity="${dim}"`) : '',
  ].join('')
}

/** A shape drawn on the ground, stood up against a wall at `z`. */
export function standing(shape: readonly Spot[], z: number): Spot[] {
  return shape.map(([x, , up]) => [x, up, z])
}

/** A flat rectangle that faces the photographer. */
export function panel(
  view: View,
  x: number,
  y: number,
  w: number,
  h: number,
  z: number,
  fill: string,
  more = '',
): string {
  return flat(
    view,
    [
      [x, y, z],
      [x + w, y, z],
      [x + w, y + h, z],
      [x, y + h, z],
    ],
    fill,
    more,
  )
}
