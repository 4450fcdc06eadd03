import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'

/**
 * What `make` puts into a folder is there whole or not at all: what a process that died left half made is thrown away
 * and made anew. A folder that is whole is left to `make` as it is.
 */
export async function madeWhole<Made>(folder: string, make: () => Promise<Made>): Promise<Made> {
  const unfinished = `${folder}.unfinished`
  if (existsSync(unfinished)) await rm(folder, { recursive: true, force: true })
  if (existsSync(folder)) return make()

  await writeFile(unfinished, '')
  const made = await make()
  await rm(unfinished)
  return made
}
