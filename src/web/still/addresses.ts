import type { CityId } from '#src/domain/id.ts'
import type { Paths } from '../routes.ts'

/** Pixels of the pictures as they are sent: a page's and a link's, and a row's of a list. */
export const stillSizes = { large: { width: 1200, height: 630 }, small: { width: 176, height: 176 } } as const

export type StillSize = keyof typeof stillSizes

/** A picture in both themes. */
export type StillAddresses = { readonly light: string; readonly dark: string }

/** Where a report's place is found as a picture. */
export function stillAddresses(to: Paths, city: CityId, number: number, size: StillSize = 'large'): StillAddresses {
  const address = to.still(city, number)
  return size === 'large'
    ? { light: address, dark: `${address}?theme=dark` }
    : { light: `${address}?size=small`, dark: `${address}?size=small&theme=dark` }
}
