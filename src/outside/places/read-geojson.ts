import { createReadStream } from 'node:fs'
import { JSONParser } from '@streamparser/json'
import { z } from 'zod'
import { areaKinds } from '#src/domain/area.ts'
import type { Gathering } from '#src/domain/places/gazetteer.ts'
import type { Position, Shape } from '#src/domain/places/place.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { sourceOf } from '../cities/areas-shape.ts'
import { type ReadAreas, readAreas } from '../cities/read-areas.ts'
import { type Tags, toldByGeoJson } from './found-from-tags.ts'

const position = z
  .array(z.number())
  .min(2)
  .refine(([lng = 0, lat = 0]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90)
  .transform(([lng = 0, lat = 0]): Position => [lng, lat])
const positions = z.array(position)

const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }).transform(({ coordinates }) => points([coordinates])),
  z
    .object({ type: z.literal('MultiPoint'), coordinates: positions })
    .transform(({ coordinates }) => points(coordinates)),
  z
    .object({ type: z.literal('LineString'), coordinates: positions })
    .transform(({ coordinates }) => lines([coordinates])),
  z
    .object({ type: z.literal('MultiLineString'), coordinates: z.array(positions) })
    .transform(({ coordinates }) => lines(coordinates)),
  z
    .object({ type: z.literal('Polygon'), coordinates: z.array(positions) })
    .transform(({ coordinates }) => area(coordinates[0] ?? [])),
  z
    .object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(positions)) })
    .transform(({ coordinates }) => area(coordinates.flatMap(([outer = []]) => outer))),
])

const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: geometry.nullable(),
})

/**
 * Reads a GeoJSON feature collection (RFC 7946) feature by feature, so that its size does not matter.
 * `attribution`, a member of the collection, is whose data it is. A file with a district or a neighbourhood in it is one
 * of areas, and holds nothing else. The problem is a sentence for the operator.
 */
export async function readGeoJson(file: string, into: Gathering): Promise<Result<ReadAreas, string>> {
  const parser = new JSONParser({ paths: ['$.type', '$.attribution', '$.features.*'], keepStack: false })
  let type: unknown
  let attribution: unknown
  let count = 0
  let hasAreas = false
  const wrong: string[] = []
  parser.onValue = ({ value, key }) => {
    if (key === 'type') type = value
    else if (key === 'attribution') attribution = value
    else if (isArea(value)) hasAreas = true
    else {
      count += 1
      const read = feature.safeParse(value)
      if (read.success) take(read.data, into)
      else wrong.push(`feature ${count} is no GeoJSON feature: look at its ${read.error.issues[0]?.path.join('.')}`)
    }
  }
  try {
    for await (const chunk of createReadStream(file)) {
      parser.write(chunk as Buffer)
      if (wrong[0]) return refuse(`${file}: ${wrong[0]}`)
    }
    if (!parser.isEnded) return refuse(`${file}: ends in the middle: it was cut short`)
  } catch (fault) {
    return refuse(`${file}: is no JSON: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
  if (type !== 'FeatureCollection') return refuse(`${file}: expected a GeoJSON FeatureCollection`)
  if (hasAreas) return readAreas(file)
  return ok({ areas: [], source: typeof attribution === 'string' && attribution.trim() ? sourceOf(attribution) : null })
}

function isArea(value: unknown): boolean {
  const read = z.object({ properties: z.object({ kind: z.enum(areaKinds) }) }).safeParse(value)
  return read.success
}

function take({ properties, geometry: shape }: z.output<typeof feature>, into: Gathering): void {
  const tags: Tags = properties ?? {}
  if (!shape || shape.points.length + shape.lines.length === 0) {
    into.skip('without_position')
    return
  }
  const { place, house } = toldByGeoJson(tags, shape.lines.length > 0 ? 'line' : 'point')
  const [at] = shape.points
  if (house && at) into.house({ ...house, at })
  if (place) into.place({ ...place, shape })
  if (!place && !house) into.skip('without_name')
}

function points(all: readonly Position[]): Shape {
  return { points: all, lines: [] }
}

function lines(all: readonly (readonly Position[])[]): Shape {
  return { points: [], lines: all.filter((line) => line.length > 1) }
}

/** Of a building or a square its middle is enough. */
function area(ring: readonly Position[]): Shape {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2
  return { points: ring.length > 0 ? [[middle(lngs), middle(lats)]] : [], lines: [] }
}
