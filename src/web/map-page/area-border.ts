import { areaShape } from '#src/store/areas.ts'
import type { Handler } from '../context.ts'

/** Where an area of the city lies, as GeoJSON (RFC 7946): maps draw its border when reports of it alone are asked for. */
export const areaBorder: Handler<'areaBorder'> = async ({ guide, holes, means, json, problem }) => {
  const shape = await areaShape(means.store.of(guide.city.id), holes.area)
  if (!shape) return problem({ kind: 'not_found' })
  const { geometry, ...properties } = shape
  return json(
    { type: 'Feature', properties, geometry },
    {
      headers: [
        ['content-type', 'application/geo+json'],
        ['access-control-allow-origin', '*'],
        ['cache-control', 'public, max-age=3600'],
      ],
    },
  )
}
