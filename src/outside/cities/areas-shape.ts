import { z } from 'zod'
import { type AreaShape, areaKinds, boundsOf } from '#src/domain/area.ts'
import { crossesItself } from '#src/domain/crosses-itself.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import { bothLanguages, slug } from './leaf-shapes.ts'
import { multiPolygon } from './outline-shape.ts'

const shape = multiPolygon.check(({ value, issues }) => {
  for (const [at, ring] of value.coordinates.flat().entries()) {
    if (!crossesItself(ring)) continue
    issues.push({ code: 'custom', message: `its border crosses itself (ring ${at + 1})`, path: [], input: value })
  }
})

const area = z
  .object({
    type: z.literal('Feature'),
    properties: z.strictObject({
      id: slug<'area'>(),
      kind: z.enum(areaKinds),
      name: bothLanguages,
      approximate: z.boolean().default(false),
    }),
    geometry: shape,
  })
  .transform(({ properties, geometry }): AreaShape => ({ ...properties, bounds: boundsOf(geometry), shape: geometry }))

/**
 * `areas.geojson`: a GeoJSON feature collection (RFC 7946) of a city's districts and neighbourhoods. `attribution`, a
 * member of the collection, is whose data they are, for a licence that asks to say so.
 */
export const areasShape = z
  .object({
    type: z.literal('FeatureCollection'),
    attribution: z.string().trim().min(1).exactOptional(),
    features: z.array(area).min(1),
  })
  .check(({ value: { features }, issues }) => {
    const seen = new Set<string>()
    for (const [at, { id }] of features.entries()) {
      const path = ['features', at, 'properties', 'id']
      if (seen.has(id)) issues.push({ code: 'custom', message: `"${id}" stands above already`, path, input: id })
      seen.add(id)
    }
  })
  .transform(({ features, attribution }) => ({ areas: features, source: attribution ? sourceOf(attribution) : null }))

/** Whose data it is, from what a file says of that. */
export function sourceOf(attribution: string): PlaceSource {
  return /openstreetmap/i.test(attribution) ? { licence: 'openstreetmap' } : { licence: 'stated', attribution }
}
