import { type Colour, shade } from '../drawing/colour.ts'
import { panel } from '../drawing/indoors.ts'
import { person } from '../drawing/person.ts'
import { scrap } from '../drawing/rubbish.ts'
import { street } from '../drawing/street.ts'
import { bench } from '../drawing/things.ts'
import { box, farFirst, flat, line, round, type Thing, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

/** A stop with a glass shelter; panes broken, roof bent, or new. */
function stop(view: View): string {
  const { dice, fixed } = view
  const [x, z] = [dice.between(0.2, 0.8), dice.between(5, 6)]
  const frame = dice.pick<Colour>(['#3f5a78', '#56606a', '#2f6b57'])
  const missing = !fixed && dice.chance(0.3)
  const pane = (at: number) => {
    const broken = !fixed && at === 1
    const glass = panel(view, x + at * 1.1, 0.35, 1.02, 1.75, z + 1.3, '#bcd3de', `opacity="${broken ? 0.15 : 0.5}"`)
    const shards = broken
      ? line(
          view,
          [
            [x + 1.15, 0.4, z + 1.29],
            [x + 1.4, 1.2, z + 1.29],
            [x + 1.6, 0.5, z + 1.29],
            [x + 2, 1.6, z + 1.29],
          ],
          0.015,
          '#eef5f8',
        ) +
        Array.from({ length: 16 }, () => scrap(view, [x + dice.between(0.9, 2.3), 0, z + dice.between(0.3, 1.2)])).join(
          '',
        )
      : ''
    return glass + shards
  }
  const posts = [0, 1.1, 2.2, 3.3].map((at) =>
    line(
      view,
      [
        [x + at, 0, z + 1.3],
        [x + at, 2.35, z + 1.3],
      ],
      0.07,
      frame,
    ),
  )
  const roof =
    flat(
      view,
      [
        [x - 0.2, fixed ? 2.42 : 2.25, z - 0.3],
        [x + 3.5, 2.42, z - 0.3],
        [x + 3.5, 2.5, z + 1.5],
        [x - 0.2, 2.5, z + 1.5],
      ],
      shade(frame, 1.2),
    ) +
    flat(
      view,
      [
        [x - 0.2, fixed ? 2.3 : 2.13, z - 0.3],
        [x + 3.5, 2.3, z - 0.3],
        [x + 3.5, 2.42, z - 0.3],
        [x - 0.2, fixed ? 2.42 : 2.25, z - 0.3],
      ],
      frame,
    )
  const shelter: Thing = {
    z,
    svg: [0, 1, 2].map(pane).join('') + posts.join('') + bench(view, [x + 0.7, 0, z + 0.8], false).svg + roof,
  }
  const sign: Thing = {
    z: z - 0.5,
    svg:
      line(
        view,
        [
          [x - 0.8, 0, z - 0.5],
          [x - 0.8, 2.8, z - 0.5],
        ],
        0.07,
        '#7d8489',
      ) +
      panel(view, x - 1.05, 2.15, 0.5, 0.6, z - 0.52, '#2c5f9e') +
      panel(view, x - 0.97, 2.3, 0.34, 0.3, z - 0.53, '#f2f4f5') +
      (fixed ? panel(view, x - 1, 1.45, 0.4, 0.5, z - 0.52, '#f4f4f0') : ''),
  }
  const { svg } = street(view, 3.6, [...(missing ? [] : [shelter]), sign])
  return (
    svg +
    (fixed
      ? ''
      : Array.from({ length: 22 }, () => scrap(view, [dice.between(-1, 3.5), 0, dice.between(2.4, 6)])).join(''))
  )
}

/** A trolleybus or a bus coming along the street, its wires above. */
function trolleybus(view: View): string {
  const { dice } = view
  const [x, z] = [dice.between(-3.6, -2.2), dice.between(9, 14)]
  const paint = dice.pick<Colour>(['#c8443a', '#2f6fb0', '#d9b13a', '#3f8a5f', '#e7e4da'])
  const body = box(view, [x, 0.35, z], [2.5, 2.75, 11], paint)
  const front =
    panel(view, x + 0.12, 1.5, 2.26, 1.2, z - 0.01, '#2b353d') +
    panel(view, x + 0.3, 2.75, 1.9, 0.28, z - 0.01, '#15181b') +
    panel(view, x, 0.35, 2.5, 0.35, z - 0.01, shade(paint, 0.6)) +
    panel(view, x, 1.1, 2.5, 0.12, z - 0.012, '#efede6') +
    [x + 0.2, x + 1.95].map((at) => panel(view, at, 0.75, 0.35, 0.22, z - 0.02, '#fff6d8')).join('')
  const side = Array.from({ length: 7 }, (_, at) =>
    flat(
      view,
      [
        [x + 2.51, 1.5, z + 0.5 + at * 1.5],
        [x + 2.51, 1.5, z + 1.75 + at * 1.5],
        [x + 2.51, 2.65, z + 1.75 + at * 1.5],
        [x + 2.51, 2.65, z + 0.5 + at * 1.5],
      ],
      '#333e47',
    ),
  )
  const wheels = [x + 0.25, x + 2.05].map((at) => panel(view, at, 0, 0.22, 0.5, z - 0.005, '#191a1c'))
  const wire = [-0.3, 0.3].map((aside) =>
    line(
      view,
      [
        [x + 1.2 + aside, 5.6, 60],
        [x + 1.2 + aside, 5.6, 3],
      ],
      0.2,
      '#16171a',
    ),
  )
  const arms = dice.chance(0.7)
    ? [-0.3, 0.3].map((aside) =>
        line(
          view,
          [
            [x + 1.2 + aside, 3.1, z + 5],
            [x + 1.2 + aside, 5.55, z + 9],
          ],
          0.05,
          '#22252a',
        ),
      )
    : []
  const people = Array.from({ length: dice.whole(2, 5) }, () =>
    person(view, [dice.between(1.8, 3.4), 0, dice.between(5, 9)]),
  )
  const { svg } = street(view, dice.between(0, 1), [
    { z, svg: [body.svg, front, ...side, ...wheels, ...arms].join('') },
    ...people,
  ])
  return svg + wire.join('')
}

/** Crates of fruit on the pavement under an umbrella. */
function trade(view: View): string {
  const { dice, fixed } = view
  const { svg } = street(view, 5, fixed ? [] : [person(view, [1.9, 0, 6.2]), person(view, [-1.3, 0, 7.5])])
  if (fixed) return svg
  const fruits = ['#c7372f', '#e0a02c', '#5d9a3b', '#7a4a8a', '#d97b2b', '#e6d9a8'] as const
  const crates = Array.from({ length: 8 }, (_, at): Thing => {
    const [x, z] = [-1.8 + (at % 4) * 0.85, 4.3 + Math.floor(at / 4) * 0.75]
    const colour = dice.pick(fruits)
    const balls = Array.from({ length: 16 }, () =>
      round(
        view,
        [x + dice.between(0.08, 0.66), 0.5 + dice.between(0, 0.08), z + dice.between(0.05, 0.4)],
        0.06,
        shade(colour, dice.between(0.8, 1.2)),
      ),
    )
    return { z, svg: box(view, [x, 0.22, z], [0.75, 0.25, 0.5], '#a9824f').svg + balls.join('') }
  })
  const shade_ = dice.pick(['#c8443a', '#2f6fb0', '#3f8a5f', '#d9a13a'] as const)
  const pole = line(
    view,
    [
      [0, 0, 5.6],
      [0, 2.6, 5.6],
    ],
    0.06,
    '#d8d5cc',
  )
  const cloth =
    flat(
      view,
      [
        [-1.9, 2.1, 5],
        [0, 2.75, 5.6],
        [1.9, 2.1, 5],
      ],
      shade_,
    ) +
    flat(
      view,
      [
        [-0.65, 2.1, 5],
        [0, 2.75, 5.6],
        [0.65, 2.1, 5],
      ],
      '#efece2',
    )
  return svg + pole + farFirst(crates) + cloth
}

export const stops: Readonly<Record<string, Scene>> = {
  stop: outdoors(stop, { down: 2 }),
  trolleybus: outdoors(trolleybus, { down: 0 }),
  trade: outdoors(trade, { down: 7 }),
}
