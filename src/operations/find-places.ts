import type { City } from '#src/domain/city.ts'
import { type Crossing, crossingsOf } from '#src/domain/places/crossing.ts'
import { cityWords, type Query, readQuery } from '#src/domain/places/query.ts'
import { type Candidate, type Hit, hitsOf, type Match, matchesOf } from '#src/domain/places/rank.ts'
import { searchKeysOf } from '#src/domain/places/search-key.ts'
import type { Point } from '#src/domain/report.ts'
import * as places from '#src/store/places.ts'
import type { OpenTx } from '#src/store/store.ts'
import type { Means } from './means.ts'

/** What was found, best first. Crossings come before places: they are found only where they were asked for. */
export type FoundPlaces = { readonly crossings: readonly Crossing[]; readonly hits: readonly Hit[] }

/** Names that are looked at closely. */
const mostCandidates = 80
/** Streets whose houses are looked up, and those whose crossings are. */
const mostStreets = 8
const mostCrossed = 4

/** A name that answers so well is what was meant: nobody's keyboard was on the other layout. */
const sure = 0.6

/** Finds what a person typed among the city's places; near says where of equals the first should be. */
export async function findPlaces(
  { store }: Pick<Means, 'store'>,
  city: City,
  typed: string,
  near: Point,
  most: number,
): Promise<FoundPlaces> {
  const names = cityWords(city)
  return store.inCity(city.id, async (tx) => {
    const asTyped = await answersTo(tx, readQuery(typed, names, 'typed'), near, most)
    if (asTyped.score >= sure) return asTyped
    return answersTo(tx, readQuery(typed, names, 'either'), near, most)
  })
}

/** `score` is how well the best name answers, from 0 to 1. */
async function answersTo(
  tx: OpenTx,
  { readings, crossing }: Query,
  near: Point,
  most: number,
): Promise<FoundPlaces & { readonly score: number }> {
  const keys = searchKeysOf([...readings, ...(crossing?.one ?? []), ...(crossing?.other ?? [])])
  const candidates = await places.named(tx, keys, near, mostCandidates)
  const matches = matchesOf(readings, candidates).slice(0, most * 2)
  const crossings = crossing ? await meetingsOf(tx, crossing, candidates) : []
  const hits = await withHouses(tx, matches, near)
  return {
    crossings: crossings.slice(0, most),
    hits: hits.slice(0, most),
    score: crossings.length > 0 ? 1 : (matches[0]?.score ?? 0),
  }
}

async function meetingsOf(
  tx: OpenTx,
  { one, other }: NonNullable<Query['crossing']>,
  candidates: readonly Candidate[],
): Promise<readonly Crossing[]> {
  const some = matchesOf(one, candidates).slice(0, mostCrossed)
  const others = matchesOf(other, candidates).slice(0, mostCrossed)
  const ids = (matches: readonly Match[]) => matches.map(({ place }) => place.id)
  return crossingsOf(some, others, await places.meetings(tx, ids(some), ids(others)))
}

async function withHouses(tx: OpenTx, matches: readonly Match[], near: Point): Promise<readonly Hit[]> {
  const asked = matches
    .flatMap(({ place, house }) => (house ? [{ street: place.id, ...house }] : []))
    .slice(0, mostStreets)
  const known = await places.housesLike(tx, asked)
  const knownOf = (street: number, key: string) =>
    known[asked.findIndex((one) => one.street === street && one.key === key)]
  return hitsOf(matches, knownOf, near)
}
