import type { Spot } from '../drawing/camera.ts'
import { type Colour, shade } from '../drawing/colour.ts'
import { panel, standing } from '../drawing/indoors.ts'
import { scrap } from '../drawing/rubbish.ts'
import { street } from '../drawing/street.ts'
import { blob, flat, line, soft, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

const sprays = ['#c33b7a', '#3f6fd1', '#2f9a63', '#e0a62b', '#1e1f24', '#8a4fc0', '#d8543a'] as const

/** A wall of brick or plaster with strokes of spray; afterwards painted over. */
function graffiti(view: View): string {
  const { dice, fixed } = view
  const z = dice.between(4.2, 5.2)
  const plaster = dice.pick<Colour>(['#b9ad9a', '#a9a39a', '#c4b397', '#9fa8a3'])
  const wall =
    panel(view, -9, 0, 18, 3.4, z, plaster) +
    panel(view, -9, 0, 18, 0.5, z - 0.01, shade(plaster, 0.75)) +
    panel(view, -9, 3.4, 18, 0.22, z - 0.02, shade(plaster, 0.6))
  const courses = dice.chance(0.6)
    ? Array.from({ length: 20 }, (_, at) =>
        line(
          view,
          [
            [-9, 0.5 + at * 0.15, z - 0.01],
            [9, 0.5 + at * 0.15, z - 0.01],
          ],
          0.012,
          shade(plaster, 0.86),
        ),
      )
    : []
  const swirl = (): string => {
    const [x, y] = [dice.between(-2.6, 2.2), dice.between(0.9, 2.2)]
    const spots = Array.from(
      { length: 16 },
      (_, at): Spot => [
        x + at * 0.1 + Math.sin(at * dice.between(0.9, 1.3)) * 0.3,
        y + Math.cos(at * 1.25) * dice.between(0.15, 0.5),
        z - 0.02,
      ],
    )
    const colour = dice.pick(sprays)
    return line(view, spots, 0.12, shade(colour, 0.55)) + line(view, spots, 0.075, colour)
  }
  const marks = fixed
    ? [panel(view, -2.7, 0.6, 5.2, 2, z - 0.015, shade(plaster, 1.07))]
    : Array.from({ length: dice.whole(3, 7) }, swirl)
  const blots = fixed
    ? []
    : Array.from({ length: 6 }, () =>
        soft(
          view,
          standing(
            blob(dice, [dice.between(-2.6, 2.6), 0, dice.between(0.7, 2.3)], dice.between(0.1, 0.3), 0.35),
            z - 0.018,
          ),
          dice.pick(sprays),
          'opacity=".75"',
        ),
      )
  return (
    street(view, 5).svg +
    [wall, ...courses, ...blots, ...marks].join('') +
    flat(
      view,
      [
        [-9, 0.003, -1],
        [9, 0.003, -1],
        [9, 0.003, z],
        [-9, 0.003, z],
      ],
      '#9b958c',
      'opacity=".92"',
    )
  )
}

/** Leaflets glued one over another on a post and a fence. */
function leaflets(view: View): string {
  const { dice, fixed } = view
  const z = 3.3
  const post = panel(view, -0.2, 0, 0.4, 4.5, z, '#8b8a84') + panel(view, 0.1, 0, 0.1, 4.5, z - 0.01, '#73726d')
  const sheets = Array.from({ length: fixed ? 0 : 16 }, () => {
    const [x, y, w] = [dice.between(-0.32, 0.06), dice.between(0.8, 2.5), dice.between(0.16, 0.26)]
    const paper = dice.pick<Colour>(['#f1eee4', '#f2d94e', '#e98b6d', '#d9e6c9', '#ffffff', '#f0b6c6'])
    const rows = Array.from({ length: 5 }, (_, at) =>
      panel(
        view,
        x + 0.025,
        y + 0.06 + at * 0.045,
        (w - 0.05) * dice.between(0.5, 1),
        at === 4 ? 0.03 : 0.012,
        z - 0.03,
        shade(paper, 0.45),
        'opacity=".75"',
      ),
    )
    const tails = Array.from({ length: 6 }, (_, at) =>
      panel(view, x + (at * w) / 6, y - 0.06, w / 7, 0.06, z - 0.02, shade(paper, at % 2 ? 0.92 : 1)),
    )
    return panel(view, x, y, w, 0.3, z - 0.02, paper) + rows.join('') + tails.join('')
  })
  const scraps = fixed
    ? ''
    : Array.from({ length: 12 }, () => scrap(view, [dice.between(-1, 1), 0, dice.between(2.2, 3.6)])).join('')
  return street(view, 4.8).svg + scraps + post + sheets.join('')
}

export const walls: Readonly<Record<string, Scene>> = {
  graffiti: outdoors(graffiti, { down: 0 }),
  leaflets: outdoors(leaflets, { down: -1 }),
}
