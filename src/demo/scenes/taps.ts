import { shade } from '../drawing/colour.ts'
import { panel, room, standing } from '../drawing/indoors.ts'
import { blob, disc, flat, line, round, soft, type View } from '../drawing/view.ts'
import { indoors, type Scene } from './scene.ts'

/** A glass of water under the kitchen tap: clear, or not at all. */
function tap(view: View): string {
  const { dice, fixed } = view
  const tile = dice.pick(['#cfd8da', '#d9cfbd', '#c4d2c4', '#d5c9cf'] as const)
  const tiles: string[] = []
  for (let x = -1.4; x < 1.4; x += 0.2)
    for (let y = 0.9; y < 2.3; y += 0.2)
      tiles.push(panel(view, x, y, 0.19, 0.19, 1.6, shade(tile, dice.between(0.93, 1.05))))
  const counter =
    flat(
      view,
      [
        [-1.6, 0.95, 0.5],
        [1.6, 0.95, 0.5],
        [1.6, 0.95, 1.6],
        [-1.6, 0.95, 1.6],
      ],
      dice.pick(['#8f8a83', '#9a7d5d', '#70767a']),
    ) +
    flat(
      view,
      [
        [-0.55, 0.955, 0.85],
        [0.5, 0.955, 0.85],
        [0.5, 0.955, 1.45],
        [-0.55, 0.955, 1.45],
      ],
      '#b9c0c4',
    ) +
    flat(
      view,
      [
        [-0.47, 0.956, 0.9],
        [0.42, 0.956, 0.9],
        [0.42, 0.956, 1.4],
        [-0.47, 0.956, 1.4],
      ],
      '#8e979c',
    )
  const metal =
    line(
      view,
      [
        [0, 0.95, 1.5],
        [0, 1.38, 1.5],
        [0, 1.42, 1.4],
        [0, 1.4, 1.2],
        [0, 1.33, 1.18],
      ],
      0.05,
      '#aeb6bb',
    ) +
    line(
      view,
      [
        [0.02, 0.97, 1.5],
        [0.02, 1.38, 1.5],
      ],
      0.014,
      '#eef2f4',
    ) +
    line(
      view,
      [
        [-0.14, 1.1, 1.5],
        [0.14, 1.1, 1.5],
      ],
      0.045,
      '#9aa3a8',
    )
  const water = fixed ? '#d7e8ee' : dice.pick(['#b98545', '#a5833c', '#c2a160', '#8d6a3a'])
  const flow = line(
    view,
    [
      [0, 1.32, 1.18],
      [0, 1.13, 1.16],
    ],
    0.022,
    water,
    'opacity=".85"',
  )
  const glass =
    panel(view, -0.075, 0.96, 0.15, 0.19, 1.12, '#e8f0f2', 'opacity=".5"') +
    panel(view, -0.07, 0.965, 0.14, 0.135, 1.119, water, 'opacity=".9"') +
    panel(view, -0.055, 0.97, 0.015, 0.17, 1.118, '#ffffff', 'opacity=".6"')
  const specks = fixed
    ? []
    : Array.from({ length: 16 }, () =>
        soft(
          view,
          standing(blob(dice, [dice.between(-0.06, 0.06), 0, dice.between(0.97, 1.06)], 0.003, 0.3), 1.117),
          '#4c3415',
        ),
      )
  return [
    room(view, { w: 3.2, h: 2.5, d: 1.62, wall: '#e4ded3', floor: '#a08f78', panel: null, dim: 0 }),
    ...tiles,
    counter,
    metal,
    flow,
    glass,
    ...specks,
  ].join('')
}

function dryTap(view: View): string {
  const { dice, fixed } = view
  const wall = dice.pick(['#dfe5e6', '#e6dccb', '#cfdad8'] as const)
  const tiles: string[] = []
  for (let x = -1.2; x < 1.2; x += 0.15)
    for (let y = 0.4; y < 2.2; y += 0.15)
      tiles.push(panel(view, x, y, 0.143, 0.143, 1.5, shade(wall, dice.between(0.95, 1.03))))
  const basin =
    soft(view, disc([0, 0.85, 1.1], 0.42), '#eef1f2') +
    soft(view, disc([0, 0.86, 1.1], 0.33), '#c4cbce') +
    soft(view, disc([0, 0.862, 1.12], 0.04), '#5d6468')
  const metal =
    line(
      view,
      [
        [0, 0.88, 1.42],
        [0, 1.1, 1.4],
        [0, 1.12, 1.28],
        [0, 1.06, 1.16],
      ],
      0.045,
      '#a7b0b5',
    ) +
    round(view, [-0.16, 1, 1.42], 0.035, '#c2392d') +
    round(view, [0.16, 1, 1.42], 0.035, '#2f66a8')
  const drop = fixed
    ? line(
        view,
        [
          [0, 1.05, 1.16],
          [0, 0.88, 1.14],
        ],
        0.025,
        '#dcebf0',
      )
    : round(view, [0, 1, 1.16], 0.011, '#cfe0e6')
  const bucket = fixed
    ? ''
    : flat(
        view,
        [
          [-0.75, 0.82, 1.1],
          [-0.45, 0.82, 1.1],
          [-0.4, 1.16, 1.1],
          [-0.8, 1.16, 1.1],
        ],
        '#3d79a8',
      ) +
      flat(
        view,
        [
          [-0.8, 1.13, 1.1],
          [-0.4, 1.13, 1.1],
          [-0.4, 1.17, 1.1],
          [-0.8, 1.17, 1.1],
        ],
        '#6aa3cc',
      )
  return [
    room(view, { w: 2.6, h: 2.5, d: 1.52, wall, floor: '#9a938a', panel: null, dim: 0 }),
    ...tiles,
    basin,
    metal,
    drop,
    bucket,
  ].join('')
}

export const taps: Readonly<Record<string, Scene>> = {
  tap: indoors(tap, { down: 12, eyes: 1.5, focal: 1250 }),
  dry_tap: indoors(dryTap, { down: 16, eyes: 1.5, focal: 1000 }),
}
