import { z } from 'zod'
import type { MultiPolygon } from '#src/domain/guide.ts'
import { position } from './leaf-shapes.ts'

const ring = z
  .array(position)
  .min(4)
  .refine((positions) => isSame(positions[0], positions.at(-1)), {
    error: 'expected a closed ring, which ends at the position it begins with',
  })

const polygon = z.array(ring).min(1)

/** A GeoJSON polygon or several, as several. */
export const multiPolygon = z
  .discriminatedUnion(
    'type',
    [
      z.object({ type: z.literal('Polygon'), coordinates: polygon }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
    ],
    { error: (issue) => (issue.code === 'invalid_union' ? 'expected Polygon or MultiPolygon' : undefined) },
  )
  .transform(
    (shape): MultiPolygon => ({
      type: 'MultiPolygon',
      coordinates: shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
    }),
  )

/** `outline.geojson`: one GeoJSON feature (RFC 7946) with the city's area; other members are let be, as the standard says. */
export const outlineShape = z
  .object({ type: z.literal('Feature'), geometry: multiPolygon })
  .transform(({ geometry: outline }): MultiPolygon => outline)

function isSame(one: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]
}
