import type { Spot } from './camera.ts'
import { type Colour, mix, shade } from './colour.ts'
import { blob, box, disc, flat, line, soft, type Thing, type View } from './view.ts'

const steel: Colour = '#8b9095'

export function puddle(view: View, spot: Spot, radius: number): string {
  const shape = blob(view.dice, spot, radius, 0.28, 1.1)
  const inner: Spot[] = shape.map(([x, y, z]) => [spot[0] + (x - spot[0]) * 0.82, y, spot[2] + (z - spot[2]) * 0.82])
  return [
    soft(view, shape, '#3d4246', 'opacity=".75"'),
    soft(view, inner, mix(view.light.haze, '#56646c', 0.45), 'opacity=".85"'),
    ...[0.3, 0.5].map((at) =>
      soft(
        view,
        blob(view.dice, [spot[0] + radius * (at - 0.4), 0.006, spot[2] + radius * 0.3], radius * 0.22, 0.3),
        view.light.haze,
        'opacity=".55"',
      ),
    ),
  ].join('')
}

/** A round cover in the road; `open` shows the hole. */
export function manhole(view: View, spot: Spot, open: boolean): string {
  const [x, , z] = spot
  const ring =
    soft(view, disc([x, 0.004, z], 0.44), '#57595b') +
    soft(view, disc([x, 0.006, z], 0.37), open ? '#07080a' : '#44474a')
  if (open) {
    const wall =
      soft(view, disc([x, 0.006, z + 0.03], 0.34), '#2a2724') + soft(view, disc([x, 0.006, z - 0.05], 0.33), '#08090a')
    return ring + wall
  }
  const ribs = [-0.24, -0.12, 0, 0.12, 0.24].map((at) =>
    line(
      view,
      [
        [x - Math.sqrt(0.12 - at * at), 0.008, z + at],
        [x + Math.sqrt(0.12 - at * at), 0.008, z + at],
      ],
      0.025,
      '#63676a',
    ),
  )
  return ring + ribs.join('')
}

export function bench(view: View, [x, , z]: Spot, broken: boolean): Thing {
  const { dice } = view
  const wood: Colour = dice.pick<Colour>(['#8a5a34', '#6f7d4a', '#9a6b3d'])
  const legs = [x + 0.15, x + 1.5].map(
    (at) =>
      box(view, [at, 0, z], [0.1, 0.46, 0.42], '#4b4e50').svg +
      line(
        view,
        [
          [at + 0.05, 0.4, z + 0.42],
          [at + 0.05, 0.95, z + 0.52],
        ],
        0.06,
        '#4b4e50',
      ),
  )
  const slat = (y: number, depth: number, missing: boolean) =>
    missing
      ? line(
          view,
          [
            [x, y, z + depth],
            [x + 0.6, y - 0.3, z + depth - 0.1],
          ],
          0.09,
          shade(wood, 0.7),
        )
      : line(
          view,
          [
            [x, y, z + depth],
            [x + 1.75, y, z + depth],
          ],
          0.1,
          shade(wood, dice.between(0.9, 1.12)),
        )
  const slats = [
    [0.82, 0.5],
    [0.67, 0.48],
    [0.48, 0.36],
    [0.48, 0.2],
    [0.48, 0.05],
  ].map(([y = 0, depth = 0], at) => slat(y, depth, broken && (at === 1 || at === 3)))
  return { z, svg: [...legs, ...slats].join('') }
}

export function cone(view: View, [x, , z]: Spot): Thing {
  const stripe = (from: number, to: number, colour: string) =>
    flat(
      view,
      [
        [x - 0.19 * (1 - from), from * 0.75, z],
        [x + 0.19 * (1 - from), from * 0.75, z],
        [x + 0.19 * (1 - to), to * 0.75, z],
        [x - 0.19 * (1 - to), to * 0.75, z],
      ],
      colour,
    )
  return {
    z,
    svg:
      flat(
        view,
        [
          [x - 0.27, 0.01, z - 0.2],
          [x + 0.27, 0.01, z - 0.2],
          [x + 0.27, 0.01, z + 0.3],
          [x - 0.27, 0.01, z + 0.3],
        ],
        '#c6461c',
      ) +
      stripe(0, 0.35, '#e2571f') +
      stripe(0.35, 0.6, '#f1efe8') +
      stripe(0.6, 0.94, '#e2571f'),
  }
}

/** A barrier of red and white boards across `w` metres. */
export function barrier(view: View, [x, , z]: Spot, w: number): Thing {
  const boards = Array.from({ length: 8 }, (_, at) =>
    flat(
      view,
      [
        [x + (at * w) / 8, 0.7, z],
        [x + ((at + 1) * w) / 8, 0.7, z],
        [x + ((at + 1) * w) / 8, 1, z],
        [x + (at * w) / 8, 1, z],
      ],
      at % 2 ? '#f0efe9' : '#c23a2a',
    ),
  )
  return {
    z,
    svg:
      line(
        view,
        [
          [x + 0.1, 0, z],
          [x + 0.1, 1, z],
        ],
        0.06,
        steel,
      ) +
      line(
        view,
        [
          [x + w - 0.1, 0, z],
          [x + w - 0.1, 1, z],
        ],
        0.06,
        steel,
      ) +
      boards.join(''),
  }
}
