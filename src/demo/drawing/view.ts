import type { Dice } from '../dice.ts'
import { type Camera, cameraHeld, type Hold, height, type Pixel, type Spot, width } from './camera.ts'
import { type Colour, mix } from './colour.ts'
import type { Light } from './light.ts'

/** One picture as it is being drawn: everything that its parts have in common. */
export type View = {
  readonly dice: Dice
  readonly light: Light
  readonly camera: Camera
  /** True when the problem is gone: what the picture shows afterwards. */
  readonly fixed: boolean
  /** What shines by itself: drawn last, over the dark of the night. */
  readonly glows: string[]
}

/** A thing with its distance, so that the near covers the far. */
export type Thing = { readonly z: number; readonly svg: string }

export function viewOf(dice: Dice, light: Light, fixed: boolean, hold: Partial<Hold> = {}): View {
  const camera = cameraHeld({
    eyes: dice.between(1.45, 1.7),
    down: dice.between(4, 8),
    right: dice.between(-5, 5),
    tilt: dice.between(-1.6, 1.6),
    focal: dice.between(900, 1050),
    ...hold,
  })
  return { dice, light, camera, fixed, glows: [] }
}

export function farFirst(things: readonly Thing[]): string {
  return [...things]
    .sort((a, b) => b.z - a.z)
    .map(({ svg }) => svg)
    .join('')
}

/** A flat shape in space. */
export function flat({ camera }: View, shape: readonly Spot[], fill: string, more = ''): string {
  const seen = camera.seen(shape)
  return seen.length < 3 ? '' : `<polygon points="${pointsOf(seen)}" fill="${fill}" ${more}/>`
}

/** A soft shape on the ground, or on any plane that its spots lie in. */
export function soft({ camera }: View, shape: readonly Spot[], fill: string, more = ''): string {
  const seen = camera.seen(shape)
  return seen.length < 3 ? '' : `<path d="${smooth(seen)}" fill="${fill}" ${more}/>`
}

/** A line through space, as thick as `metres` where it begins. */
export function line({ camera }: View, spots: readonly Spot[], metres: number, stroke: string, more = ''): string {
  const [first] = spots
  const seen = spots.map(camera.at).filter((pixel) => pixel !== null)
  if (!first || seen.length < 2) return ''
  const thick = Math.max(1, metres * camera.scaleAt(first))
  return `<polyline points="${pointsOf(seen)}" fill="none" stroke="${stroke}" stroke-width="${thick.toFixed(1)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

/** A ball or a lamp: round from wherever it is seen. */
export function round({ camera }: View, spot: Spot, radius: number, fill: string, more = ''): string {
  const at = camera.at(spot)
  if (!at) return ''
  return `<circle cx="${fixed(at[0])}" cy="${fixed(at[1])}" r="${fixed(radius * camera.scaleAt(spot))}" fill="${fill}" ${more}/>`
}

/** A box on the ground: what stands there, with light from the left above. */
export function box(view: View, [x, y, z]: Spot, [w, h, d]: Spot, colour: Colour): Thing {
  const top = y + h
  const face = (shape: readonly Spot[], toward: Colour, share: number) => flat(view, shape, mix(colour, toward, share))
  const left: readonly Spot[] = [
    [x, y, z],
    [x, y, z + d],
    [x, top, z + d],
    [x, top, z],
  ]
  const right: readonly Spot[] = [
    [x + w, y, z],
    [x + w, y, z + d],
    [x + w, top, z + d],
    [x + w, top, z],
  ]
  const svg = [
    x > 0 ? face(left, '#ffffff', 0.08) : '',
    x + w < 0 ? face(right, '#101018', 0.32) : '',
    face(
      [
        [x, top, z],
        [x + w, top, z],
        [x + w, top, z + d],
        [x, top, z + d],
      ],
      '#ffffff',
      0.22,
    ),
    face(
      [
        [x, y, z],
        [x + w, y, z],
        [x + w, top, z],
        [x, top, z],
      ],
      '#101018',
      0.12,
    ),
  ].join('')
  return { z, svg }
}

/** An uneven ring round a spot of the ground. */
export function blob(dice: Dice, [x, y, z]: Spot, radius: number, unevenness = 0.3, longer = 1): Spot[] {
  const corners = 14
  return Array.from({ length: corners }, (_, at) => {
    const angle = (at / corners) * 2 * Math.PI
    const reach = radius * (1 + dice.between(-unevenness, unevenness))
    return [x + Math.cos(angle) * reach, y, z + Math.sin(angle) * reach * longer]
  })
}

/** A circle on the ground. */
export function disc([x, y, z]: Spot, radius: number): Spot[] {
  return Array.from({ length: 24 }, (_, at) => {
    const angle = (at / 24) * 2 * Math.PI
    return [x + Math.cos(angle) * radius, y, z + Math.sin(angle) * radius]
  })
}

/** The picture's whole area. */
export function cover(fill: string, more = ''): string {
  return `<rect width="${width}" height="${height}" fill="${fill}" ${more}/>`
}

function smooth(pixels: readonly Pixel[]): string {
  const middle = (a: Pixel, b: Pixel) => `${fixed((a[0] + b[0]) / 2)} ${fixed((a[1] + b[1]) / 2)}`
  const last = pixels.at(-1) ?? [0, 0]
  const first = pixels[0] ?? last
  const curves = pixels.map(
    (pixel, at) => `Q${fixed(pixel[0])} ${fixed(pixel[1])} ${middle(pixel, pixels[at + 1] ?? first)}`,
  )
  return `M${middle(last, first)}${curves.join('')}Z`
}

function pointsOf(pixels: readonly Pixel[]): string {
  return pixels.map(([u, v]) => `${fixed(u)},${fixed(v)}`).join(' ')
}

function fixed(pixels: number): string {
  return pixels.toFixed(1)
}
