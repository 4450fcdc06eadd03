import { height, type Spot, width } from './camera.ts'
import { type Colour, mix, shade } from './colour.ts'
import { house } from './houses.ts'
import { tree } from './trees.ts'
import { blob, cover, farFirst, flat, line, soft, type Thing, type View } from './view.ts'

const far = 140

/** Sky down to the horizon and below it, with clouds. */
export function sky({ light, dice, camera }: View): string {
  const clouds = Array.from({ length: light.cloudy ? 9 : 4 }, () => {
    const u = dice.between(-100, width + 100)
    const v = dice.between(0, Math.max(60, camera.horizon - 60))
    return `<ellipse cx="${u.toFixed()}" cy="${v.toFixed()}" rx="${dice.between(180, 480).toFixed()}" ry="${dice.between(30, 95).toFixed()}" fill="url(#cloud)" opacity="${light.cloudy ? 0.5 : 0.7}"/>`
  })
  const cloud = mix(light.haze, '#ffffff', light.hour === 'day' ? 0.6 : 0.05)
  const defs = `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light.zenith}"/><stop offset="1" stop-color="${light.haze}"/></linearGradient><radialGradient id="cloud"><stop offset="0" stop-color="${cloud}"/><stop offset=".5" stop-color="${cloud}" stop-opacity=".55"/><stop offset="1" stop-color="${cloud}" stop-opacity="0"/></radialGradient>`
  return `<defs>${defs}</defs><rect width="${width}" height="${Math.max(10, Math.min(height, camera.horizon + 60)).toFixed()}" fill="url(#sky)"/>${clouds.join('')}`
}

/** Ground of one colour to the end of sight. */
export function field(view: View, colour: Colour): string {
  const shape: Spot[] = [
    [-far, 0, -2],
    [far, 0, -2],
    [far, 0, far],
    [-far, 0, far],
  ]
  return (
    flat(view, shape, colour) +
    flat(
      view,
      [
        [-far, 0, 40],
        [far, 0, 40],
        [far, 0, far],
        [-far, 0, far],
      ],
      view.light.haze,
      'opacity=".3"',
    )
  )
}

/** A strip of ground along the street, from `left` to `right`, grainy as asphalt and stone are. */
export function strip(view: View, left: number, right: number, colour: Colour, grains = 90): string {
  const { dice } = view
  const base = flat(
    view,
    [
      [left, 0, -2],
      [right, 0, -2],
      [right, 0, far],
      [left, 0, far],
    ],
    colour,
  )
  const grain = Array.from({ length: grains }, () => {
    const z = 0.7 + 24 * dice.fraction() ** 2.4
    const x = dice.between(left, right)
    const size = dice.between(0.015, 0.05)
    const spots: Spot[] = [
      [x, 0, z],
      [x + size * 2, 0, z],
      [x + size * 2, 0, z + size],
      [x, 0, z + size],
    ]
    return flat(view, spots, shade(colour, dice.pick([0.82, 0.9, 1.12, 1.2])), 'opacity=".7"')
  })
  return base + grain.join('')
}

export const asphalt = (view: View): Colour => {
  if (view.light.snowy) return '#b4babf'
  return view.light.wet ? '#4d5156' : view.dice.pick<Colour>(['#6f7072', '#7a7a79', '#666a6e', '#75726d'])
}

export type Street = { readonly half: number; readonly pavement: number; readonly asphalt: Colour }

/** A street that runs away from the photographer: `shift` metres from its middle. */
export function street(
  view: View,
  shift = 0,
  more: readonly Thing[] = [],
): { readonly svg: string; readonly street: Street } {
  const { dice, light } = view
  const half = dice.between(3.2, 5)
  const pavement = dice.between(2, 3.2)
  const road = asphalt(view)
  const [left, right] = [-half - shift, half - shift]
  const kerb: Colour = light.snowy ? '#d5dbe0' : '#b3b0a9'
  const stone: Colour = light.snowy ? '#dde3e8' : dice.pick<Colour>(['#a29d94', '#aca79b', '#9d948d'])
  const ground = [
    sky(view),
    field(view, light.grass),
    strip(view, left, right, road, 140),
    cracks(view, left, right, shade(road, 0.72)),
    light.snowy ? '' : dashes(view, -shift),
    ...(
      [
        [left - pavement, left],
        [right, right + pavement],
      ] as const
    ).map(([from, to]) => strip(view, from, to, stone, 60)),
    ...[left, right].map((x) =>
      flat(
        view,
        [
          [x - 0.09, 0.12, -2],
          [x + 0.09, 0.12, -2],
          [x + 0.09, 0.12, far],
          [x - 0.09, 0.12, far],
        ],
        kerb,
      ),
    ),
  ]
  const set = dice.between(1.5, 5)
  const things = [
    ...row(view, left - pavement - set, -1),
    ...row(view, right + pavement + set, 1),
    house(view, { from: [-30, dice.between(100, 130)], to: [30, dice.between(100, 130)], floors: dice.whole(2, 5) }),
    ...avenue(view, left - pavement - 0.8),
    ...avenue(view, right + pavement + 0.8),
    ...more,
  ]
  return { svg: ground.join('') + farFirst(things), street: { half, pavement, asphalt: road } }
}

