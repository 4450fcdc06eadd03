import type { CityId } from '#src/domain/id.ts'
import type { Store } from '#src/store/store.ts'
import * as versions from '#src/store/versions.ts'
import { together } from './kept-pages.ts'

/** The versions of what public pages show, asked of the database at every look; looks at the same time share a question. */
export type AskedVersions = {
  ofCity(city: CityId): Promise<number>
  /** Undefined when there is no such report, or the public may not see it. */
  ofReport(city: CityId, number: number): Promise<number | undefined>
}

export function askedVersions(store: Store): AskedVersions {
  const cities = new Map<CityId, ReturnType<typeof askedOf>>()
  const of = (city: CityId) => {
    const known = cities.get(city) ?? askedOf(store, city)
    cities.set(city, known)
    return known
  }
  return {
    ofCity: async (city) => (await of(city).whole('last')) ?? 0,
    ofReport: (city, number) => of(city).report(number),
  }
}

function askedOf(store: Store, city: CityId) {
  const tx = store.of(city)
  return {
    whole: together<'last', number>(async () => new Map([['last', await versions.ofCity(tx)]])),
    report: together<number, number>((numbers) => versions.ofReports(tx, numbers)),
  }
}
