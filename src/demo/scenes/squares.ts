import type { Spot } from '../drawing/camera.ts'
import { type Colour, shade } from '../drawing/colour.ts'
import { scrap } from '../drawing/rubbish.ts'
import { park, yard } from '../drawing/street.ts'
import { bench } from '../drawing/things.ts'
import { blob, box, disc, flat, line, round, soft, type Thing, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

function seat(view: View): string {
  const { dice, fixed } = view
  const spot: Spot = [dice.between(-1.4, -0.6), 0, dice.between(3.6, 4.4)]
  const bin = box(view, [spot[0] + 2.1, 0, spot[2]], [0.4, fixed ? 0.75 : 0.6, 0.4], '#5a6470')
  const things = [bench(view, spot, !fixed), bin]
  return dice.chance(0.5) ? park(view, things) : yard(view, things)
}

/** A fountain's basin: dry and cracked, or at play. */
function fountain(view: View): string {
  const { dice, fixed } = view
  const z = dice.between(7.5, 9)
  const at: Spot = [dice.between(-0.6, 0.6), 0, z]
  const stone = dice.pick<Colour>(['#b3aca0', '#a59c93', '#bdb7ad'])
  const basin =
    soft(view, disc([at[0], 0, z], 3.1), shade(stone, 0.7)) +
    soft(view, disc([at[0], 0.45, z], 3.05), stone) +
    soft(view, disc([at[0], 0.46, z], 2.7), fixed ? '#7fa9bd' : '#7b7264')
  const bowl =
    line(
      view,
      [
        [at[0], 0.4, z],
        [at[0], 1.5, z],
      ],
      0.5,
      shade(stone, 0.9),
    ) +
    soft(view, disc([at[0], 1.55, z], 1), stone) +
    soft(view, disc([at[0], 1.6, z], 0.8), fixed ? '#9cc2d2' : shade(stone, 0.72)) +
    line(
      view,
      [
        [at[0], 1.6, z],
        [at[0], 2.2, z],
      ],
      0.2,
      stone,
    )
  const jets = fixed
    ? Array.from({ length: 26 }, () => {
        const aside = dice.between(-2, 2)
        return line(
          view,
          [
            [at[0], 2.3, z],
            [at[0] + aside * 0.5, 2.8 - Math.abs(aside) * 0.2, z],
            [at[0] + aside, 0.5, z],
          ],
          0.03,
          '#f1f8fb',
          'opacity=".5"',
        )
      }).join('')
    : ''
  const dry = fixed
    ? ''
    : Array.from({ length: 40 }, () =>
        soft(
          view,
          blob(dice, [at[0] + dice.between(-2, 2), 0.48, z + dice.between(-1.6, 1.6)], dice.between(0.05, 0.16), 0.5),
          dice.pick(['#a9642a', '#c9c2b2', '#6d8a4f', '#4a6f9a', '#8a7a5a']),
        ),
      ).join('') +
      [0, 1, 2]
        .map(() =>
          line(
            view,
            [
              [at[0] + dice.between(-2.4, 2.4), 0.35, z - 2.6],
              [at[0] + dice.between(-2.4, 2.4), 0.1, z - 2.95],
            ],
            0.04,
            '#4d463d',
          ),
        )
        .join('')
  const square = flat(
    view,
    [
      [-9, 0.004, 1],
      [9, 0.004, 1],
      [9, 0.004, 16],
      [-9, 0.004, 16],
    ],
    '#b1aa9d',
  )
  return park(view, [{ z, svg: basin + dry + bowl + jets }], square)
}

/** Graves under trees, the path overgrown or strewn with old wreaths. */
function cemetery(view: View): string {
  const { dice, fixed } = view
  const stones = Array.from({ length: 22 }, (): Thing => {
    const [x, z] = [dice.pick([-1, 1]) * dice.between(1.9, 8), dice.between(4, 20)]
    const granite = dice.pick<Colour>(['#4a4d52', '#6b6d70', '#8b857c', '#3a3c40'])
    const cross = dice.chance(0.3)
    return cross
      ? {
          z,
          svg:
            line(
              view,
              [
                [x, 0, z],
                [x, 1.5, z],
              ],
              0.12,
              '#6f6a62',
            ) +
            line(
              view,
              [
                [x - 0.35, 1.1, z],
                [x + 0.35, 1.1, z],
              ],
              0.12,
              '#6f6a62',
            ),
        }
      : {
          z,
          svg:
            box(view, [x - 0.4, 0, z - 0.9], [0.9, 0.18, 1.2], shade(granite, 1.2)).svg +
            box(view, [x - 0.35, 0.1, z + 0.2], [0.75, dice.between(0.8, 1.3), 0.14], granite).svg,
        }
  })
  const blades = fixed
    ? []
    : Array.from({ length: 150 }, (): Thing => {
        const [x, z] = [dice.between(-5, 5), dice.between(2, 11)]
        return {
          z,
          svg: line(
            view,
            [
              [x, 0, z],
              [x + dice.between(-0.1, 0.1), dice.between(0.2, 0.6), z],
            ],
            0.02,
            shade(view.light.grass, dice.between(0.65, 1.15)),
          ),
        }
      })
  const strewn = fixed
    ? ''
    : Array.from({ length: 30 }, () => scrap(view, [dice.between(-2.5, 2.5), 0, dice.between(2, 7)])).join('')
  return park(view, [...stones, ...blades], strewn)
}

/** A few dogs on the grass. */
function dogs(view: View): string {
  const { dice, fixed } = view
  const pack = Array.from({ length: fixed ? 0 : dice.whole(2, 4) }, (): Thing => {
    const [x, z, way] = [dice.between(-2.6, 2.2), dice.between(5, 8.5), dice.pick([-1, 1])]
    const fur = dice.pick<Colour>(['#3a332d', '#8a6a45', '#b89b74', '#55504b', '#d8cfc0'])
    const legs = [0, 0.12, 0.5, 0.62].map((at) =>
      line(
        view,
        [
          [x + at * way, 0.02, z],
          [x + at * way, 0.36, z],
        ],
        0.07,
        shade(fur, 0.8),
      ),
    )
    const body = line(
      view,
      [
        [x, 0.46, z],
        [x + 0.62 * way, 0.47, z],
      ],
      0.26,
      fur,
    )
    const head =
      line(
        view,
        [
          [x + 0.64 * way, 0.5, z],
          [x + 0.76 * way, 0.72, z],
        ],
        0.15,
        fur,
      ) +
      round(view, [x + 0.8 * way, 0.76, z], 0.12, fur) +
      line(
        view,
        [
          [x + 0.84 * way, 0.74, z],
          [x + 0.98 * way, 0.7, z],
        ],
        0.09,
        shade(fur, 0.85),
      ) +
      line(
        view,
        [
          [x + 0.74 * way, 0.82, z],
          [x + 0.71 * way, 0.93, z],
        ],
        0.06,
        shade(fur, 0.7),
      )
    const tail = line(
      view,
      [
        [x - 0.03 * way, 0.5, z],
        [x - 0.2 * way, 0.68, z],
        [x - 0.17 * way, 0.8, z],
      ],
      0.06,
      fur,
    )
    return { z, svg: [...legs, body, head, tail].join('') }
  })
  return dice.chance(0.6) ? yard(view, pack) : park(view, pack)
}

export const squares: Readonly<Record<string, Scene>> = {
  bench: outdoors(seat, { down: 9 }),
  fountain: outdoors(fountain, { down: 5 }),
  cemetery: outdoors(cemetery, { down: 6 }),
  dogs: outdoors(dogs, { down: 6 }),
}
