import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import type { StoreApps } from '#src/config.ts'
import type { CityId } from '#src/domain/id.ts'
import { locales } from '#src/domain/locale.ts'
import { rasterise } from '#src/outside/media/rasterise.ts'
import type { AppParts } from '#src/web/handlers.ts'
import { type Screen, type Screens, screenNames } from '#src/web/install/screens.ts'

/** What installed apps are made of: drawings, the cities' pictures of the product (`cities/CITY/screens`), and the apps of stores. */
export async function openApps(stores: StoreApps, cities = 'cities'): Promise<AppParts> {
  return { rasterise, screens: await readScreens(cities), stores }
}

async function readScreens(cities: string): Promise<Screens> {
  const folders = (await readdir(cities, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const all = folders.map(async ({ name }) => [name as CityId, await screensIn(join(cities, name, 'screens'))] as const)
  return new Map(await Promise.all(all))
}

async function screensIn(folder: string): Promise<readonly Screen[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const screens = screenNames.flatMap((shows) =>
    locales.map(async (locale) => {
      const name = `${shows}-${locale}.webp`
      return names.includes(name) ? { locale, shows, ...(await pictureIn(join(folder, name))) } : []
    }),
  )
  return (await Promise.all(screens)).flat()
}

async function pictureIn(path: string): Promise<Pick<Screen, 'file' | 'width' | 'height' | 'bytes'>> {
  const bytes = new Uint8Array(await readFile(path))
  const { width, height } = await sharp(bytes).metadata()
  return { file: `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.webp`, width, height, bytes }
}
