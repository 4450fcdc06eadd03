import type { Spot } from '../drawing/camera.ts'
import { mix, shade } from '../drawing/colour.ts'
import { bag, container, scrap } from '../drawing/rubbish.ts'
import { field, park, sky, street, yard } from '../drawing/street.ts'
import { tree } from '../drawing/trees.ts'
import { blob, box, farFirst, flat, line, soft, type Thing, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

const plastics = ['#3f6b46', '#47525a', '#8a6d2f', '#2f5f88', '#6b6f72'] as const

function bins(view: View): string {
  const { dice, fixed } = view
  const z = dice.between(5, 6.2)
  const colour = dice.pick(plastics)
  const row = Array.from({ length: dice.whole(2, 4) }, (_, at) =>
    container(
      view,
      [-2.6 + at * 1.5, 0, z + dice.between(-0.12, 0.12)],
      dice.chance(0.75) ? colour : dice.pick(plastics),
      !fixed,
    ),
  )
  const bags = fixed
    ? []
    : Array.from({ length: dice.whole(7, 15) }, () =>
        bag(view, [dice.between(-3, 3), 0, z - dice.between(0.3, 1.5)], dice.between(0.17, 0.34)),
      )
  const boxes = fixed
    ? []
    : Array.from({ length: 3 }, () =>
        box(
          view,
          [dice.between(-3.2, 2.6), 0, z - dice.between(0.2, 1)],
          [dice.between(0.3, 0.6), dice.between(0.2, 0.5), 0.35],
          '#b08b58',
        ),
      )
  const fence = [
    flat(
      view,
      [
        [-3.4, 0, z + 1.4],
        [3.4, 0, z + 1.4],
        [3.4, 1.6, z + 1.4],
        [-3.4, 1.6, z + 1.4],
      ],
      '#8f9498',
    ),
    ...Array.from({ length: 28 }, (_, at) =>
      line(
        view,
        [
          [-3.4 + at * 0.25, 0, z + 1.39],
          [-3.4 + at * 0.25, 1.6, z + 1.39],
        ],
        0.02,
        '#747a7e',
      ),
    ),
  ]
  const pad = flat(
    view,
    [
      [-3.8, 0.006, z - 1.9],
      [3.8, 0.006, z - 1.9],
      [3.8, 0.006, z + 1.5],
      [-3.8, 0.006, z + 1.5],
    ],
    '#8e8c87',
  )
  const litter = fixed
    ? ''
    : Array.from({ length: 44 }, () => scrap(view, [dice.between(-3.6, 3.6), 0, z - dice.between(0.2, 2.6)])).join('')
  return yard(view, [{ z: z + 1.4, svg: fence.join('') }, ...row, ...bags, ...boxes], pad + litter)
}

/** A heap of household things and rubble where nobody should leave it. */
function dump(view: View): string {
  const { dice, fixed } = view
  if (fixed)
    return park(view, [], soft(view, blob(dice, [0.6, 0.005, 5.6], 2.2, 0.2), mix(view.light.grass, '#8b7b5c', 0.5)))
  const [x, z] = [dice.between(-0.8, 0.8), dice.between(5, 6.2)]
  const bags = Array.from({ length: 22 }, () => {
    const away = dice.fraction()
    return bag(
      view,
      [x + dice.between(-2.6, 2.6) * away, (1 - away) * dice.between(0.1, 0.8), z + dice.between(-1, 1)],
      dice.between(0.17, 0.36),
    )
  })
  const rubble = Array.from({ length: 34 }, () => {
    const at: Spot = [x + dice.between(-2.8, 2.8), 0, z + dice.between(-1.3, 1)]
    return box(
      view,
      at,
      [dice.between(0.08, 0.3), dice.between(0.06, 0.22), 0.2],
      dice.pick(['#a4563c', '#9c968c', '#c7c0b2', '#7d776e']),
    )
  })
  const big = dice.pick([
    () => [
      box(view, [x - 1.7, 0, z + 0.2], [1.9, 0.42, 0.8], '#6e4b52'),
      box(view, [x - 1.7, 0.4, z + 0.8], [1.9, 0.5, 0.25], '#7d565e'),
    ],
    () =>
      [0, 1, 2].map(
        (at): Thing => ({
          z: z - 0.7,
          svg:
            soft(view, ringAt(x + 1.2 + at * 0.32, 0.35, z - 0.7 - at * 0.1, 0.36), '#1c1d1f') +
            soft(view, ringAt(x + 1.2 + at * 0.32, 0.35, z - 0.71 - at * 0.1, 0.19), '#55524c'),
        }),
      ),
    () => [
      box(view, [x + 0.6, 0, z - 0.4], [0.65, 1.25, 0.6], '#d9dbd8'),
      box(view, [x - 1.5, 0, z - 0.2], [0.9, 0.75, 0.06], '#8b6a45'),
    ],
  ])()
  const litter = Array.from({ length: 60 }, () =>
    scrap(view, [x + dice.between(-4, 4), 0, z + dice.between(-3, 1.5)]),
  ).join('')
  return park(view, [...bags, ...rubble, ...big], litter)
}

function ringAt(x: number, y: number, z: number, radius: number): Spot[] {
  return Array.from({ length: 18 }, (_, at) => [
    x + Math.cos((at / 18) * 2 * Math.PI) * radius,
    y + Math.sin((at / 18) * 2 * Math.PI) * radius,
    z,
  ])
}

function litter(view: View): string {
  const { dice, fixed } = view
  const bin: Thing = {
    z: 4.6,
    svg:
      box(view, [1.5, 0, 4.6], [0.42, 0.75, 0.4], '#5c6b5f').svg +
      (fixed
        ? ''
        : [bag(view, [1.7, 0.72, 4.6], 0.2), bag(view, [1.3, 0, 4.2], 0.22), bag(view, [1.95, 0, 4.3], 0.2)]
            .map(({ svg }) => svg)
            .join('')),
  }
  const { svg } = street(view, dice.between(4.6, 5.6), [])
  const mess = fixed
    ? ''
    : Array.from({ length: 60 }, () =>
        scrap(view, [dice.between(-1.8, 2.6), 0, 1.6 + 9 * dice.fraction() ** 1.6]),
      ).join('')
  return svg + mess + bin.svg
}

/** Water between banks with reeds; bottles along the edge. */
function river(view: View): string {
  const { dice, fixed, light } = view
  const stream = mix(light.zenith, '#4d6359', 0.55)
  const bank: Spot[] = [
    [-30, 0.002, 4.6],
    [30, 0.002, 3.6],
    [30, 0.002, 26],
    [-30, 0.002, 30],
  ]
  const gleams = Array.from({ length: 46 }, () => {
    const at: Spot = [dice.between(-12, 12), 0.004, dice.between(5.5, 24)]
    return line(
      view,
      [at, [at[0] + dice.between(0.3, 1.6), 0.004, at[2]]],
      0.04,
      dice.chance(0.6) ? light.haze : shade(stream, 0.7),
      'opacity=".4"',
    )
  })
  const far = Array.from({ length: 22 }, () =>
    tree(view, [dice.between(-30, 30), 0, dice.between(30, 44)], dice.between(5, 9)),
  )
  const reeds = Array.from({ length: 120 }, () => {
    const x = dice.pick([-1, 1]) * dice.between(2, 8)
    return line(
      view,
      [
        [x, 0, 4.7],
        [x + dice.between(-0.2, 0.2), dice.between(0.5, 1.5), 4.7],
      ],
      0.025,
      shade(light.grass, dice.between(0.6, 1.1)),
    )
  })
  const rubbish = fixed
    ? ''
    : Array.from({ length: 70 }, () => scrap(view, [dice.between(-3.5, 3.5), 0, dice.between(2.2, 6)])).join('') +
      Array.from({ length: 5 }, () => bag(view, [dice.between(-2.5, 2.5), 0, dice.between(3.4, 4.4)], 0.22).svg).join(
        '',
      )
  return [
    sky(view),
    field(view, light.grass),
    flat(view, bank, stream),
    ...gleams,
    farFirst(far),
    ...reeds,
    rubbish,
  ].join('')
}

export const waste: Readonly<Record<string, Scene>> = {
  bins: outdoors(bins, { down: 6 }),
  dump: outdoors(dump, { down: 9 }),
  litter: outdoors(litter, { down: 12 }),
  river: outdoors(river, { down: 8 }),
}
