import { type RawBuilder, sql } from 'kysely'

import type { Area, AreaShape } from '#src/domain/area.ts'
import type { MultiPolygon } from '#src/domain/guide.ts'
import type { AreaId } from '#src/domain/id.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import type { Point } from '#src/domain/report.ts'
import type { OpenTx, Tx } from './store.ts'

/** Whose data areas are, and whether the operator brought them apart from the city's folder. */
export type AreaOrigin = { readonly source: PlaceSource | null; readonly imported: boolean }

/**
 * Puts these areas in the place of those that the city had, and every report into those that it lies in. What did not
 * change is not written again.
 */
export async function replace(tx: OpenTx, areas: readonly AreaShape[], origin: AreaOrigin): Promise<void> {
  // First: from here on no report comes in or moves, until all have found their areas.
  await lockCity(tx)
  await setOrigin(tx, origin)
  const told = toldAreas(tx, areas)
  if (await isAsTold(tx, told)) return

  await sql`
    insert into area (city_id, id, at, kind, name, approximate, shape) select * from ${told}
    on conflict (city_id, id) do update set at = excluded.at, kind = excluded.kind, name = excluded.name,
      approximate = excluded.approximate, shape = excluded.shape`.execute(tx.db)
  await tx.db
    .deleteFrom('area')
    .where('city_id', '=', tx.city)
    .where(sql<boolean>`id <> all(${areas.map(({ id }) => id)})`)
    .execute()
  await putReports(tx)
  await makeNewer(tx)
}

async function lockCity({ city, db }: OpenTx): Promise<void> {
  await db.selectFrom('city').select('id').where('id', '=', city).forNoKeyUpdate().executeTakeFirstOrThrow()
}

async function setOrigin({ city, db }: OpenTx, { source, imported }: AreaOrigin): Promise<void> {
  const row = {
    imported,
    licence: source?.licence ?? null,
    attribution: source?.licence === 'stated' ? source.attribution : '',
  }
  await db
    .insertInto('area_source')
    .values({ city_id: city, ...row })
    .onConflict((conflict) => conflict.column('city_id').doUpdateSet(row))
    .execute()
}

function toldAreas({ city }: Tx, areas: readonly AreaShape[]): RawBuilder<unknown> {
  const rows = areas.map((area, at) => ({ at, ...area }))
  return sql`(select ${city}::text, id, at, kind, name, approximate, st_setsrid(st_geomfromgeojson(shape::text), 4326)
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as t (id text, at smallint, kind text, name jsonb, approximate boolean, shape json)) as told`
}

async function isAsTold({ city, db }: OpenTx, told: RawBuilder<unknown>): Promise<boolean> {
  const known = sql`(select city_id, id, at, kind, name, approximate, shape from area where city_id = ${city}) as known`
  const { rows } = await sql<{ differ: boolean }>`
    select exists (select * from ${told} except select * from ${known})
      or exists (select * from ${known} except select * from ${told}) as differ`.execute(db)
  return rows[0]?.differ === false
}

/** Writes what is missing and takes away what is too much: most reports stay where they were. */
async function putReports({ city, db }: OpenTx): Promise<void> {
  await sql`
    with lies as materialized (
      select r.number, a.id as area_id, r.submitted_at, r.status
      from area a join report r on r.city_id = a.city_id and st_covers(a.shape, r.location)
      where a.city_id = ${city}
    ), gone as (
      delete from report_area k where k.city_id = ${city}
        and not exists (select from lies where lies.number = k.number and lies.area_id = k.area_id)
    )
    insert into report_area (city_id, number, area_id, submitted_at, status)
      select ${city}, number, area_id, submitted_at, status from lies
    on conflict do nothing`.execute(db)
}

/** What shows areas was drawn before: where there are reports, its version goes up. */
async function makeNewer({ city, db }: OpenTx): Promise<void> {
  await db
    .updateTable('city')
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1), areas_seq: eb('last_seq', '+', 1) }))
    .where('id', '=', city)
    .where('last_number', '>', 0)
    .execute()
}

/** True when the operator brought the city's areas apart from its folder. */
export async function wereImported({ city, db }: Tx): Promise<boolean> {
  const row = await db.selectFrom('area_source').select('imported').where('city_id', '=', city).executeTakeFirst()
  return row?.imported ?? false
}

/** True of the fault by which the database refuses an area whose parts or holes lie across each other. */
export function isBrokenShape(fault: unknown): boolean {
  const { code, constraint } = fault as { readonly code?: string; readonly constraint?: string }
  return code === '23514' && constraint === 'area_shape_valid'
}

const bounds = sql<
  Area['bounds']
>`json_build_array(st_xmin(a.shape), st_ymin(a.shape), st_xmax(a.shape), st_ymax(a.shape))`

/** The city's areas, widest first, as its reports know them. */
export async function ofCity(tx: Tx): Promise<readonly Area[]> {
  return selected(tx).execute()
}

/** The areas that a point lies in, widest first. */
export async function areasAt(tx: Tx, { lng, lat }: Point): Promise<readonly Area[]> {
  return selected(tx).where(sql<boolean>`st_covers(a.shape, st_setsrid(st_makepoint(${lng}, ${lat}), 4326))`).execute()
}

/** The areas that a report lies in, widest first. */
export async function areasOf(tx: Tx, number: number): Promise<readonly Area[]> {
  return selected(tx)
    .innerJoin('report_area as k', (join) => join.onRef('k.city_id', '=', 'a.city_id').onRef('k.area_id', '=', 'a.id'))
    .where('k.number', '=', number)
    .execute()
}

/** An area and where it lies; null when the city has none of this name. */
export async function areaShape({ city, db }: Tx, id: AreaId): Promise<(Named & { geometry: MultiPolygon }) | null> {
  const found = await db
    .selectFrom('area as a')
    .select(['a.id', 'a.kind', 'a.name', 'a.approximate'])
    .select(sql<MultiPolygon>`st_asgeojson(a.shape)::json`.as('geometry'))
    .where('a.city_id', '=', city)
    .where('a.id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

type Named = Omit<Area, 'bounds'>

function selected({ city, db }: Tx) {
  return db
    .selectFrom('area as a')
    .select(['a.id', 'a.kind', 'a.name', 'a.approximate', bounds.as('bounds')])
    .where('a.city_id', '=', city)
    .orderBy('a.kind')
    .orderBy('a.at')
}

/** Areas as one JSON value of a larger statement: `from` ends with a condition on `a`. */
export function areasAsJson(from: RawBuilder<unknown>): RawBuilder<readonly Area[]> {
  return sql<readonly Area[]>`coalesce((select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'name', a.name,
    'approximate', a.approximate, 'bounds', ${bounds}) order by a.kind, a.at) ${from}), '[]')`
}
