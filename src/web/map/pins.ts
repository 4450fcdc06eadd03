import type { Status } from '#src/domain/report.ts'
import type { Token } from './palette.ts'

/** A sign on a pin, as SVG paths round the middle of its head (14, 13): they look the same whatever fonts a phone has. */
type Sign = { readonly stroke?: string; readonly fill?: string }

export type Pin = { readonly colour: Token; readonly sign: Sign }

const dot: Sign = { fill: 'M14 9a4 4 0 1 1 0 8a4 4 0 1 1 0-8z' }
const ring: Sign = { stroke: 'M14 9a4 4 0 1 1 0 8a4 4 0 1 1 0-8z' }
const half: Sign = { stroke: 'M14 8.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z', fill: 'M14 8.2a4.8 4.8 0 0 0 0 9.6z' }
const question: Sign = { stroke: 'M11.2 10.7a2.8 2.8 0 1 1 4.3 2.4c-1 .6-1.5 1.1-1.5 2.1M14 18.2v.1' }
const bars: Sign = { stroke: 'M11.7 9v8M16.3 9v8' }
const check: Sign = { stroke: 'M9.4 13.3l3.1 3.1 6-6.6' }
const cross: Sign = { stroke: 'M10.4 9.4l7.2 7.2M17.6 9.4l-7.2 7.2' }
const arrow: Sign = { stroke: 'M9.3 13h9M14.9 9.4l3.6 3.6-3.6 3.6' }
const dash: Sign = { stroke: 'M9.8 13h8.4' }

/** How a report's status looks on the map: never a colour alone. */
export const pins = {
  submitted: { colour: 'ink-soft', sign: ring },
  accepted: { colour: 'accepted', sign: dot },
  in_progress: { colour: 'in-progress', sign: half },
  awaiting_answer: { colour: 'awaiting', sign: question },
  postponed: { colour: 'postponed', sign: bars },
  resolved: { colour: 'resolved', sign: check },
  not_resolved: { colour: 'not-resolved', sign: cross },
  rejected: { colour: 'ink-soft', sign: cross },
  merged: { colour: 'ink-soft', sign: arrow },
  withdrawn: { colour: 'ink-soft', sign: dash },
} as const satisfies Record<Status, Pin>

/** The pin of a place that is still being chosen. */
export const placePin: Pin = { colour: 'blue', sign: dot }

/** CSS pixels; the point of the pin is at the middle of the lower edge. */
export const pinSize = { width: 28, height: 34 } as const

const shape = 'M14 33C12.6 29.4 3 22 3 13.2a11 11 0 0 1 22 0C25 22 15.4 29.4 14 33z'

/** The outlines of a pin and of a sign that is filled, for who draws without a canvas. */
export function pinPaths({ sign }: Pin): { readonly shape: string; readonly sign: string } {
  return { shape, sign: sign.fill ?? '' }
}

/** Draws a pin with its sign, `scale` device pixels to a CSS pixel. */
export function drawPin(
  { colour, sign }: Pin,
  colours: Readonly<Record<Token, string>>,
  scale: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(pinSize.width * scale)
  canvas.height = Math.ceil(pinSize.height * scale)
  const brush = canvas.getContext('2d')
  if (!brush) return canvas

  brush.scale(scale, scale)
  brush.lineJoin = 'round'
  brush.lineCap = 'round'
  brush.fillStyle = colours[colour]
  brush.strokeStyle = colours.paper
  brush.lineWidth = 3
  brush.stroke(new Path2D(shape))
  brush.fill(new Path2D(shape))

  brush.lineWidth = 2.2
  brush.fillStyle = colours.paper
  if (sign.stroke) brush.stroke(new Path2D(sign.stroke))
  if (sign.fill) brush.fill(new Path2D(sign.fill))
  return canvas
}
