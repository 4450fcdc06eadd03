import type { PublicMedia } from '#src/store/public-reports.ts'
import type { Paths } from '../routes.ts'

/** Longest sides of a photo's parts, in pixels. */
export const photoSides = [320, 960, 2048] as const

/** The smallest picture of a photo or a video. */
export function thumbnail(to: Paths, { key, kind }: Pick<PublicMedia, 'key' | 'kind'>): string {
  return to.media(key, kind === 'photo' ? '320.webp' : 'poster.webp')
}

export function photoPart(to: Paths, key: string, side: (typeof photoSides)[number]): string {
  return to.media(key, `${side}.webp`)
}

/** Each part with the width it really has: a photo smaller than a side is not enlarged to it. */
export function sourceSet(to: Paths, { key, width, height }: Pick<PublicMedia, 'key' | 'width' | 'height'>): string {
  const longest = Math.max(width, height)
  const widths = photoSides.map((side) => Math.round(width * Math.min(1, side / longest)))
  return photoSides
    .map((side, index) => ({ side, wide: widths[index] ?? side }))
    .filter(({ wide }, index) => widths.indexOf(wide) === index)
    .map(({ side, wide }) => `${photoPart(to, key, side)} ${wide}w`)
    .join(', ')
}
