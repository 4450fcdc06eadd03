import { type Kysely, sql } from 'kysely'

import type { Gazetteer } from '#src/domain/places/gazetteer.ts'
import type { GazetteerHouse, GazetteerPlace, PlaceSource, Shape } from '#src/domain/places/place.ts'
import { instant, moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** Rows of one statement: few enough that a statement's text stays a megabyte. */
const batch = 2000

/** Puts a gazetteer in the place of the one that the city had. `progress` hears of every batch. */
export async function replace(
  tx: OpenTx,
  { places, houses }: Gazetteer,
  sources: readonly PlaceSource[],
  now: Temporal.Instant,
  progress: (written: number) => void,
): Promise<void> {
  await clear(tx)
  let written = 0
  const inBatches = async <Row>(rows: readonly Row[], write: (some: readonly Row[]) => Promise<void>) => {
    for (let from = 0; from < rows.length; from += batch) {
      const some = rows.slice(from, from + batch)
      await write(some)
      written += some.length
      progress(written)
    }
  }
  await inBatches(places, (some) => writePlaces(tx, some))
  await inBatches(houses, (some) => writeHouses(tx, some))
  await writeSources(tx, sources, now)
}

async function clear({ city, db }: OpenTx): Promise<void> {
  for (const table of ['house', 'place_name', 'place', 'place_source'] as const)
    await db.deleteFrom(table).where('city_id', '=', city).execute()
}

async function writePlaces({ city, db }: OpenTx, places: readonly GazetteerPlace[]): Promise<void> {
  const rows = places.map(({ id, kind, name, english, at: [lng, lat], shape }) => ({
    id,
    kind,
    name,
    english,
    lng,
    lat,
    shape: geometryOf(shape),
  }))
  await sql`
    insert into place (city_id, id, kind, name, english, location, shape)
    select ${city}, id, kind, name, english, st_setsrid(st_makepoint(lng, lat), 4326),
      st_setsrid(st_geomfromgeojson(shape::text), 4326)
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as t (id integer, kind text, name text, english text, lng double precision, lat double precision, shape json)`.execute(
    db,
  )
  const names = places.flatMap(({ id, names: all, at: [lng, lat] }) =>
    all.map(({ name, old, key }, at) => ({ place: id, at, name, old, key, lng, lat })),
  )
  await sql`
    insert into place_name (city_id, place_id, at, name, old, key, location)
    select ${city}, place, at, name, old, key, st_setsrid(st_makepoint(lng, lat), 4326)
    from json_to_recordset(${JSON.stringify(names)}::json)
      as t (place integer, at smallint, name text, old boolean, key text, lng double precision, lat double precision)`.execute(
    db,
  )
}

/** GeoJSON of a place's shape. */
function geometryOf({ lines, points }: Shape) {
  return lines.length > 0
    ? { type: 'MultiLineString', coordinates: lines }
    : { type: 'MultiPoint', coordinates: points }
}

async function writeHouses({ city, db }: OpenTx, houses: readonly GazetteerHouse[]): Promise<void> {
  const rows = houses.map(({ street, key, shown, number, at: [lng, lat] }) => ({
    street,
    key,
    shown,
    number,
    lng,
    lat,
  }))
  await sql`
    insert into house (city_id, place_id, key, shown, number, location)
    select ${city}, street, key, shown, number, st_setsrid(st_makepoint(lng, lat), 4326)
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as t (street integer, key text, shown text, number integer, lng double precision, lat double precision)`.execute(
    db,
  )
}

async function writeSources(
  { city, db }: OpenTx,
  sources: readonly PlaceSource[],
  now: Temporal.Instant,
): Promise<void> {
  if (sources.length === 0) return
  const rows = sources.map((source, at) => ({
    city_id: city,
    at,
    licence: source.licence,
    attribution: source.licence === 'stated' ? source.attribution : '',
    imported_at: moment(now),
  }))
  await db.insertInto('place_source').values(rows).execute()
}

/** False for a city whose places nobody has brought. */
export async function hasPlaces({ city, db }: Tx): Promise<boolean> {
  const one = await db.selectFrom('place').select('city_id').where('city_id', '=', city).limit(1).executeTakeFirst()
  return one !== undefined
}

/** Whose data the city's places are, in the order they were given; none when nobody has to be named. */
export async function sources({ city, db }: Tx): Promise<readonly (PlaceSource & { importedAt: Temporal.Instant })[]> {
  const rows = await db
    .selectFrom('place_source')
    .select(['licence', 'attribution', 'imported_at'])
    .where('city_id', '=', city)
    .orderBy('at')
    .execute()
  return rows.map(({ licence, attribution, imported_at }) => {
    const source = licence === 'openstreetmap' ? { licence } : { licence, attribution }
    return { ...source, importedAt: instant(imported_at) }
  })
}

/** After many rows were replaced: gives their room back, and tells the planner what is there now. No transaction may be open. */
export async function tidy(whole: Kysely<Tables>): Promise<void> {
  await sql`vacuum analyze place, place_name, house`.execute(whole)
}
