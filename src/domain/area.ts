import type { MultiPolygon } from './guide.ts'
import type { AreaId } from './id.ts'
import type { Words } from './locale.ts'

/** From the widest on: a rule for a neighbourhood is more specific than one for a district. Stored: permanent. */
export const areaKinds = ['district', 'neighbourhood'] as const

export type AreaKind = (typeof areaKinds)[number]

/** A part of a city that goes by a name. Areas may overlap, and a report belongs to every one that it lies in. */
export type Area = {
  readonly id: AreaId
  readonly kind: AreaKind
  readonly name: Words
  /** Its border was drawn by eye: wherever the area is shown, that is said. */
  readonly approximate: boolean
}

/** An area and where it lies. */
export type AreaShape = Area & { readonly shape: MultiPolygon }

/** Districts before neighbourhoods, each kind as it was. */
export function widestFirst<One extends Pick<Area, 'kind'>>(areas: readonly One[]): readonly One[] {
  return areas.toSorted((one, other) => areaKinds.indexOf(one.kind) - areaKinds.indexOf(other.kind))
}
