import type { Spot } from '../drawing/camera.ts'
import { car } from '../drawing/car.ts'
import { shade } from '../drawing/colour.ts'
import { house } from '../drawing/houses.ts'
import { panel } from '../drawing/indoors.ts'
import { street, yard } from '../drawing/street.ts'
import { blob, box, flat, line, soft, type View } from '../drawing/view.ts'
import { onGround, outdoors, type Scene } from './scene.ts'

function pavement(view: View): string {
  const { dice, fixed } = view
  const { svg } = street(view, 5.2)
  const tone = dice.pick(['#a9a19a', '#b08d7c', '#9fa3a4'] as const)
  const stones: string[] = []
  for (let z = 1.2; z < 9; z += 0.42) {
    for (let x = -1.5; x < 1.4; x += 0.42) {
      const bad = !fixed && Math.hypot(x - 0.1, z - 3.6) < 1.5 && dice.chance(0.6)
      if (bad && dice.chance(0.45)) continue
      const turn = bad ? dice.between(-0.1, 0.1) : 0
      const lift = bad ? dice.between(0, 0.07) : 0.01
      stones.push(
        flat(
          view,
          [
            [x + turn, lift, z],
            [x + 0.39 + turn, 0.01, z + turn],
            [x + 0.39 - turn, 0.01, z + 0.39],
            [x - turn, 0.01, z + 0.39],
          ],
          shade(tone, dice.between(0.86, 1.1)),
        ),
      )
    }
  }
  const bed = flat(
    view,
    [
      [-1.6, 0.004, 1],
      [1.5, 0.004, 1],
      [1.5, 0.004, 9.2],
      [-1.6, 0.004, 9.2],
    ],
    '#6d6250',
  )
  return svg + bed + stones.join('')
}

function kerb(view: View): string {
  const { dice, fixed } = view
  const svg = yard(view, [house(view, { from: [-9, 6.8], to: [9, 6.8], floors: 3 })])
  const entrance =
    panel(view, -0.95, 0.48, 1.9, 2.3, 6.78, '#6b5548') +
    panel(view, -0.85, 0.5, 0.8, 2.2, 6.77, '#3f4d57') +
    panel(view, 0.05, 0.5, 0.8, 2.2, 6.77, '#4a5963') +
    box(view, [-1.6, 2.9, 5.6], [3.2, 0.14, 1.3], '#8b8f92').svg
  const steps: string[] = []
  for (let at = 0; at < 3; at++)
    steps.push(box(view, [-1.9, 0.16 * at, 4.6 + at * 0.35], [3.8, 0.16, 2.2], '#a7a39b').svg)
  const ramp =
    flat(
      view,
      [
        [-0.6, 0.01, 2.9],
        [0.7, 0.01, 2.9],
        [0.7, 0.5, 5.6],
        [-0.6, 0.5, 5.6],
      ],
      '#c9c4b8',
    ) +
    line(
      view,
      [
        [-0.7, 0.9, 3],
        [-0.7, 1.3, 5.6],
      ],
      0.05,
      '#8f979d',
    ) +
    line(
      view,
      [
        [0.8, 0.9, 3],
        [0.8, 1.3, 5.6],
      ],
      0.05,
      '#8f979d',
    )
  const chips = Array.from({ length: 6 }, () =>
    soft(view, blob(dice, [dice.between(-1.7, 1.7), 0.17 * dice.whole(1, 2), 4.7], 0.12, 0.5), '#716c64'),
  )
  return svg + entrance + steps.join('') + (fixed ? ramp : chips.join(''))
}

function snow(view: View): string {
  const { dice, fixed } = view
  const { svg } = street(view, dice.between(3.5, 5.5), [
    car(view, [dice.between(-7.5, -6), 0, dice.between(9, 16)], '#dfe5ea'),
  ])
  const heaps = Array.from({ length: fixed ? 6 : 34 }, () => {
    const spot: Spot = [fixed ? dice.pick([-2.3, 2.4]) : dice.between(-2.6, 2.6), 0.02, dice.between(1.6, 13)]
    return {
      z: spot[2],
      svg:
        soft(
          view,
          blob(dice, spot, dice.between(0.2, 0.8), 0.4, 0.6),
          shade('#eef3f7', dice.between(0.88, 1.04)),
          'opacity=".9"',
        ) + soft(view, blob(dice, [spot[0], 0.06, spot[2] - 0.1], 0.25, 0.4, 0.5), '#c3ced8', 'opacity=".6"'),
    }
  })
  const steps = Array.from({ length: fixed ? 0 : 22 }, (_, at) =>
    soft(
      view,
      blob(dice, [(at % 2 ? 0.16 : -0.14) + dice.between(-0.1, 0.1), 0.03, 1.5 + at * 0.42], 0.11, 0.15, 1.7),
      '#aab8c4',
      'opacity=".8"',
    ),
  )
  const bare = fixed
    ? flat(
        view,
        [
          [-1.5, 0.01, 0.3],
          [1.5, 0.01, 0.3],
          [1.4, 0.01, 40],
          [-1.3, 0.01, 40],
        ],
        '#8c8a86',
      )
    : ''
  const flakes = dice.chance(0.5)
    ? Array.from(
        { length: 90 },
        () =>
          `<circle cx="${dice.whole(0, 1280)}" cy="${dice.whole(0, 960)}" r="${dice.between(1, 4.5).toFixed(1)}" fill="#fff" opacity=".7"/>`,
      ).join('')
    : ''
  view.glows.push(flakes)
  return (
    svg +
    bare +
    heaps
      .sort((a, b) => b.z - a.z)
      .map((heap) => heap.svg)
      .join('') +
    steps.join('')
  )
}

export const pavements: Readonly<Record<string, Scene>> = {
  pavement: onGround(pavement),
  kerb: outdoors(kerb, { down: 5, right: 0 }),
  snow: outdoors(snow, { down: 10 }, { snow: true }),
}
