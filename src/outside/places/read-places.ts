import { access } from 'node:fs/promises'
import { extname } from 'node:path'

import type { Gathering } from '#src/domain/places/gazetteer.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { ReadAreas } from '../cities/read-areas.ts'
import { readGeoJson } from './read-geojson.ts'
import { readOsm } from './read-osm.ts'
import { readRegister } from './read-register.ts'

/** What of the world a city's files are read for: the box that its outline fills, in degrees. */
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/**
 * Reads one file of places into what is being gathered: whose data it is, and, of a file of areas, these; or a sentence
 * that says what is wrong with it.
 */
export async function readPlaces(file: string, box: Box, into: Gathering): Promise<Result<ReadAreas, string>> {
  const found = await access(file).then(
    () => true,
    () => false,
  )
  if (!found) return refuse(`${file}: there is no such file`)
  switch (extname(file).toLowerCase()) {
    case '.pbf':
      return withoutAreas(await readOsm(file, box, into))
    case '.geojson':
    case '.json':
      return readGeoJson(file, into)
    case '.csv':
    case '.txt':
      return withoutAreas(await readRegister(file, into))
    default:
      return refuse(`${file}: expected an OpenStreetMap extract (.osm.pbf), GeoJSON (.geojson) or a register (.csv)`)
  }
}

function withoutAreas(read: Result<PlaceSource | null, string>): Result<ReadAreas, string> {
  return read.ok ? ok({ areas: [], source: read.value }) : read
}
