import type { Spot } from '../drawing/camera.ts'
import { car, paints } from '../drawing/car.ts'
import { shade } from '../drawing/colour.ts'
import { street } from '../drawing/street.ts'
import { barrier, cone, manhole, puddle } from '../drawing/things.ts'
import { blob, flat, line, round, soft, type View } from '../drawing/view.ts'
import { onGround, outdoors, type Scene } from './scene.ts'

/** Broken away asphalt: a rim, a dark bottom, stones, often water in it. */
function hole(view: View, spot: Spot, radius: number, colour: `#${string}`): string {
  const { dice } = view
  const [x, , z] = spot
  const rim = blob(dice, [x, 0.004, z], radius, 0.3, 1.15)
  const inner: Spot[] = rim.map(([a, y, b]) => [x + (a - x) * 0.84, y, z + (b - z) * 0.8 - radius * 0.05])
  const stones = Array.from({ length: 26 }, () => {
    const at: Spot = [x + dice.between(-1, 1) * radius * 1.25, 0.008, z + dice.between(-1, 1) * radius * 1.3]
    return soft(view, blob(dice, at, dice.between(0.012, 0.045), 0.4), shade('#8d877d', dice.between(0.6, 1.2)))
  })
  return [
    soft(view, rim, shade(colour, 0.62)),
    soft(view, inner, '#3f3b37'),
    soft(view, blob(dice, [x + radius * 0.1, 0.006, z - radius * 0.12], radius * 0.55, 0.35), '#2c2a28'),
    dice.chance(0.5) ? puddle(view, [x, 0.007, z], radius * 0.55) : '',
    ...stones,
  ].join('')
}

function pothole(view: View): string {
  const { dice, fixed } = view
  const shift = dice.between(-1.2, 1.2)
  const { svg, street: road } = street(
    view,
    shift,
    dice.chance(0.5) ? [car(view, [dice.between(1.2, 2.2) - shift, 0, dice.between(16, 40)], dice.pick(paints))] : [],
  )
  const spot: Spot = [dice.between(-0.7, 0.7), 0, dice.between(3.2, 4.6)]
  if (fixed) {
    const patch = flat(
      view,
      [
        [spot[0] - 0.9, 0.004, spot[2] - 1.1],
        [spot[0] + 0.95, 0.004, spot[2] - 1],
        [spot[0] + 0.9, 0.004, spot[2] + 1.3],
        [spot[0] - 0.95, 0.004, spot[2] + 1.2],
      ],
      '#2f3133',
    )
    return svg + patch + grains(view, spot)
  }
  const others = Array.from({ length: dice.whole(0, 3) }, () =>
    hole(view, [dice.between(-2.4, 2.4), 0, dice.between(5.5, 11)], dice.between(0.2, 0.45), road.asphalt),
  )
  return svg + others.join('') + hole(view, spot, dice.between(0.5, 0.95), road.asphalt)
}

function grains(view: View, [x, , z]: Spot): string {
  const { dice } = view
  return Array.from({ length: 70 }, () =>
    soft(
      view,
      blob(dice, [x + dice.between(-0.85, 0.85), 0.006, z + dice.between(-1, 1.1)], dice.between(0.008, 0.02), 0.3),
      dice.pick(['#45484b', '#26282a', '#54575a']),
    ),
  ).join('')
}

function openManhole(view: View): string {
  const { dice, fixed } = view
  const spot: Spot = [dice.between(-0.4, 0.4), 0, dice.between(2.9, 3.8)]
  const { svg } = street(view, dice.between(-1, 1))
  const near = fixed || dice.chance(0.5) ? '' : cone(view, [spot[0] + 0.75, 0, spot[2] + 0.5]).svg
  const stick =
    !fixed && dice.chance(0.4)
      ? line(
          view,
          [
            [spot[0], 0, spot[2]],
            [spot[0] + 0.2, 1.3, spot[2] + 0.1],
          ],
          0.05,
          '#7a5a38',
        ) +
        line(
          view,
          [
            [spot[0] + 0.2, 1.3, spot[2]],
            [spot[0] + 0.1, 1, spot[2]],
          ],
          0.12,
          '#b83a2a',
        )
      : ''
  return (
    svg +
    soft(view, blob(dice, [spot[0], 0.002, spot[2]], 0.75, 0.2), '#4b4b4b', 'opacity=".5"') +
    manhole(view, spot, !fixed) +
    near +
    stick
  )
}

function bridge(view: View): string {
  const { dice, fixed } = view
  const { svg } = street(view, 2.8)
  const posts: string[] = []
  for (let z = 22; z > 1.5; z -= 1.1) {
    const gone = !fixed && z < 7 && dice.chance(0.45)
    if (!gone)
      posts.push(
        line(
          view,
          [
            [1.7, 0, z],
            [1.7, 1.1, z],
          ],
          0.06,
          '#55626b',
        ),
      )
  }
  const rails = [0.35, 0.7, 1.1].map((y) =>
    line(
      view,
      fixed
        ? [
            [1.7, y, 22],
            [1.7, y, 1.5],
          ]
        : [
            [1.7, y, 22],
            [1.7, y, 6.8],
            [1.9, y - 0.35, 4.6],
          ],
      0.04,
      '#6c7982',
    ),
  )
  const rust = fixed
    ? ''
    : Array.from({ length: 8 }, () =>
        round(view, [1.7, dice.between(0.1, 1.1), dice.between(3, 9)], 0.05, '#8f4a22', 'opacity=".8"'),
      ).join('')
  const gap = fixed
    ? ''
    : line(
        view,
        [
          [-4, 0.006, 5],
          [1.6, 0.006, 5.3],
        ],
        0.14,
        '#26282a',
      ) + hole(view, [0.3, 0, 4], 0.4, '#77777a')
  return svg + gap + rails.join('') + posts.join('') + rust
}

function works(view: View): string {
  const { dice, fixed } = view
  const { svg } = street(view, dice.between(-1, 1))
  if (fixed)
    return (
      svg +
      flat(
        view,
        [
          [-1.6, 0.004, 3],
          [1.4, 0.004, 3],
          [1.4, 0.004, 14],
          [-1.5, 0.004, 14],
        ],
        '#36383a',
      ) +
      grains(view, [0, 0, 4.5])
    )
  const pit =
    soft(view, blob(dice, [0, 0.004, 5.4], 1.5, 0.22, 1.4), '#5d4a35') +
    soft(view, blob(dice, [0.1, 0.006, 5.3], 1.05, 0.25, 1.3), '#33271b')
  const sand = Array.from({ length: 16 }, (_, at) =>
    soft(
      view,
      blob(dice, [2.4, at * 0.045, 6.4 + dice.between(-0.2, 0.2)], 1.2 - at * 0.065, 0.12),
      shade('#b9975f', dice.between(0.85, 1.12)),
    ),
  )
  return (
    svg +
    sand.join('') +
    pit +
    [barrier(view, [-1.4, 0, 3.7], 2.6).svg, cone(view, [-1.9, 0, 3.4]).svg, cone(view, [1.7, 0, 3.6]).svg].join('')
  )
}

export const roads: Readonly<Record<string, Scene>> = {
  pothole: onGround(pothole),
  manhole: onGround(openManhole),
  bridge: outdoors(bridge, { down: 10, right: 6 }),
  works: outdoors(works, { down: 11 }),
}
