import { readFile } from 'node:fs/promises'

import type { AreaShape } from '#src/domain/area.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { areasShape } from './areas-shape.ts'
import { faultLine } from './fault.ts'
import { readYaml } from './read-yaml.ts'

export type ReadAreas = { readonly areas: readonly AreaShape[]; readonly source: PlaceSource | null }

/** The areas of a file such as a city's `areas.geojson`; or all that is wrong with it, a line each. */
export async function readAreas(file: string): Promise<Result<ReadAreas, string>> {
  const read = readYaml(file, await readFile(file), areasShape)
  return read.ok ? ok(read.value.value) : refuse(read.problem.map(faultLine).join('\n'))
}
