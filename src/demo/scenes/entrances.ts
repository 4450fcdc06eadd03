import type { Spot } from '../drawing/camera.ts'
import { type Colour, shade } from '../drawing/colour.ts'
import { panel, room, standing } from '../drawing/indoors.ts'
import { blob, cover, flat, line, round, soft, type View } from '../drawing/view.ts'
import { indoors, type Scene } from './scene.ts'

const entrancePaints: readonly Colour[] = ['#6f9a86', '#7c93ab', '#9aa36b', '#8ba7a3', '#b08d6e']

function lift(view: View): string {
  const { dice, fixed } = view
  const paint = dice.pick(entrancePaints)
  const dim = fixed ? 0 : dice.between(0.1, 0.35)
  const gap = fixed ? 0.46 : dice.pick([0.012, 0.012, 0.14])
  const frame = panel(view, -0.62, 0, 1.24, 2.15, 2.78, '#6b7074')
  const inside = panel(view, -0.5, 0.02, 1, 2.03, 2.77, fixed ? '#d8c9a2' : '#0d0e10')
  const steel: Colour = dice.pick(['#9ba1a5', '#a8875e', '#7f8a90'])
  const leaf = (x: number, w: number) =>
    panel(view, x, 0.02, w, 2.03, 2.75, steel) +
    panel(view, x + w * 0.1, 0.1, w * 0.12, 1.85, 2.745, shade(steel, 1.16), 'opacity=".6"')
  const scratches = Array.from({ length: fixed ? 0 : 9 }, () =>
    line(
      view,
      [
        [dice.between(-0.45, 0.45), dice.between(0.3, 1.7), 2.74],
        [dice.between(-0.45, 0.45), dice.between(0.3, 1.7), 2.74],
      ],
      0.006,
      shade(steel, 0.7),
      'opacity=".6"',
    ),
  )
  const button =
    panel(view, 0.8, 1.05, 0.14, 0.24, 2.77, '#3d4347') +
    round(view, [0.87, 1.17, 2.76], 0.035, fixed ? '#e4573a' : '#6b7074')
  const boxes = Array.from({ length: 8 }, (_, at) =>
    panel(
      view,
      -1.55 + (at % 4) * 0.2,
      1.2 + Math.floor(at / 4) * 0.3,
      0.18,
      0.27,
      2.77,
      shade('#3f6f8f', dice.between(0.85, 1.1)),
    ),
  )
  const notice = fixed
    ? ''
    : panel(view, -0.2, 1.35, 0.2, 0.28, 2.735, '#f2efe6') +
      [0, 1, 2, 3].map((at) => panel(view, -0.17, 1.4 + at * 0.05, 0.14, 0.012, 2.73, '#8b8f93')).join('')
  return [
    room(view, { w: 3.4, h: 2.6, d: 2.8, wall: '#e3dfd3', floor: '#8d8377', panel: paint, dim: 0 }),
    frame,
    inside,
    leaf(-0.5, 0.5 - gap),
    leaf(gap, 0.5 - gap),
    ...scratches,
    notice,
    button,
    ...boxes,
    cover('#05060a', `opacity="${dim}"`),
  ].join('')
}

