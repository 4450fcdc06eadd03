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
