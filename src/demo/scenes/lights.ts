import type { Spot } from '../drawing/camera.ts'
import { car, paints } from '../drawing/car.ts'
import { glow, lamp } from '../drawing/lamp.ts'
import { street, yard } from '../drawing/street.ts'
import { puddle } from '../drawing/things.ts'
import { disc, flat, line, round, soft, type Thing, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

/** A street after dark, its lamps dead here and shining far away; lit all along once it is mended. */
function dark(view: View): string {
  const { dice, fixed } = view
  const side = dice.pick([-1, 1] as const)
  const posts = [7, 19, 31, 43, 55].map((z, at) => lamp(view, [4.8 * side, 0, z], side < 0 ? 1 : -1, fixed || at > 3))
  const rides = dice.chance(0.6) ? [headlights(view, dice.between(24, 40))] : []
  const parked = dice.chance(0.6)
    ? [car(view, [dice.pick([-4.6, 2.7]), 0, dice.between(7, 14)], dice.pick(paints))]
    : []
  const { svg } = street(view, dice.between(-1, 1), [...posts, ...rides, ...parked])
  return glow + svg + (dice.chance(0.5) ? puddle(view, [dice.between(-1.5, 1.5), 0.004, 6], 0.7) : '')
}

function headlights(view: View, z: number): Thing {
  for (const x of [-1.9, -0.7])
    view.glows.push(round(view, [x, 0.7, z], 1.5, 'url(#glow)'), round(view, [x, 0.7, z], 0.16, '#fffbe8'))
  return { z, svg: '' }
}

function darkYard(view: View): string {
  const { dice, fixed } = view
  const posts = [
    [-3.5, 9],
    [4.5, 13],
  ].map(([x = 0, z = 0]) => lamp(view, [x, 0, z], 1, fixed))
  return glow + yard(view, [...posts, car(view, [dice.between(1, 4), 0, dice.between(8, 11)], dice.pick(paints))])
}

function post(view: View): string {
  const { dice, fixed } = view
  const lean = fixed ? 0 : dice.pick([-1, 1]) * dice.between(1.2, 2.4)
  const posts = [
    lamp(view, [2.9, 0, 6.5], -1, false, lean),
    lamp(view, [2.9, 0, 24], -1, false),
    lamp(view, [2.9, 0, 40], -1, false),
  ]
  const { svg } = street(view, dice.between(0.5, 1.6), posts)
  const rubble = fixed
    ? ''
    : soft(view, disc([2.9, 0.01, 6.5], 0.42), '#5b5148') +
      Array.from({ length: 9 }, () =>
        round(
          view,
          [2.9 + dice.between(-0.6, 0.6), 0.05, 6.4 + dice.between(-0.5, 0.3)],
          dice.between(0.04, 0.1),
          '#9a958d',
        ),
      ).join('')
  const wire = fixed
    ? ''
    : line(
        view,
        [
          [2.9, 0.5, 6.45],
          [3.2, 0.35, 6.3],
          [3.5, 0.04, 6.2],
        ],
        0.02,
        '#1d1d1f',
      ) +
      line(
        view,
        [
          [2.9, 0.6, 6.45],
          [2.6, 0.3, 6.3],
          [2.5, 0.1, 6.1],
        ],
        0.02,
        '#a8321f',
      )
  return svg + rubble + wire
}

/** Wires between posts; the near one hangs low over the pavement. */
function wires(view: View): string {
  const { dice, fixed } = view
  const posts: readonly Spot[] = [
    [3.2, 7, 4.5],
    [3.2, 7, 16],
    [3.2, 7, 30],
  ]
  const { svg } = street(view, dice.between(0.5, 2))
  const poles = posts.map(
    ([x, y, z]) =>
      line(
        view,
        [
          [x, 0, z],
          [x, y, z],
        ],
        0.17,
        '#8d8980',
      ) +
      line(
        view,
        [
          [x - 0.6, y - 0.3, z],
          [x + 0.6, y - 0.3, z],
        ],
        0.07,
        '#6c6a65',
      ),
  )
  const strands = posts.slice(1).flatMap((to, at) => {
    const from = posts[at] ?? to
    return [-0.5, 0, 0.5].map((aside) =>
      hung(
        view,
        [from[0] + aside, 6.7, from[2]],
        [to[0] + aside, 6.7, to[2]],
        !fixed && at === 0 && aside === -0.5 ? 4.7 : 0.5,
      ),
    )
  })
  const loose = fixed
    ? ''
    : line(
        view,
        [
          [2.7, 6.7, 4.5],
          [2.2, 4.5, 4.2],
          [1.9, 2.2, 4],
          [1.95, 1.1, 3.9],
          [2.2, 0.8, 3.8],
        ],
        0.025,
        '#131417',
      )
  return svg + [...poles].reverse().join('') + strands.join('') + loose
}

function hung(view: View, from: Spot, to: Spot, sag: number): string {
  const spots = Array.from({ length: 13 }, (_, at): Spot => {
    const part = at / 12
    const down = sag * 4 * part * (1 - part)
    return [from[0] + (to[0] - from[0]) * part, from[1] - down, from[2] + (to[2] - from[2]) * part]
  })
  return line(view, spots, 0.02, '#15161a')
}

/** A block without power in the evening: candles here and there, light in the house beyond. */
function blackout(view: View): string {
  if (view.fixed) return darkYard(view)
  const svg = yard(view, [])
  view.glows.splice(0, view.glows.length, ...view.glows.filter((_, at) => at % 14 === 0))
  const lantern: Spot = [view.dice.between(-2, 2), 1, view.dice.between(8, 11)]
  view.glows.push(round(view, lantern, 1.2, 'url(#glow)'), round(view, lantern, 0.07, '#ffffff'))
  return glow + svg
}

/** Lamps that burn at noon. */
function byDay(view: View): string {
  const posts = [6, 18, 30, 42].map((z) => lamp(view, [3.8, 0, z], -1, !view.fixed))
  const { svg } = street(view, view.dice.between(-1.5, 0), posts)
  return glow + svg
}

/** A traffic light over a crossing, dead or as it should be. */
function trafficLight(view: View): string {
  const { dice, fixed } = view
  const [x, z] = [dice.between(0.9, 1.7), dice.between(4.6, 6)]
  const broken = fixed ? null : dice.pick(['dark', 'blinking', 'turned'])
  const aside = broken === 'turned' ? 0.16 : 0
  const bodies = (sx: number, sz: number) => {
    const lit = dice.whole(0, 2)
    const lamps = ['#d8402f', '#e8b53a', '#3fb26a'].map((colour, at) => {
      const spot: Spot = [sx + aside * at * 0.5, 3.3 - at * 0.3, sz - 0.16]
      const on = broken === 'blinking' ? at === 1 : broken === 'dark' ? false : at === lit
      if (on) view.glows.push(round(view, spot, 0.4, 'url(#glow)', 'opacity=".7"'))
      return round(view, spot, 0.125, '#15171a') + round(view, spot, 0.105, on ? colour : '#33383c')
    })
    const shell = flat(
      view,
      [
        [sx - 0.19 + aside, 2.5, sz - 0.1],
        [sx + 0.19 + aside, 2.5, sz - 0.1],
        [sx + 0.19, 3.52, sz - 0.1],
        [sx - 0.19, 3.52, sz - 0.1],
      ],
      '#23282b',
    )
    return (
      line(
        view,
        [
          [sx, 0, sz],
          [sx, 3.5, sz],
        ],
        0.11,
        '#7d8489',
      ) +
      shell +
      lamps.join('')
    )
  }
  const stripes = Array.from({ length: 9 }, (_, at) =>
    flat(
      view,
      [
        [-5 + at * 1, 0.006, z + 0.8],
        [-4.5 + at * 1, 0.006, z + 0.8],
        [-4.5 + at * 1, 0.006, z + 3.6],
        [-5 + at * 1, 0.006, z + 3.6],
      ],
      '#dedcd2',
      'opacity=".85"',
    ),
  )
  const { svg } = street(view, dice.between(0.5, 2), [
    car(view, [dice.between(-2.6, -0.6), 0, z + 6], dice.pick(paints)),
  ])
  return glow + svg + stripes.join('') + bodies(x - 5.6, z + 9) + bodies(x, z)
}

const afterDark = [22, 23]

export const lights: Readonly<Record<string, Scene>> = {
  dark_street: outdoors(dark, {}, { hours: afterDark }),
  dark_yard: outdoors(darkYard, {}, { hours: afterDark }),
  blackout: outdoors(blackout, {}, { hours: afterDark }),
  lamp_post: outdoors(post, { down: -4 }),
  wires: outdoors(wires, { down: -9 }),
  lamps_by_day: outdoors(byDay, { down: -8 }),
  traffic_light: outdoors(trafficLight, { down: -5, right: 2 }, { hours: [9, 12, 15, 17, 19, 20] }),
}
