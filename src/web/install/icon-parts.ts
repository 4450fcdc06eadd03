import { appleScreens, splashPart } from './apple-screens.ts'

/**
 * How an icon stands on its ground. `any` brings its own rounded square; `maskable` fills all, its sign within the middle
 * four fifths that no mask cuts; `monochrome` is the sign alone, of which a system takes the shape; `apple` fills all and
 * is rounded by the phone; `report` and `mine` are signs of what an app's icon offers when it is held; `splash` is a
 * whole screen, `launch` one of any shape, cut from a square.
 */
export type IconKind = 'any' | 'maskable' | 'monochrome' | 'apple' | 'report' | 'mine' | 'splash' | 'launch'

export type IconPart = { readonly kind: IconKind; readonly width: number; readonly height: number }

const square = (kind: IconKind, ...sides: readonly number[]) =>
  sides.map((side): [string, IconPart] => [`${kind}-${side}.png`, { kind, width: side, height: side }])

/** Every icon that there is, by the name of its file. */
export const iconParts: ReadonlyMap<string, IconPart> = new Map([
  ...square('any', 192, 512),
  ...square('maskable', 192, 512),
  ...square('monochrome', 96, 512),
  ...square('apple', 180),
  ...square('report', 96),
  ...square('mine', 96),
  ...appleScreens.map((screen): [string, IconPart] => {
    const [width, height, ratio] = screen
    return [splashPart(screen), { kind: 'splash', width: width * ratio, height: height * ratio }]
  }),
])
