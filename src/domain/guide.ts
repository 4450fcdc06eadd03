import type { Category, Group } from './category.ts'
import type { City } from './city.ts'
import type { CategoryId, OrganizationId } from './id.ts'
import type { Organization } from './organization.ts'
import type { Rule } from './routing.ts'

/** Everything a city has said about itself, read once when a process starts: pages and rules look it up here. */
export type Guide = {
  readonly city: City
  readonly groups: readonly Group[]
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly organizations: ReadonlyMap<OrganizationId, Organization>
  readonly rules: readonly Rule[]
  /** The city's outline, WGS 84 degrees. */
  readonly outline: MultiPolygon
}

/** GeoJSON (RFC 7946): polygons of rings of [longitude, latitude], the outer ring first. */
export type MultiPolygon = {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
}
