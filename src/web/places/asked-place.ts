import { longestQuery } from '#src/domain/places/query.ts'
import type { Point } from '#src/domain/report.ts'
import { findPlaces } from '#src/operations/find-places.ts'
import type { Context } from '../context.ts'
import { pointOf } from '../form/fields.ts'
import { type ShownPlace, shownPlaces } from './place-words.ts'

const most = 10

/** What is looked for, as it stands in the address; empty when nothing is. */
export function typedIn(query: URLSearchParams): string {
  return (query.get('q') ?? '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestQuery)
}

/** The places that answer it, those near the map's centre (`near=lng,lat`) first among equals. */
export async function placesLike(
  { means, guide: { city }, url, t }: Context<'places' | 'placesJson'>,
  typed: string,
): Promise<readonly ShownPlace[]> {
  const found = await findPlaces(means, city, typed, pointIn(url.searchParams, 'near') ?? city.center, most)
  return shownPlaces(found, t, most)
}

/** A point written `lng,lat`; null when there is none. */
export function pointIn(query: URLSearchParams, name: string): Point | null {
  const [lng = '', lat = ''] = (query.get(name) ?? '').split(',')
  return pointOf({ lng: [lng], lat: [lat] }) ?? null
}
