import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The path of a file of real data that the repository does not hold, or null where it is absent: then skip, by name. */
export function sharedData(name: string): string | null {
  const path = resolve('../shared/data', name)
  return existsSync(path) ? path : null
}
