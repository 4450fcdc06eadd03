import type { Spot } from './camera.ts'
import { type Colour, mix } from './colour.ts'
import { line, round, type Thing, type View } from './view.ts'

/** Somebody from behind, in a coat. */
export function person(view: View, [x, , z]: Spot): Thing {
  const coat = view.dice.pick<Colour>(['#33465e', '#6b3a3f', '#3d4a3f', '#8a7a5e', '#2b2d31', '#a5694a'])
  const tall = view.dice.between(1.5, 1.8)
  return {
    z,
    svg:
      [-0.1, 0.1]
        .map((aside) =>
          line(
            view,
            [
              [x + aside, 0.05, z],
              [x + aside, tall * 0.5, z],
            ],
            0.16,
            '#24272c',
          ),
        )
        .join('') +
      line(
        view,
        [
          [x, tall * 0.5, z],
          [x, tall * 0.78, z],
        ],
        0.44,
        coat,
      ) +
      round(view, [x, tall * 0.92, z], 0.13, mix(coat, '#d9b99a', 0.6)) +
      round(view, [x, tall * 0.95, z + 0.01], 0.13, '#3b2f28'),
  }
}
