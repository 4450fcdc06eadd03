import { sql } from 'kysely'

import type { HouseAround, Neighbours } from '#src/domain/places/estimate.ts'
import type { Position } from '#src/domain/places/place.ts'
import type { Candidate } from '#src/domain/places/rank.ts'
import type { Point } from '#src/domain/report.ts'
import type { OpenTx, Tx } from './store.ts'

/**
 * Places with a name in which some of these words stand or nearly stand, likeliest first and of equals the nearest.
 * Words are keys: `domain/places/fold.ts`. `least` is how like a word must be, from 0 to 1: the more alike, the fewer names
 * are compared. It asks for a transaction, because that is a setting of one.
 */
export async function named(
  { city, db }: OpenTx,
  words: readonly string[],
  near: Point,
  least: number,
  most: number,
): Promise<readonly Candidate[]> {
  if (words.length === 0) return []
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(least)}, true)`.execute(db)
  const likeAny = sql.join(
    words.map((word) => sql`n.key %> ${word}`),
    sql` or `,
  )
  const likeness = sql.join(
    words.map((word) => sql`word_similarity(${word}, n.key)`),
    sql` + `,
  )
  const { rows } = await sql<CandidateRow>`
    select p.id, p.kind, p.name, p.english, n.name as matched, n.old, st_x(n.location) as lng, st_y(n.location) as lat
    from (
      select n.place_id, n.name, n.old, n.location, ${likeness} as likeness,
        n.location <-> st_setsrid(st_makepoint(${near.lng}, ${near.lat}), 4326) as far
      from place_name n
      where n.city_id = ${city} and (${likeAny})
      order by likeness desc, far
      limit ${most}
    ) n
    join place p on p.city_id = ${city} and p.id = n.place_id
    order by n.likeness desc, n.far`.execute(db)
  return rows.map(({ lng, lat, ...rest }) => ({ ...rest, at: { lng, lat } }))
}

type CandidateRow = Omit<Candidate, 'at'> & { readonly lng: number; readonly lat: number }

/** A number on a street. */
export type AskedHouse = { readonly street: number; readonly key: string; readonly number: number }

/** What is known of each asked house, in the same order: itself, and the nearest numbers below and above, even and odd. */
export async function housesLike({ city, db }: Tx, asked: readonly AskedHouse[]): Promise<readonly Neighbours[]> {
  if (asked.length === 0) return []
  const house = sql`json_build_object('shown', h.shown, 'number', h.number, 'lng', st_x(h.location), 'lat', st_y(h.location))`
  const of = sql`from house h where h.city_id = ${city} and h.place_id = a.street`
  const beside = (order: string, parity: number) => sql`(select ${house} as found ${of}
    and h.number ${sql.raw(order === 'desc' ? '<=' : '>=')} a.number and h.number % 2 = ${sql.lit(parity)}
    order by h.number ${sql.raw(order)}, h.key ${sql.raw(order)} limit 1)`
  const { rows } = await sql<NeighbourRow>`
    select
      (select ${house} ${of} and h.key = a.key) as exact,
      (select json_agg(found) from (${beside('desc', 0)} union all ${beside('desc', 1)}) b) as below,
      (select json_agg(found) from (${beside('asc', 0)} union all ${beside('asc', 1)}) b) as above,
      (select st_asgeojson(p.shape, 7)::json from place p
        where p.city_id = ${city} and p.id = a.street and geometrytype(p.shape) = 'MULTILINESTRING') as line
    from json_to_recordset(${JSON.stringify(asked.map((one, at) => ({ at, ...one })))}::json)
      as a (at integer, street integer, key text, number integer)
    order by a.at`.execute(db)
  return rows.map(({ exact, below, above, line }) => ({
    exact: exact && houseFrom(exact),
    below: (below ?? []).map(houseFrom),
    above: (above ?? []).map(houseFrom),
    lines: line?.coordinates ?? [],
  }))
}

type HouseJson = { readonly shown: string; readonly number: number; readonly lng: number; readonly lat: number }
type NeighbourRow = {
  readonly exact: HouseJson | null
  readonly below: readonly HouseJson[] | null
  readonly above: readonly HouseJson[] | null
  readonly line: { readonly coordinates: readonly (readonly Position[])[] } | null
}

function houseFrom({ shown, number, lng, lat }: HouseJson): HouseAround {
  return { shown, number, at: { lng, lat } }
}

/** Where two places come nearest to each other. */
export type Meeting = {
  readonly one: number
  readonly other: number
  readonly at: Point
  /** How far apart they still are there. */
  readonly metres: number
}

/** Where each of some places meets each of the others. */
export async function meetings(
  { city, db }: Tx,
  some: readonly number[],
  others: readonly number[],
): Promise<readonly Meeting[]> {
  if (some.length === 0 || others.length === 0) return []
  const { rows } = await sql<{ one: number; other: number; lng: number; lat: number; metres: number }>`
    select one.id as one, other.id as other, st_x(m.at) as lng, st_y(m.at) as lat, m.metres
    from place one
    join place other on other.city_id = ${city} and other.id = any(${others}) and other.id <> one.id
    cross join lateral (
      select st_lineinterpolatepoint(l.line, 0.5) as at, st_length(l.line::geography) as metres
      from (select st_shortestline(one.shape, other.shape) as line) l
    ) m
    where one.city_id = ${city} and one.id = any(${some})`.execute(db)
  return rows.map(({ lng, lat, ...rest }) => ({ ...rest, at: { lng, lat } }))
}
