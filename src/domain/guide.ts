import type { Area } from './area.ts'
import type { Category, Group } from './category.ts'
import type { City } from './city.ts'
import type { AreaId, CategoryId, OrganizationId } from './id.ts'
import type { Organization } from './organization.ts'
import type { PlaceSource } from './places/place.ts'
import type { Rule } from './routing.ts'

/** Everything a city has said about itself, read once when a process starts: pages and rules look it up here. */
export type Guide = {
  readonly city: City
  readonly groups: readonly Group[]
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly organizations: ReadonlyMap<OrganizationId, Organization>
  readonly rules: readonly Rule[]
  /** Its parts, districts first, each kind in the order of the city's own file. */
  readonly areas: ReadonlyMap<AreaId, Area>
  /** Whose data the areas are, where a licence asks that this be said. */
  readonly areaSources: readonly PlaceSource[]
  /** The city's outline, WGS 84 degrees. */
  readonly outline: MultiPolygon
}

/** GeoJSON (RFC 7946): polygons of rings of [longitude, latitude], the outer ring first. */
export type MultiPolygon = {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
}
