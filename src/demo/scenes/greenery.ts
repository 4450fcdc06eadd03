import type { Spot } from '../drawing/camera.ts'
import { car, paints } from '../drawing/car.ts'
import { shade } from '../drawing/colour.ts'
import { scrap } from '../drawing/rubbish.ts'
import { park, street, yard } from '../drawing/street.ts'
import { bench } from '../drawing/things.ts'
import { bush, tree } from '../drawing/trees.ts'
import { blob, box, farFirst, line, round, soft, type Thing, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

/** A trunk across the street with its crown; afterwards a stump. */
function fallen(view: View): string {
  const { dice, fixed, light } = view
  const z = dice.between(5.5, 7.5)
  const hit = !fixed && dice.chance(0.35) ? [car(view, [0.8, 0, z + 1.5], dice.pick(paints))] : []
  const { svg } = street(view, dice.between(-1, 1), hit)
  const stump =
    box(view, [4.4, 0, z], [0.5, 0.35, 0.5], '#7b6248').svg +
    soft(view, blob(dice, [4.65, 0.36, z + 0.2], 0.24, 0.1), '#c9a777')
  if (fixed) return svg + stump
  const trunk =
    line(
      view,
      [
        [4.8, 0.45, z + 0.2],
        [2, 0.5, z - 0.2],
        [-1, 0.4, z - 0.5],
      ],
      0.42,
      '#5a4a3d',
    ) +
    line(
      view,
      [
        [4.8, 0.58, z + 0.2],
        [2, 0.62, z - 0.2],
        [-1, 0.5, z - 0.5],
      ],
      0.1,
      '#77644f',
    )
  const limbs = Array.from({ length: 22 }, () => {
    const from: Spot = [dice.between(-1.6, 1.5), 0.45, z - 0.4]
    const to: Spot = [from[0] - dice.between(0.3, 1.7), dice.between(0.1, 2), z + dice.between(-1.4, 1)]
    return line(view, [from, to], dice.between(0.05, 0.13), '#54453a')
  })
  const leaves =
    light.season === 'winter'
      ? []
      : Array.from({ length: 85 }, () => {
          const at: Spot = [
            dice.between(-3.6, 1),
            dice.between(0.1, 1.7) * dice.fraction() + 0.1,
            z + dice.between(-1.4, 0.9),
          ]
          return {
            z: at[2],
            svg: round(
              view,
              at,
              dice.between(0.12, 0.36),
              shade(dice.pick(light.leaves), dice.between(0.7, 1.15)),
              'opacity=".92"',
            ),
          }
        })
  const torn = Array.from({ length: 22 }, () =>
    scrapOf(view, [dice.between(-4, 4), 0.01, z + dice.between(-3, 1)], dice.pick(light.leaves)),
  )
  return [svg, ...torn, stump, trunk, ...limbs, farFirst(leaves)].join('')
}

function scrapOf(view: View, spot: Spot, colour: string): string {
  return soft(view, blob(view.dice, spot, view.dice.between(0.04, 0.12), 0.4), colour)
}

/** A dry tree among green ones, leaning over a path or a car. */
function dry(view: View): string {
  const { dice, fixed } = view
  const spot: Spot = [dice.between(-1.5, 1.5), 0, dice.between(7.5, 10)]
  const winter: View = { ...view, light: { ...view.light, season: 'winter' } }
  const under = dice.chance(0.5) ? [car(view, [spot[0] + 0.8, 0, spot[2] - 1.5], dice.pick(paints))] : []
  const cut: Thing = { z: spot[2], svg: box(view, [spot[0] - 0.3, 0, spot[2]], [0.6, 0.3, 0.5], '#7b6248').svg }
  return yard(view, [...under, fixed ? cut : tree(winter, spot, dice.between(7, 9))])
}

/** Branches that have grown over windows, wires or a path. */
function overgrown(view: View): string {
  const { dice, fixed } = view
  const trees = [
    [-2.4, 6],
    [1.8, 7],
    [0, 9.5],
  ].map(([x = 0, z = 0]) => tree(view, [x + dice.between(-0.6, 0.6), 0, z], fixed ? 4.4 : dice.between(7.5, 9.5)))
  const bushes = fixed
    ? []
    : [bush(view, [dice.between(-3, -1), 0, 4.6], 1.7), bush(view, [dice.between(1.4, 2.6), 0, 5], 1.5)]
  const spans = [6.2, 6.6]
    .map((y) =>
      line(
        view,
        [
          [-14, y, 8],
          [0, y - 0.5, 8],
          [14, y, 8],
        ],
        0.03,
        '#1b1c1f',
      ),
    )
    .join('')
  return yard(view, [...trees, ...bushes, { z: 7.5, svg: spans }])
}

function grass(view: View): string {
  const { dice, fixed, light } = view
  const base = dice.chance(0.5) ? yard(view) : park(view)
  const count = fixed ? 220 : 620
  const blades = Array.from({ length: count }, () => {
    const z = 1.5 + 12 * dice.fraction() ** 1.5
    const x = dice.between(-6, 6) * (0.4 + z / 10)
    const tall = fixed ? dice.between(0.03, 0.08) : dice.between(0.35, 1.05)
    const svg = line(
      view,
      [
        [x, 0, z],
        [x + dice.between(-0.06, 0.06), tall * 0.6, z],
        [x + dice.between(-0.2, 0.2), tall, z],
      ],
      0.02,
      shade(light.grass, dice.between(0.6, 1.25)),
    )
    const head =
      !fixed && dice.chance(0.12)
        ? round(view, [x, tall, z], 0.03, dice.pick(['#e8dfb0', '#d9c77a', '#f2f0e4', '#b58bc0']))
        : ''
    return { z, svg: svg + head }
  })
  return base + farFirst(blades)
}

function alley(view: View): string {
  const { dice, fixed } = view
  const things = [
    bench(view, [dice.pick([-3.3, 1.9]), 0, dice.between(4.6, 6)], !fixed && dice.chance(0.6)),
    bench(view, [1.9, 0, 12], false),
  ]
  const litter = fixed
    ? ''
    : Array.from({ length: 26 }, () => scrap(view, [dice.between(-3.5, 3.5), 0, dice.between(1.8, 9)])).join('')
  const fallenLeaves =
    view.light.season === 'autumn'
      ? Array.from({ length: 160 }, () =>
          scrapOf(view, [dice.between(-6, 6), 0.008, dice.between(1.4, 13)], dice.pick(view.light.leaves)),
        ).join('')
      : ''
  return park(view, things, fallenLeaves + litter)
}

export const greenery: Readonly<Record<string, Scene>> = {
  fallen_tree: outdoors(fallen, { down: 7 }),
  dry_tree: outdoors(dry, { down: -6 }),
  overgrown: outdoors(overgrown, { down: -4 }),
  grass: outdoors(grass, { down: 9 }),
  alley: outdoors(alley, { down: 8 }),
}
