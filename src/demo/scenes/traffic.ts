import type { Spot } from '../drawing/camera.ts'
import { car, paints } from '../drawing/car.ts'
import { type Colour, mix, shade } from '../drawing/colour.ts'
import { glow } from '../drawing/lamp.ts'
import { street, yard } from '../drawing/street.ts'
import { blob, flat, line, round, soft, type Thing, type View } from '../drawing/view.ts'
import { outdoors, type Scene } from './scene.ts'

/** Cars on the pavement or the grass, or one that nobody has driven for long. */
function parked(view: View, worn: boolean): string {
  const { dice, fixed } = view
  const cars = fixed
    ? []
    : worn
      ? [car(view, [dice.between(-1.6, 0.2), -0.08, 4.4], dice.pick(paints), true)]
      : [
          car(view, [dice.between(-1.2, -0.4), 0, 4.6], dice.pick(paints)),
          car(view, [dice.between(-0.6, 0.4), 0, 10.5], dice.pick(paints)),
          car(view, [dice.between(-0.9, 0.2), 0, 16.5], dice.pick(paints)),
        ]
  const weeds =
    worn && !fixed
      ? Array.from({ length: 60 }, (): Thing => {
          const x = dice.between(-3, 3)
          return {
            z: 4,
            svg: line(
              view,
              [
                [x, 0, 4.1],
                [x + dice.between(-0.1, 0.1), dice.between(0.15, 0.5), 4.1],
              ],
              0.025,
              shade(view.light.grass, dice.between(0.7, 1.2)),
            ),
          }
        })
      : []
  if (worn) return yard(view, [...cars, ...weeds])
  return street(view, 5.2, cars).svg
}

/** A road sign without words: bent and faded, or straight and bright. */
function sign(view: View): string {
  const { dice, fixed } = view
  const [x, z, lean] = [dice.between(0.6, 1.3), dice.between(3.6, 4.6), fixed ? 0 : dice.between(-0.5, 0.5)]
  const centre: Spot = [x + lean, 2.5, z]
  const faded = fixed ? 0 : 0.45
  const ring = (radius: number, colour: Colour) => round(view, centre, radius, mix(colour, '#b9b6ae', faded))
  const plate = dice.pick([
    () => ring(0.36, '#c22f2a') + ring(0.28, '#f3f2ee'),
    () =>
      ring(0.36, '#c22f2a') +
      ring(0.29, '#2d5da8') +
      line(
        view,
        [
          [centre[0] - 0.2, 2.7, z - 0.01],
          [centre[0] + 0.2, 2.3, z - 0.01],
        ],
        0.06,
        '#c22f2a',
      ),
    () =>
      flat(
        view,
        [
          [centre[0] - 0.42, 2.2, z],
          [centre[0] + 0.42, 2.2, z],
          [centre[0], 2.94, z],
        ],
        '#c22f2a',
      ) +
      flat(
        view,
        [
          [centre[0] - 0.27, 2.29, z],
          [centre[0] + 0.27, 2.29, z],
          [centre[0], 2.76, z],
        ],
        mix('#f3f2ee', '#b9b6ae', faded),
      ),
  ])()
  const cross = Array.from({ length: 8 }, (_, at) =>
    flat(
      view,
      [
        [-6 + at, 0.006, 9],
        [-5.5 + at, 0.006, 9],
        [-5.5 + at, 0.006, 12],
        [-6 + at, 0.006, 12],
      ],
      '#dedcd2',
      'opacity=".7"',
    ),
  )
  return (
    glow +
    street(view, dice.between(2.4, 3.4), []).svg +
    cross.join('') +
    line(
      view,
      [
        [x, 0, z + 0.02],
        [x + lean * 1.12, 2.8, z + 0.02],
      ],
      0.07,
      '#868c90',
    ) +
    plate
  )
}

/** Zebra stripes nearly worn away, or new. */
function markings(view: View): string {
  const { dice, fixed } = view
  const { svg, street: road } = street(view, dice.between(-0.6, 0.6), [
    car(view, [dice.between(-2.6, 0.8), 0, dice.between(13, 22)], dice.pick(paints)),
  ])
  const stripes = Array.from({ length: 11 }, (_, at) => {
    const x = -road.half + 0.1 + at * 0.95
    return x > road.half - 0.4
      ? ''
      : flat(
          view,
          [
            [x, 0.007, 3.4],
            [x + 0.5, 0.007, 3.4],
            [x + 0.5, 0.007, 6.8],
            [x, 0.007, 6.8],
          ],
          '#e3e0d6',
          `opacity="${fixed ? 0.95 : 0.34}"`,
        )
  })
  const wear = fixed
    ? []
    : Array.from({ length: 44 }, () =>
        soft(
          view,
          blob(dice, [dice.between(-road.half, road.half), 0.009, dice.between(3.3, 6.9)], dice.between(0.1, 0.4), 0.5),
          road.asphalt,
          'opacity=".8"',
        ),
      )
  return svg + stripes.join('') + wear.join('')
}

export const traffic: Readonly<Record<string, Scene>> = {
  parked_cars: outdoors((view) => parked(view, false), { down: 7 }),
  old_car: outdoors((view) => parked(view, true), { down: 7 }),
  sign: outdoors(sign, { down: -4 }),
  markings: outdoors(markings, { down: 10 }),
}
