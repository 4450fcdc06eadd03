import type { Spot } from '../drawing/camera.ts'
import { car, paints } from '../drawing/car.ts'
import { mix, shade } from '../drawing/colour.ts'
import { street } from '../drawing/street.ts'
import { cone, manhole, puddle } from '../drawing/things.ts'
import { blob, flat, line, round, soft, type View } from '../drawing/view.ts'
import { onGround, outdoors, type Scene } from './scene.ts'

/** Water that wells up and runs down the street towards the photographer. */
function leak(view: View): string {
  const { dice, fixed, light } = view
  const { svg } = street(view, dice.between(-1.2, 1.2))
  const from: Spot = [dice.between(-0.8, 0.8), 0, dice.between(4.5, 6)]
  if (fixed) {
    const patch = flat(
      view,
      [
        [from[0] - 1, 0.004, from[2] - 1],
        [from[0] + 1, 0.004, from[2] - 1],
        [from[0] + 1, 0.004, from[2] + 1.4],
        [from[0] - 1, 0.004, from[2] + 1.4],
      ],
      '#303335',
    )
    return svg + patch + manhole(view, from, false)
  }
  const lean = dice.between(-1, 1)
  const stream: Spot[] = [
    [from[0] - 0.5, 0.004, from[2]],
    [from[0] + 0.5, 0.004, from[2]],
    [from[0] + 0.8 + lean * 0.4, 0.004, 3.2],
    [from[0] + 1.3 + lean, 0.004, 1],
    [from[0] - 1 + lean, 0.004, 1],
    [from[0] - 0.7 + lean * 0.5, 0.004, 3],
  ]
  const water = mix(light.haze, '#4a5a62', 0.5)
  const ripples = Array.from({ length: 16 }, () => {
    const z = dice.between(1.3, from[2])
    const x = from[0] + lean * (1 - z / from[2]) + dice.between(-0.7, 0.6)
    return line(
      view,
      [
        [x, 0.006, z],
        [x + dice.between(0.1, 0.4), 0.006, z + dice.between(-0.05, 0.2)],
      ],
      0.02,
      '#eef4f6',
      'opacity=".5"',
    )
  })
  const spring = Array.from({ length: 9 }, () =>
    round(
      view,
      [from[0] + dice.between(-0.25, 0.25), dice.between(0, 0.22), from[2]],
      dice.between(0.03, 0.12),
      '#e9f1f4',
      'opacity=".75"',
    ),
  )
  return [
    svg,
    soft(view, blob(dice, [from[0] + lean * 0.4, 0.003, 3], 2, 0.25, 1.3), '#34383b', 'opacity=".5"'),
    soft(view, stream, water, 'opacity=".85"'),
    manhole(view, from, false),
    ...ripples,
    ...spring,
  ].join('')
}

function flooded(view: View): string {
  const { dice, fixed, light } = view
  const rides = dice.chance(0.7) ? [car(view, [dice.between(-2.6, 1), 0, dice.between(9, 16)], dice.pick(paints))] : []
  const { svg } = street(view, dice.between(-1, 1), rides)
  if (fixed) return svg + puddle(view, [dice.between(-1.5, 1.5), 0.003, 7], 0.5)
  const water = mix(light.haze, '#5b6054', 0.4)
  const lake =
    soft(view, blob(dice, [0, 0.004, 6.2], 3.9, 0.12, 1.15), shade(water, 0.72), 'opacity=".95"') +
    soft(view, blob(dice, [0.1, 0.006, 6.4], 3.3, 0.15, 1.15), water, 'opacity=".9"')
  const gleams = Array.from({ length: 22 }, () => {
    const spot: Spot = [dice.between(-2.8, 2.8), 0.008, dice.between(3, 9.5)]
    return line(
      view,
      [spot, [spot[0] + dice.between(0.2, 0.9), 0.008, spot[2]]],
      0.025,
      dice.chance(0.6) ? '#ffffff' : '#3d4540',
      'opacity=".4"',
    )
  })
  const rain = light.cloudy
    ? Array.from({ length: 70 }, () => {
        const [u, v] = [dice.whole(0, 1280), dice.whole(0, 960)]
        return `<line x1="${u}" y1="${v}" x2="${u - 6}" y2="${v + dice.whole(18, 46)}" stroke="#e8eef2" stroke-width="1.6" opacity=".32"/>`
      })
    : []
  view.glows.push(rain.join(''))
  return svg + lake + gleams.join('')
}

function sewage(view: View): string {
  const { dice, fixed } = view
  const { svg } = street(view, dice.between(2, 4.5))
  const spot: Spot = [dice.between(-0.3, 0.4), 0, dice.between(3.4, 4.4)]
  if (fixed) return svg + manhole(view, spot, false)
  const dirty =
    soft(view, blob(dice, [spot[0], 0.003, spot[2] - 0.6], 1.7, 0.3, 1.2), '#4c4632', 'opacity=".85"') +
    soft(view, blob(dice, [spot[0] + 0.2, 0.004, spot[2] - 0.8], 1.1, 0.3, 1.2), '#65603f', 'opacity=".8"')
  const foam = Array.from({ length: 12 }, () =>
    soft(
      view,
      blob(
        dice,
        [spot[0] + dice.between(-0.9, 0.9), 0.007, spot[2] + dice.between(-1.5, 0.5)],
        dice.between(0.04, 0.13),
        0.4,
      ),
      '#b5ae8b',
      'opacity=".6"',
    ),
  )
  return (
    svg +
    dirty +
    manhole(view, spot, false) +
    foam.join('') +
    (dice.chance(0.4) ? cone(view, [spot[0] + 1, 0, spot[2] + 0.7]).svg : '')
  )
}

export const water: Readonly<Record<string, Scene>> = {
  leak: onGround(leak),
  puddle: outdoors(flooded, { down: 11 }),
  sewage: onGround(sewage),
}
