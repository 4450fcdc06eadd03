import type { City } from '#src/domain/city.ts'
import { type Crossing, crossingsOf } from '#src/domain/places/crossing.ts'
import { cityWords, readQuery } from '#src/domain/places/query.ts'
import { type Hit, hitsOf, matchesOf } from '#src/domain/places/rank.ts'
import { searchKeysOf } from '#src/domain/places/search-key.ts'
import type { Point } from '#src/domain/report.ts'
import * as places from '#src/store/places.ts'
import type { Means } from './means.ts'

/** What was found, best first. Crossings come before places: they are found only where they were asked for. */
export type FoundPlaces = { readonly crossings: readonly Crossing[]; readonly hits: readonly Hit[] }

/** Names that are looked at closely. */
const mostCandidates = 80
/** Streets whose houses are looked up, and those whose crossings are. */
const mostStreets = 8
const mostCrossed = 4

/** Finds what a person typed among the city's places; near says where of equals the first should be. */
export async function findPlaces(
  { store }: Pick<Means, 'store'>,
  city: City,
  typed: string,
  near: Point,
  most: number,
): Promise<FoundPlaces> {
  const query = readQuery(typed, cityWords(city))
  const keys = searchKeysOf([...query.readings, ...(query.crossing?.one ?? []), ...(query.crossing?.other ?? [])])
  return store.inCity(city.id, async (tx) => {
    const candidates = await places.named(tx, keys, near, mostCandidates)
    const matches = matchesOf(query.readings, candidates).slice(0, most * 2)
    const asked = matches
      .flatMap(({ place, house }) => (house ? [{ street: place.id, ...house }] : []))
      .slice(0, mostStreets)
    const known = await places.housesLike(tx, asked)
    const knownOf = (street: number, key: string) =>
      known[asked.findIndex((one) => one.street === street && one.key === key)]

    const crossing = query.crossing && {
      some: matchesOf(query.crossing.one, candidates).slice(0, mostCrossed),
      others: matchesOf(query.crossing.other, candidates).slice(0, mostCrossed),
    }
    const meetings = crossing
      ? await places.meetings(
          tx,
          crossing.some.map(({ place }) => place.id),
          crossing.others.map(({ place }) => place.id),
        )
      : []
    return {
      crossings: crossing ? crossingsOf(crossing.some, crossing.others, meetings).slice(0, most) : [],
      hits: hitsOf(matches, knownOf, near).slice(0, most),
    }
  })
}