function stairwell(view: View): string {
  const { dice, fixed } = view
  const paint = dice.pick(entrancePaints)
  const steps = Array.from({ length: 9 }, (_, at) => {
    const [y, z] = [at * 0.165, 2.4 + at * 0.29]
    return (
      panel(view, 0.05, y, 1.35, 0.165, z, shade('#9a9389', 0.86)) +
      flat(
        view,
        [
          [0.05, y + 0.165, z],
          [1.4, y + 0.165, z],
          [1.4, y + 0.165, z + 0.29],
          [0.05, y + 0.165, z + 0.29],
        ],
        '#aaa297',
      )
    )
  })
  const rail =
    line(
      view,
      [
        [0.05, 1, 2.4],
        [0.05, 2.4, 5],
      ],
      0.05,
      '#6f4a30',
    ) +
    Array.from({ length: 9 }, (_, at) =>
      line(
        view,
        [
          [0.05, at * 0.165, 2.45 + at * 0.29],
          [0.05, at * 0.165 + 0.98, 2.45 + at * 0.29],
        ],
        0.018,
        '#4b5054',
      ),
    ).join('')
  const peeled = fixed
    ? []
    : Array.from({ length: 11 }, () =>
        soft(
          view,
          standing(blob(dice, [dice.between(-1.4, 0), 0, dice.between(0.5, 2)], dice.between(0.06, 0.26), 0.55), 5.18),
          dice.pick(['#c9c1b1', '#a89f90', '#7d756a']),
          'opacity=".85"',
        ),
      )
  const window =
    panel(view, -1, 1.5, 0.8, 0.9, 5.17, '#eceae4') +
    panel(view, -0.95, 1.55, 0.34, 0.8, 5.16, '#9fc0d8') +
    panel(view, -0.58, 1.55, 0.34, 0.8, 5.16, fixed ? '#a9c8de' : '#2c3439')
  const shards = fixed
    ? ''
    : line(
        view,
        [
          [-0.5, 1.6, 5.15],
          [-0.4, 2, 5.15],
          [-0.3, 1.7, 5.15],
        ],
        0.012,
        '#dce8ef',
      )
  const litter = fixed
    ? []
    : Array.from({ length: 14 }, () =>
        soft(
          view,
          blob(dice, [dice.between(-1.3, 0), 0.01, dice.between(1.3, 3)], dice.between(0.02, 0.07), 0.5),
          dice.pick(['#e5e2d8', '#b56b3f', '#6d7a80', '#c8b34d']),
        ),
      )
  return [
    room(view, { w: 2.9, h: 2.9, d: 5.2, wall: '#ded9cb', floor: '#857b70', panel: paint, dim: 0 }),
    ...peeled,
    window,
    shards,
    ...steps,
    rail,
    ...litter,
    cover('#05060a', `opacity="${fixed ? 0 : dice.between(0.12, 0.38)}"`),
  ].join('')
}

function basement(view: View): string {
  const { dice, fixed } = view
  const pipes = [1.75, 1.95].map((y, at) =>
    line(
      view,
      [
        [-1.2 + at * 0.25, y, 1],
        [-1.2 + at * 0.25, y, 6.5],
      ],
      0.16,
      at ? '#7c7f80' : '#8f5f3f',
    ),
  )
  const bricks: string[] = []
  for (let row = 0; row < 14; row++)
    for (let at = 0; at < 12; at++)
      bricks.push(
        panel(
          view,
          -1.7 + at * 0.3 + (row % 2) * 0.15,
          row * 0.16,
          0.28,
          0.145,
          6.48,
          shade('#8d5b45', dice.between(0.7, 1.05)),
        ),
      )
  const lampAt: Spot = [0.1, 2.05, 4]
  view.glows.push(round(view, lampAt, 1.1, 'url(#bulb)'), round(view, lampAt, 0.06, '#fff3cf'))
  const bulb =
    '<defs><radialGradient id="bulb"><stop offset="0" stop-color="#ffe9b0" stop-opacity=".8"/><stop offset="1" stop-color="#ffd98c" stop-opacity="0"/></radialGradient></defs>'
  const water = fixed
    ? ''
    : flat(
        view,
        [
          [-1.7, 0.13, 0.4],
          [1.7, 0.13, 0.4],
          [1.7, 0.13, 6.4],
          [-1.7, 0.13, 6.4],
        ],
        '#3b4640',
        'opacity=".93"',
      ) +
      Array.from({ length: 20 }, () => {
        const at: Spot = [dice.between(-1.4, 1.3), 0.135, dice.between(1, 5.5)]
        return line(view, [at, [at[0] + dice.between(0.1, 0.4), 0.135, at[2]]], 0.012, '#a9b8a8', 'opacity=".55"')
      }).join('')
  const junk = fixed
    ? [0, 1, 2]
        .map((at) => panel(view, -1.5 + at * 0.15, 0, 0.9, 0.4, 4.4 - at * 0.5, shade('#94744d', 1 - at * 0.1)))
        .join('')
    : Array.from({ length: 6 }, () =>
        soft(
          view,
          blob(dice, [dice.between(-1.3, 1.3), 0.15, dice.between(1.5, 5)], dice.between(0.05, 0.16), 0.4),
          dice.pick(['#c7c2b2', '#7b5a3a', '#4f6c8a']),
        ),
      ).join('')
  return [
    bulb,
    room(view, { w: 3.4, h: 2.2, d: 6.5, wall: '#8c857b', floor: '#6a635b', panel: null, dim: 0 }),
    ...bricks,
    ...pipes,
    water,
    junk,
    cover('#040507', 'opacity=".22"'),
  ].join('')
}

export const entrances: Readonly<Record<string, Scene>> = {
  lift: indoors(lift, { eyes: 1.5, down: 8 }),
  stairwell: indoors(stairwell, { eyes: 1.6, down: 3 }),
  basement: indoors(basement, { eyes: 1.5, down: 6 }),
}
