import type { Spot } from './camera.ts'
import { type Colour, mix, shade } from './colour.ts'
import { box, disc, flat, soft, type Thing, type View } from './view.ts'

/** A car seen from behind and a little from the side, `long` metres ahead of its tail. */
export function car(view: View, [x, , z]: Spot, colour: Colour, worn = false): Thing {
  const w = 1.75
  const paint = worn ? mix(colour, '#8a7d6c', 0.5) : colour
  const body = box(view, [x, 0.28, z], [w, 0.62, 4.2], paint)
  const [tail, mid] = [z + 0.5, z + 2.9]
  const roof: Spot[] = [
    [x + 0.2, 1.45, z + 1],
    [x + w - 0.2, 1.45, z + 1],
    [x + w - 0.25, 1.42, z + 2.3],
    [x + 0.25, 1.42, z + 2.3],
  ]
  const side = x + w / 2 < 0 ? x + w : x
  const inward = x + w / 2 < 0 ? -0.2 : 0.2
  const pane = worn ? '#4c4a45' : '#2f3a44'
  const parts = [
    soft(view, disc([x + w / 2, 0.01, z + 1.9], 1.45), '#15171a', 'opacity=".35"'),
    ...[z + 0.85, z + 3.3].map((at) => wheel(view, side, at, worn)),
    body.svg,
    flat(
      view,
      [
        [side, 0.88, tail],
        [side, 0.88, mid + 0.4],
        [side + inward, 1.43, z + 2.3],
        [side + inward, 1.46, z + 1],
      ],
      shade(paint, 0.85),
    ),
    flat(
      view,
      [
        [side, 0.93, tail + 0.35],
        [side, 0.93, mid],
        [side + inward * 0.9, 1.38, z + 2.2],
        [side + inward * 0.9, 1.38, z + 1.1],
      ],
      pane,
    ),
    flat(view, roof, shade(paint, 1.14)),
    flat(
      view,
      [
        [x, 0.88, tail - 0.45],
        [x + w, 0.88, tail - 0.45],
        [x + w - 0.2, 1.46, z + 1],
        [x + 0.2, 1.46, z + 1],
      ],
      shade(paint, 0.92),
    ),
    flat(
      view,
      [
        [x + 0.2, 0.96, tail - 0.36],
        [x + w - 0.2, 0.96, tail - 0.36],
        [x + w - 0.32, 1.38, z + 0.86],
        [x + 0.32, 1.38, z + 0.86],
      ],
      pane,
    ),
    ...[x + 0.06, x + w - 0.36].map((at) =>
      flat(
        view,
        [
          [at, 0.66, z - 0.01],
          [at + 0.3, 0.66, z - 0.01],
          [at + 0.3, 0.82, z - 0.01],
          [at, 0.82, z - 0.01],
        ],
        '#a32a22',
      ),
    ),
    flat(
      view,
      [
        [x + 0.6, 0.5, z - 0.01],
        [x + w - 0.6, 0.5, z - 0.01],
        [x + w - 0.6, 0.62, z - 0.01],
        [x + 0.6, 0.62, z - 0.01],
      ],
      '#e8e8e4',
    ),
    flat(
      view,
      [
        [x, 0.28, z - 0.01],
        [x + w, 0.28, z - 0.01],
        [x + w, 0.42, z - 0.01],
        [x, 0.42, z - 0.01],
      ],
      shade(paint, 0.5),
    ),
    ...[x + 0.1, x + w - 0.32].map((at) =>
      flat(
        view,
        [
          [at, 0, z],
          [at + 0.22, 0, z],
          [at + 0.22, 0.3, z],
          [at, 0.3, z],
        ],
        '#1c1d1f',
      ),
    ),
  ]
  return { z, svg: parts.join('') }
}

function wheel(view: View, x: number, z: number, worn: boolean): string {
  const ring = Array.from({ length: 16 }, (_, at): Spot => {
    const angle = (at / 16) * 2 * Math.PI
    return [x, Math.max(0, (worn ? 0.24 : 0.31) + Math.sin(angle) * 0.31), z + Math.cos(angle) * 0.31]
  })
  return soft(view, ring, '#1d1e20')
}

export const paints: readonly Colour[] = [
  '#b9bec3',
  '#2f3d52',
  '#7c1f22',
  '#e6e6e2',
  '#3c4a3f',
  '#6a7f99',
  '#1f2226',
  '#a98e5b',
]
