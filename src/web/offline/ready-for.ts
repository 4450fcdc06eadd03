import type { CityId } from '#src/domain/id.ts'
import type { Paths } from '../routes.ts'

/** The form as a device keeps it: nobody's, and without a key, which the device gives it each time it is opened. */
export const blank = '?blank'

/** What is kept of a city from the first look at any of its pages: for everyone the same. */
export function readyFor(to: Paths, city: CityId): readonly string[] {
  return [to.reportForm(city) + blank, to.offline(city), to.help(city), to.city(city)]
}
