import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { Fault } from './fault.ts'
import { type CitySource, readCity } from './read-city.ts'

/**
 * Every city of a folder, one folder a city, in the order of their ids; or all that is wrong with any of them.
 * A folder that cannot be read is thrown.
 */
export async function readCities(folder: string): Promise<Result<readonly CitySource[], readonly Fault[]>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const ids = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  if (ids.length === 0)
    return refuse([{ file: folder, line: null, message: 'expected a folder for each city, found none' }])

  const cities: CitySource[] = []
  const faults: Fault[] = []
  for (const id of ids.sort()) {
    const city = await readCity(join(folder, id), id)
    if (city.ok) cities.push(city.value)
    else faults.push(...city.problem)
  }
  return faults.length > 0 ? refuse(faults) : ok(cities)
}
