import { type Kysely, sql } from 'kysely'
import type { Area } from '#src/domain/area.ts'
import type { MultiPolygon } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, GroupId, OrganizationId } from '#src/domain/id.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import type { Point } from '#src/domain/report.ts'
import { areasAsJson } from './areas.ts'
import { recountGroups } from './report-counts.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Role, Tables } from './tables.ts'

/** A city's own document, as it was loaded, and the parts that it has. */
export type CityDocument = {
  readonly document: unknown
  readonly areas: readonly Area[]
  readonly areaSources: readonly PlaceSource[]
}

/** What every city has said about itself. */
export async function documents(whole: Kysely<Tables>): Promise<readonly CityDocument[]> {
  const rows = await whole
    .selectFrom('city as c')
    .leftJoin('area_source as s', 's.city_id', 'c.id')
    .select(['c.document', 's.licence', 's.attribution'])
    .select(areasAsJson(sql`from area a where a.city_id = c.id`).as('areas'))
    .orderBy('c.id')
    .execute()
  return rows.map(({ document, areas, licence, attribution }) => ({
    document,
    areas,
    areaSources:
      licence === null ? [] : [licence === 'stated' ? { licence, attribution: attribution ?? '' } : { licence }],
  }))
}

export type CityRows = {
  readonly document: string
  readonly outline: MultiPolygon
  readonly organizations: readonly { readonly id: OrganizationId; readonly email: string }[]
  readonly categories: readonly { readonly id: CategoryId; readonly group: GroupId }[]
  readonly rules: readonly {
    readonly area: AreaId | null
    readonly category: CategoryId | null
    readonly group: GroupId | null
    readonly organization: OrganizationId
  }[]
  readonly staff: readonly {
    readonly email: string
    readonly role: Role
    readonly organization: OrganizationId | null
  }[]
}

/** The city as its data now say. Organizations and categories that are gone from the data stay for the reports that name them. */
export async function replace(tx: OpenTx, rows: CityRows): Promise<void> {
  const { city, db } = tx
  const outline = sql`st_setsrid(st_geomfromgeojson(${JSON.stringify(rows.outline)}), 4326)`
  await db
    .insertInto('city')
    .values({ id: city, document: rows.document, outline })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ document: rows.document, outline }))
    .execute()
  await db
    .insertInto('organization')
    .values(rows.organizations.map(({ id, email }) => ({ city_id: city, id, email })))
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'id']).doUpdateSet((eb) => ({ email: eb.ref('excluded.email') })),
    )
    .execute()
  const isRegrouped = await goesToOtherGroups(tx, rows.categories)
  await db
    .insertInto('category')
    .values(rows.categories.map(({ id, group }) => ({ city_id: city, id, group_id: group })))
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'id']).doUpdateSet((eb) => ({ group_id: eb.ref('excluded.group_id') })),
    )
    .execute()

  if (isRegrouped) await recountGroups(tx)

  await db.deleteFrom('responsibility').where('city_id', '=', city).execute()
  if (rows.rules.length > 0) {
    const rules = rows.rules.map(({ area, category, group, organization }) => ({
      city_id: city,
      area_id: area,
      category_id: category,
      group_id: group,
      organization_id: organization,
    }))
    await db.insertInto('responsibility').values(rules).execute()
  }
  await db.deleteFrom('membership').where('city_id', '=', city).execute()
  if (rows.staff.length > 0) {
    const staff = rows.staff.map(({ email, role, organization }) => ({
      city_id: city,
      email,
      role,
      organization_id: organization,
    }))
    await db.insertInto('membership').values(staff).execute()
  }
}

async function goesToOtherGroups({ city, db }: OpenTx, categories: CityRows['categories']): Promise<boolean> {
  const known = await db.selectFrom('category').select(['id', 'group_id']).where('city_id', '=', city).execute()
  const groups = new Map(categories.map(({ id, group }) => [id, group]))
  return known.some(({ id, group_id }) => (groups.get(id) ?? group_id) !== group_id)
}

/** True when a point lies inside the city's outline or on it. */
export async function contains({ city, db }: Tx, { lng, lat }: Point): Promise<boolean> {
  const point = sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)`
  const row = await db
    .selectFrom('city')
    .select(sql<boolean>`st_covers(outline, ${point})`.as('inside'))
    .where('id', '=', city)
    .executeTakeFirstOrThrow()
  return row.inside
}
