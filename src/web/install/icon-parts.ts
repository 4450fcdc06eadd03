/**
 * How an icon stands on its ground. `any` brings its own rounded square; `maskable` fills all, its sign within the middle
 * four fifths that no mask cuts; `monochrome` is the sign alone, of which a system takes the shape; `apple` fills all and
 * is rounded by the phone; `report` and `mine` are signs of what an app's icon offers when it is held; `splash` is a
 * whole screen, `launch` one of any shape, cut from a square.
 */
export type IconKind = 'any' | 'maskable' | 'monochrome' | 'apple' | 'report' | 'mine' | 'splash' | 'launch'

export type IconPart = { readonly kind: IconKind; readonly width: number; readonly height: number }

/** Screens of iPhones and iPads as they are held upright: CSS pixels, and how many of the screen's one of them is. */
export const appleScreens = [
  [375, 667, 2],
  [375, 812, 3],
  [390, 844, 3],
  [393, 852, 3],
  [402, 874, 3],
  [414, 896, 2],
  [414, 896, 3],
  [430, 932, 3],
  [440, 956, 3],
  [768, 1024, 2],
  [810, 1080, 2],
  [820, 1180, 2],
  [834, 1194, 2],
  [1024, 1366, 2],
] as const

/** The picture for one of the screens. */
export function splashPart([width, height, ratio]: (typeof appleScreens)[number]): string {
  return `splash-${width * ratio}x${height * ratio}.png`
}

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
