import type { City } from '#src/domain/city.ts'
import { type Crossing, crossingsOf } from '#src/domain/places/crossing.ts'
import { cityWords, type Layouts, type Query, readQuery } from '#src/domain/places/query.ts'
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

type Effort = { readonly layouts: Layouts; readonly least: number }

/** Most of what is typed is nearly right. The rest has mistakes in short words, or came from the other keyboard layout. */
const quick: Effort = { layouts: 'typed', least: 0.6 }
const thorough: Effort = { layouts: 'either', least: 0.35 }

/** A name that answers so well is what was meant. */
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
    const found = (effort: Effort) =>
      answersTo(tx, readQuery(typed, names, effort.layouts), { near, least: effort.least, most })
    const first = await found(quick)
    return first.score >= sure ? first : found(thorough)
  })
}

/** `score` is how well the best name answers, from 0 to 1. */
async function answersTo(
  tx: OpenTx,
  { readings, crossing }: Query,
  { near, least, most }: { readonly near: Point; readonly least: number; readonly most: number },
): Promise<FoundPlaces & { readonly score: number }> {
  const candidates: Candidate[] = []
  // Each half by itself: a name is compared with the words of one street, not of both.
  for (const part of crossing ? [crossing.one, crossing.other] : [readings])
    candidates.push(...(await places.named(tx, searchKeysOf(part), near, least, mostCandidates)))
  const matches = matchesOf(readings, candidates).slice(0, most * 2)
  const met = crossing ? await meetingsOf(tx, crossing, candidates) : { crossings: [], score: 0 }
  const hits = await withHouses(tx, matches, near)
  return {
    crossings: met.crossings.slice(0, most),
    hits: hits.slice(0, most),
    score: Math.max(met.score, matches[0]?.score ?? 0),
  }
}

async function meetingsOf(
  tx: OpenTx,
  { one, other }: NonNullable<Query['crossing']>,
  candidates: readonly Candidate[],
): Promise<{ readonly crossings: readonly Crossing[]; readonly score: number }> {
  const some = matchesOf(one, candidates).slice(0, mostCrossed)
  const others = matchesOf(other, candidates).slice(0, mostCrossed)
  const ids = (matches: readonly Match[]) => matches.map(({ place }) => place.id)
  const meetings = await places.meetings(tx, ids(some), ids(others))
  // Both streets are surely meant, whether they meet or not.
  const score = Math.min(some[0]?.score ?? 0, others[0]?.score ?? 0)
  return { crossings: crossingsOf(some, others, meetings), score }
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
