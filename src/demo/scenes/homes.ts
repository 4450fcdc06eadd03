import { type Colour, shade } from '../drawing/colour.ts'
import { panel, room, standing } from '../drawing/indoors.ts'
import { blob, flat, line, round, soft, type View } from '../drawing/view.ts'
import { indoors, type Scene } from './scene.ts'

const papers: readonly Colour[] = ['#d9cdb6', '#c9d3c6', '#d6c6c4', '#c8cfd8', '#e0d8c2']

/** A cold radiator under a winter window. */
function radiator(view: View): string {
  const { dice, fixed } = view
  const wall = dice.pick(papers)
  const stripes = Array.from({ length: 14 }, (_, at) =>
    panel(view, -2 + at * 0.3, 0.09, 0.1, 2.6, 2.39, shade(wall, 0.95)),
  )
  const outside =
    panel(view, -0.85, 0.95, 1.7, 1.35, 2.38, '#b9c8d6') + panel(view, -0.85, 0.95, 1.7, 0.45, 2.375, '#dfe7ee')
  const flakes = Array.from({ length: 40 }, () =>
    round(view, [dice.between(-0.8, 0.8), dice.between(1, 2.25), 2.37], 0.008, '#ffffff'),
  )
  const frame = [
    [-0.92, 0.9, 1.84, 0.07],
    [-0.92, 2.28, 1.84, 0.07],
    [-0.92, 0.9, 0.07, 1.45],
    [0.85, 0.9, 0.07, 1.45],
    [-0.04, 0.9, 0.08, 1.45],
  ].map(([x = 0, y = 0, w = 0, h = 0]) => panel(view, x, y, w, h, 2.36, '#f3f1ec'))
  const sill = flat(
    view,
    [
      [-1.05, 0.89, 2.1],
      [1.05, 0.89, 2.1],
      [1.05, 0.89, 2.39],
      [-1.05, 0.89, 2.39],
    ],
    '#f6f4ef',
  )
  const ribs = Array.from(
    { length: 11 },
    (_, at) =>
      panel(view, -0.8 + at * 0.145, 0.2, 0.115, 0.58, 2.2, shade('#dcd8cd', at % 2 ? 1 : 0.95)) +
      panel(view, -0.8 + at * 0.145, 0.2, 0.02, 0.58, 2.199, '#b6b0a3'),
  )
  const curtains = [-1.5, 0.95].map((x) =>
    Array.from({ length: 5 }, (_, at) =>
      panel(
        view,
        x + at * 0.11,
        0.4,
        0.11,
        2.1,
        2.3,
        shade(dice.pick(['#a77f6b', '#a77f6b', '#b08a75']), at % 2 ? 1 : 0.88),
      ),
    ).join(''),
  )
  const plant =
    fixed || dice.chance(0.6)
      ? panel(view, 0.45, 0.9, 0.2, 0.17, 2.2, '#a05a3c') +
        Array.from({ length: 9 }, () =>
          soft(
            view,
            standing(
              blob(dice, [0.55 + dice.between(-0.15, 0.15), 0, 1.2 + dice.between(-0.12, 0.16)], 0.07, 0.4),
              2.19,
            ),
            dice.pick(['#4f7d3a', '#5f9146', '#3f6830']),
          ),
        ).join('')
      : ''
  const blanket = fixed
    ? ''
    : panel(view, -0.95, 0.02, 0.7, 0.12, 1.7, '#7d3b3b') + panel(view, -0.9, 0.13, 0.6, 0.1, 1.7, '#9c5a4a')
  return [
    room(view, { w: 4, h: 2.7, d: 2.4, wall, floor: '#9b7a56', panel: null, dim: 0 }),
    ...stripes,
    outside,
    ...flakes,
    ...frame,
    sill,
    ...curtains,
    line(
      view,
      [
        [-1.6, 0.72, 2.3],
        [1.1, 0.72, 2.3],
      ],
      0.03,
      '#cfcabd',
    ),
    ...ribs,
    plant,
    blanket,
  ].join('')
}

/** A ceiling and the corner of a room, brown from the roof's water. */
function ceiling(view: View): string {
  const { dice, fixed } = view
  const wall = dice.pick(papers)
  const base = room(view, { w: 3.4, h: 2.6, d: 3, wall, floor: '#8f7455', panel: null, dim: 0 })
  const lamp =
    line(
      view,
      [
        [0.7, 2.6, 2],
        [0.7, 2.2, 2],
      ],
      0.015,
      '#3c3c3c',
    ) + round(view, [0.7, 2.1, 2], 0.14, '#f3e8c8')
  if (fixed) return base + lamp
  const [x, z] = [dice.between(-1.1, -0.3), dice.between(2.1, 2.7)]
  const rings = [1.05, 0.85, 0.6, 0.35].map((size, at) =>
    soft(
      view,
      blob(dice, [x, 2.595, z], size * 0.75, 0.25),
      ['#c9ae7c', '#b8955c', '#a37c45', '#c7b08a'][at] ?? '#a37c45',
      'opacity=".5"',
    ),
  )
  const runs = Array.from({ length: 11 }, () => {
    const at = dice.between(-1.65, 0.2)
    return line(
      view,
      [
        [at, 2.6, 2.98],
        [at + dice.between(-0.05, 0.05), dice.between(1, 2.3), 2.98],
      ],
      dice.between(0.02, 0.08),
      '#a9814b',
      'opacity=".42"',
    )
  })
  const mould = Array.from({ length: 26 }, () =>
    soft(
      view,
      standing(blob(dice, [dice.between(-1.65, -0.7), 0, dice.between(2, 2.58)], dice.between(0.02, 0.07), 0.4), 2.97),
      '#3d4038',
      'opacity=".5"',
    ),
  )
  const peel = Array.from({ length: 4 }, () =>
    soft(view, blob(dice, [x + dice.between(-0.3, 0.3), 2.59, z + dice.between(-0.4, 0.2)], 0.1, 0.5), '#8a8175'),
  )
  const basin =
    panel(view, x - 0.3, 0.02, 0.6, 0.28, 2, '#3f77a6') +
    flat(
      view,
      [
        [x - 0.34, 0.3, 1.9],
        [x + 0.34, 0.3, 1.9],
        [x + 0.34, 0.3, 2.3],
        [x - 0.34, 0.3, 2.3],
      ],
      '#79a9cb',
    )
  const drops = [1.9, 1.3, 0.7].map((y) => round(view, [x, y, 2.1], 0.016, '#d3e2ea'))
  return [base, ...rings, ...runs, ...mould, ...peel, lamp, basin, ...drops].join('')
}

export const homes: Readonly<Record<string, Scene>> = {
  radiator: indoors(radiator, { eyes: 1.25, down: 4, focal: 900 }),
  ceiling: indoors(ceiling, { eyes: 1.4, down: -14 }),
}
