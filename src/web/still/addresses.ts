import type { CityId } from '#src/domain/id.ts'
import type { Paths } from '../routes.ts'

/** Pixels of the picture as it is sent. */
export const stillSize = { width: 1200, height: 630 } as const

/** Where a report's place is found as a picture, in both themes. */
export function stillAddresses(to: Paths, city: CityId, number: number) {
  const light = to.still(city, number)
  return { light, dark: `${light}?theme=dark` }
}
