import type { Dice } from '../dice.ts'
import type { Hold } from '../drawing/camera.ts'
import type { Light } from '../drawing/light.ts'
import { type View, viewOf } from '../drawing/view.ts'

/** A kind of picture: how the phone is held, and all that it sees. */
export type Scene = {
  readonly hold: (around: { readonly dice: Dice; readonly light: Light; readonly fixed: boolean }) => View
  readonly draw: (view: View) => string
  /** Hours of the day it is taken at, whatever the hour of its report. */
  readonly hours?: readonly number[]
  readonly snow?: boolean
  readonly indoors?: boolean
}

const daylight = [9, 10, 11, 12, 13, 14, 15]

/** Out of doors by day, held as `hold` says. */
export function outdoors(draw: Scene['draw'], hold: Partial<Hold> = {}, more: Partial<Scene> = {}): Scene {
  return { hold: ({ dice, light, fixed }) => viewOf(dice, light, fixed, hold), draw, hours: daylight, ...more }
}

/** Looking down at something near on the ground. */
export function onGround(draw: Scene['draw'], more: Partial<Scene> = {}): Scene {
  return {
    hold: ({ dice, light, fixed }) =>
      viewOf(dice, light, fixed, { down: dice.between(13, 22), eyes: dice.between(1.4, 1.7) }),
    draw,
    hours: daylight,
    ...more,
  }
}

export function indoors(draw: Scene['draw'], hold: Partial<Hold> = {}): Scene {
  return { ...outdoors(draw, { down: 3, right: 0, focal: 820, ...hold }), indoors: true }
}