function row(view: View, x: number, side: 1 | -1): Thing[] {
  const { dice } = view
  const houses: Thing[] = []
  for (let z = dice.between(3, 9); z < 80; ) {
    const end = z + dice.between(12, 28)
    const floors = dice.pick([2, 2, 3, 4, 5, 5, 9])
    houses.push(house(view, side < 0 ? { from: [x, z], to: [x, end], floors } : { from: [x, end], to: [x, z], floors }))
    z = end + dice.between(1.5, 8)
  }
  return houses
}

function avenue(view: View, x: number): Thing[] {
  const { dice } = view
  if (dice.chance(0.25)) return []
  const step = dice.between(6, 11)
  return Array.from({ length: 8 }, (_, at) =>
    tree(view, [x + dice.between(-0.5, 0.5), 0, 7 + at * step + dice.between(-1.5, 1.5)], dice.between(4.5, 8)),
  )
}

function dashes(view: View, x: number): string {
  const paint = mix('#e6e4da', '#777777', view.dice.between(0, 0.5))
  return Array.from({ length: 14 }, (_, at) => {
    const z = 2 + at * 6
    return flat(
      view,
      [
        [x - 0.07, 0.005, z],
        [x + 0.07, 0.005, z],
        [x + 0.07, 0.005, z + 3],
        [x - 0.07, 0.005, z + 3],
      ],
      paint,
      'opacity=".75"',
    )
  }).join('')
}

function cracks(view: View, left: number, right: number, colour: Colour): string {
  const { dice } = view
  const patch = dice.chance(0.6)
    ? soft(
        view,
        blob(dice, [dice.between(left, right), 0.002, dice.between(6, 14)], dice.between(0.6, 1.6), 0.2, 1.6),
        colour,
        'opacity=".45"',
      )
    : ''
  const lines = Array.from({ length: 5 }, () => {
    const spots: Spot[] = [[dice.between(left, right), 0.003, dice.between(1.5, 12)]]
    for (let at = 0; at < 7; at++) {
      const [x, y, z] = spots[at] ?? [0, 0, 0]
      spots.push([Math.min(right, Math.max(left, x + dice.between(-0.5, 0.5))), y, z + dice.between(-0.1, 0.7)])
    }
    return line(view, spots, 0.012, colour, 'opacity=".7"')
  })
  return patch + lines.join('')
}

/** A yard: grass, a way of asphalt across, and a block of flats facing the photographer. */
export function yard(view: View, more: readonly Thing[] = [], ground: string = ''): string {
  const { dice, light } = view
  const back = dice.between(17, 26)
  const way = asphalt(view)
  const things = [
    house(
      view,
      { from: [-34, back + dice.between(-2, 2)], to: [dice.between(4, 34), back], floors: dice.pick([5, 5, 9]) },
      true,
    ),
    house(view, { from: [-30, back + 30], to: [40, back + 34], floors: 9 }),
    ...Array.from({ length: dice.whole(3, 6) }, () =>
      tree(view, [dice.pick([-1, 1]) * dice.between(4, 15), 0, dice.between(9, back - 3)], dice.between(5, 9)),
    ),
    ...more,
  ]
  const path = flat(
    view,
    [
      [-40, 0.004, back - 6],
      [40, 0.004, back - 6],
      [40, 0.004, back - 2.5],
      [-40, 0.004, back - 2.5],
    ],
    way,
  )
  return [sky(view), field(view, light.grass), tufts(view), path, ground, farFirst(things)].join('')
}

/** A park or any green place: a path, trees, no houses near. */
export function park(view: View, more: readonly Thing[] = [], ground: string = ''): string {
  const { dice, light } = view
  const curve = dice.between(-3, 3)
  const path: Spot[] = [
    [-1.3, 0.003, -2],
    [1.3, 0.003, -2],
    [1.2 + curve * 0.4, 0.003, 12],
    [1.1 + curve * 2, 0.003, 40],
    [-1.1 + curve * 2, 0.003, 40],
    [-1.2 + curve * 0.4, 0.003, 12],
  ]
  const trees = Array.from({ length: 16 }, () =>
    tree(view, [dice.pick([-1, 1]) * dice.between(4, 22), 0, dice.between(10, 55)], dice.between(6, 11)),
  )
  const distant = house(view, { from: [-25, 85], to: [25, 90], floors: 5 })
  return [
    sky(view),
    field(view, light.grass),
    tufts(view),
    flat(view, path, light.snowy ? '#d3dade' : '#b6a98f'),
    ground,
    farFirst([distant, ...trees, ...more]),
  ].join('')
}

/** Blades and spots that keep grass from being one colour. */
function tufts(view: View): string {
  const { dice, light } = view
  return Array.from({ length: 90 }, () => {
    const spot: Spot = [dice.between(-9, 9), 0, 1.2 + 16 * dice.fraction() ** 1.8]
    return soft(
      view,
      blob(dice, spot, dice.between(0.08, 0.5), 0.5),
      shade(light.grass, dice.pick([0.86, 0.93, 1.07, 1.13])),
      'opacity=".55"',
    )
  }).join('')
}

/** Night falls over what was drawn by day, and the year's light over all of it. */
export function air({ light, glows }: View): string {
  const dark =
    light.hour === 'night'
      ? cover('#080d1e', 'opacity=".74"')
      : light.hour === 'evening'
        ? cover('#3a2440', 'opacity=".26"')
        : ''
  return dark + glows.join('')
}
