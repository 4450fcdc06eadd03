import type { Spot } from './camera.ts'
import type { Colour } from './colour.ts'
import { disc, line, round, soft, type Thing, type View } from './view.ts'

const steel: Colour = '#8b9095'

/** A lamp post with its arm over the street; `lean` in metres at its top; a lit one shines after dusk. */
export function lamp(view: View, [x, , z]: Spot, toward: 1 | -1, lit: boolean, lean = 0): Thing {
  const top: Spot = [x + lean, 7 - Math.abs(lean) * 0.4, z]
  const head: Spot = [top[0] + toward * 1.3, top[1] + 0.15, z]
  if (lit) {
    view.glows.push(
      round(view, [head[0], head[1] - 0.1, z], 2.6, 'url(#glow)'),
      round(view, [head[0], head[1] - 0.1, z], 0.2, '#fff1c9'),
    )
    if (view.light.hour !== 'day')
      view.glows.push(soft(view, disc([head[0], 0.01, z], 4.5), 'url(#glow)', 'opacity=".42"'))
  }
  const svg =
    line(view, [[x, 0, z], top], 0.16, steel) +
    line(view, [top, head], 0.09, steel) +
    line(
      view,
      [
        [head[0] - 0.25, head[1], z],
        [head[0] + 0.25, head[1], z],
      ],
      0.16,
      '#5d6165',
    )
  return { z, svg }
}

/** What a lamp's light looks like in the air. */
export const glow =
  '<defs><radialGradient id="glow"><stop offset="0" stop-color="#fff0c4" stop-opacity=".85"/><stop offset=".25" stop-color="#ffd98c" stop-opacity=".35"/><stop offset="1" stop-color="#ffd98c" stop-opacity="0"/></radialGradient></defs>'
