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
  readonly bounds: Bounds
}

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number]

/** An area and where it lies. */
export type AreaShape = Area & { readonly shape: MultiPolygon }

/** The box that an area fills, in degrees. */
export function boundsOf({ coordinates }: MultiPolygon): Bounds {
  const all = coordinates.flat(2)
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

/** Districts before neighbourhoods, each kind as it was. */
export function widestFirst<One extends Pick<Area, 'kind'>>(areas: readonly One[]): readonly One[] {
  return areas.toSorted((one, other) => areaKinds.indexOf(one.kind) - areaKinds.indexOf(other.kind))
}
