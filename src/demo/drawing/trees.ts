import type { Pixel, Spot } from './camera.ts'
import { mix, shade } from './colour.ts'
import type { Thing, View } from './view.ts'

const bark = '#5a4a3d'

/** A tree as the season has it: leaves, or bare branches. */
export function tree(view: View, [x, y, z]: Spot, tall: number): Thing {
  const foot = view.camera.at([x, y, z])
  const scale = view.camera.scaleAt([x, y, z])
  if (!foot) return { z, svg: '' }
  const trunk = branch(
    foot,
    [foot[0], foot[1] - tall * 0.45 * scale],
    tall * 0.045 * scale,
    mix(bark, view.light.haze, Math.min(0.5, z / 120)),
  )
  const crown = view.light.season === 'winter' ? bare(view, foot, tall * scale) : leafy(view, foot, tall * scale, z)
  return { z, svg: trunk + crown }
}

export function bush(view: View, [x, y, z]: Spot, tall: number): Thing {
  const foot = view.camera.at([x, y, z])
  if (!foot) return { z, svg: '' }
  return {
    z,
    svg: puffs(
      view,
      foot[0],
      foot[1] - tall * 0.4 * view.camera.scaleAt([x, y, z]),
      tall * 0.6 * view.camera.scaleAt([x, y, z]),
      9,
      z,
    ),
  }
}

function leafy(view: View, [u, v]: Pixel, size: number, z: number): string {
  return puffs(view, u, v - size * 0.66, size * 0.34, 26, z)
}

/** Dark below, light above, as light falls through leaves. */
function puffs({ dice, light }: View, u: number, v: number, radius: number, count: number, z: number): string {
  const far = Math.min(0.45, z / 130)
  const ellipses = Array.from({ length: count }, (_, at) => {
    const angle = dice.between(0, 2 * Math.PI)
    const away = Math.sqrt(dice.fraction()) * radius
    const up = Math.sin(angle) * away
    const size = radius * dice.between(0.28, 0.5)
    const colour = shade(dice.pick(light.leaves), 0.78 - (up / radius) * 0.24 + (at / count) * 0.16)
    return {
      up,
      svg: `<ellipse cx="${(u + Math.cos(angle) * away).toFixed(1)}" cy="${(v + up).toFixed(1)}" rx="${size.toFixed(1)}" ry="${(size * 0.82).toFixed(1)}" fill="${mix(colour, light.haze, far)}"/>`,
    }
  })
  return ellipses
    .sort((a, b) => b.up - a.up)
    .map(({ svg }) => svg)
    .join('')
}

function bare({ dice, light }: View, foot: Pixel, size: number): string {
  const colour = light.snowy ? '#6d655f' : bark
  const grow = (from: Pixel, angle: number, length: number, left: number): string => {
    const to: Pixel = [from[0] + Math.cos(angle) * length, from[1] + Math.sin(angle) * length]
    const own = branch(from, to, length * 0.11, colour)
    if (left === 0) return own
    const twigs = Array.from({ length: 3 }, () =>
      grow(to, angle + dice.between(-0.75, 0.75), length * dice.between(0.6, 0.8), left - 1),
    )
    return own + twigs.join('')
  }
  return grow([foot[0], foot[1] - size * 0.38], -Math.PI / 2, size * 0.22, 3)
}

function branch(from: Pixel, to: Pixel, thick: number, colour: string): string {
  const [a, b, c, d] = [...from, ...to].map((pixels) => pixels.toFixed(1))
  return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" stroke="${colour}" stroke-width="${Math.max(1, thick).toFixed(1)}" stroke-linecap="round"/>`
}
