import type { Spot } from '../drawing/camera.ts'
import { car, paints } from '../drawing/car.ts'
import { shade } from '../drawing/colour.ts'
import { house } from '../drawing/houses.ts'
import { panel, standing } from '../drawing/indoors.ts'
import { asphalt, yard } from '../drawing/street.ts'
import { puddle } from '../drawing/things.ts'
import { blob, flat, line, round, soft, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

/** A balcony whose plaster has come off; below it, what fell. */
function facade(view: View): string {
  const { dice, fixed } = view
  const front = house(view, { from: [-14, 7.5], to: [14, 7.5], floors: 4 }, true)
  const base = yard(view, [front])
  const x = dice.between(-1.5, 0.2)
  const slab =
    panel(view, x, 3.4, 2.6, 0.28, 6.3, '#9a9388') +
    flat(
      view,
      [
        [x, 3.4, 6.3],
        [x + 2.6, 3.4, 6.3],
        [x + 2.6, 3.4, 7.5],
        [x, 3.4, 7.5],
      ],
      '#6e675e',
    ) +
    panel(view, x, 3.68, 2.6, 0.95, 6.3, dice.pick(['#b7a98f', '#8fa3ad', '#a58f7a']))
  if (fixed) return base + slab + panel(view, x, 4.55, 2.6, 0.1, 6.29, '#e3ded2')
  const breaks = Array.from({ length: 7 }, () =>
    soft(
      view,
      standing(blob(dice, [x + dice.between(0.1, 2.5), 0, dice.between(3.4, 4.5)], dice.between(0.1, 0.32), 0.5), 6.28),
      dice.pick(['#8d4b34', '#6b5b4d', '#b0a797']),
    ),
  )
  const bars = Array.from({ length: 5 }, () => {
    const at = x + dice.between(0.1, 2.4)
    return line(
      view,
      [
        [at, 3.45, 6.27],
        [at + dice.between(-0.15, 0.15), 3.1, 6.2],
      ],
      0.025,
      '#7a3f22',
    )
  })
  const fallen = Array.from({ length: 18 }, () =>
    soft(
      view,
      blob(dice, [x + dice.between(-0.3, 2.8), 0.03, dice.between(4.4, 6)], dice.between(0.04, 0.18), 0.5),
      dice.pick(['#a69d8f', '#8d4b34', '#c4bcae']),
    ),
  )
  return [base, slab, ...breaks, ...bars, ...fallen].join('')
}

function courtyard(view: View): string {
  const { dice, fixed } = view
  const way = asphalt(view)
  const drive = flat(
    view,
    [
      [-2.4, 0.005, -1],
      [2.4, 0.005, -1],
      [2, 0.005, 14],
      [-2.2, 0.005, 14],
    ],
    way,
  )
  const holes = fixed
    ? ''
    : Array.from({ length: 6 }, () => {
        const at: Spot = [dice.between(-1.7, 1.7), 0.006, dice.between(2.6, 10)]
        const size = dice.between(0.3, 0.8)
        return (
          soft(view, blob(dice, at, size, 0.3, 1.2), shade(way, 0.62)) +
          (dice.chance(0.7) ? puddle(view, [at[0], 0.008, at[2]], size * 0.75) : '')
        )
      }).join('')
  const cars = [
    car(view, [3, 0, dice.between(6, 9)], dice.pick(paints)),
    car(view, [-5.2, 0, dice.between(8, 12)], dice.pick(paints)),
  ]
  return yard(view, cars, drive + holes)
}

/** A swing, a slide and a sandpit; something of it broken. */
function playground(view: View): string {
  const { dice, fixed } = view
  const [x, z] = [dice.between(-2.3, -1.2), dice.between(5, 6.3)]
  const metal = dice.pick(['#c44a3a', '#3f78b5', '#d1a12f'] as const)
  const legs = [
    [x, 0],
    [x + 2.4, 0],
  ].map(
    ([at = 0]) =>
      line(
        view,
        [
          [at - 0.1, 0, z - 0.8],
          [at, 2.3, z],
        ],
        0.08,
        metal,
      ) +
      line(
        view,
        [
          [at + 0.1, 0, z + 0.8],
          [at, 2.3, z],
        ],
        0.08,
        shade(metal, 0.8),
      ),
  )
  const bar = line(
    view,
    [
      [x, 2.3, z],
      [x + 2.4, 2.3, z],
    ],
    0.08,
    metal,
  )
  const good =
    [0.6, 0.95]
      .map((at) =>
        line(
          view,
          [
            [x + at, 2.3, z],
            [x + at, 0.55, z],
          ],
          0.025,
          '#4b4f53',
        ),
      )
      .join('') +
    line(
      view,
      [
        [x + 0.55, 0.55, z],
        [x + 1, 0.55, z],
      ],
      0.08,
      '#7a5534',
    )
  const other = fixed
    ? [1.5, 1.85]
        .map((at) =>
          line(
            view,
            [
              [x + at, 2.3, z],
              [x + at, 0.55, z],
            ],
            0.025,
            '#4b4f53',
          ),
        )
        .join('') +
      line(
        view,
        [
          [x + 1.45, 0.55, z],
          [x + 1.9, 0.55, z],
        ],
        0.08,
        '#7a5534',
      )
    : line(
        view,
        [
          [x + 1.5, 2.3, z],
          [x + 1.5, 0.2, z],
        ],
        0.025,
        '#4b4f53',
      ) +
      line(
        view,
        [
          [x + 1.85, 2.3, z],
          [x + 1.95, 1.5, z],
        ],
        0.025,
        '#4b4f53',
      ) +
      line(
        view,
        [
          [x + 1.5, 0.2, z],
          [x + 1.85, 0.03, z - 0.2],
        ],
        0.08,
        '#7a5534',
      )
  const sx = dice.between(1.4, 2.2)
  const slide = [
    line(
      view,
      [
        [sx, 0, z + 1.6],
        [sx, 1.9, z + 1.6],
      ],
      0.07,
      metal,
    ),
    line(
      view,
      [
        [sx + 0.6, 0, z + 1.6],
        [sx + 0.6, 1.9, z + 1.6],
      ],
      0.07,
      metal,
    ),
    flat(
      view,
      [
        [sx, 1.6, z + 1.5],
        [sx + 0.6, 1.6, z + 1.5],
        [sx + 0.6, 0.15, z - 0.6],
        [sx, 0.15, z - 0.6],
      ],
      fixed ? '#b9c2c8' : '#96887a',
    ),
    line(
      view,
      [
        [sx, 1.85, z + 1.5],
        [sx, 0.3, z - 0.6],
      ],
      0.06,
      shade(metal, 1.1),
    ),
    line(
      view,
      [
        [sx + 0.6, 1.85, z + 1.5],
        [sx + 0.6, 0.3, z - 0.6],
      ],
      0.06,
      shade(metal, 1.1),
    ),
  ]
  const sand = soft(view, blob(dice, [0, 0.006, z], 4, 0.15, 0.7), view.light.snowy ? '#eef2f5' : '#c4ab7c')
  const rust = fixed
    ? ''
    : Array.from({ length: 9 }, () =>
        round(view, [sx + dice.between(0, 0.6), dice.between(0.4, 1.4), z + 0.3], 0.03, '#8a4a22', 'opacity=".7"'),
      ).join('')
  return yard(
    view,
    [
      { z: z + 1, svg: slide.join('') + rust },
      { z, svg: [...legs, bar, good, other].join('') },
    ],
    sand,
  )
}

export const yards: Readonly<Record<string, Scene>> = {
  facade: outdoors(facade, { down: -12 }),
  yard: outdoors(courtyard, { down: 10 }),
  playground: outdoors(playground, { down: 3 }),
}
