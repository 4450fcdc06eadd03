import { buffer } from 'node:stream/consumers'

import type { Guide } from '#src/domain/guide.ts'
import type { Point } from '#src/domain/report.ts'
import type { Basemaps } from '#src/outside/basemap/basemaps.ts'
import type { Files } from '#src/outside/files.ts'
import type { Stills } from './stills.ts'
import { sourcesOf } from './street-sources.ts'

/** A place as the light, large picture of its report's page, for what is printed; and whose streets it shows. */
export function placePictures(files: Files, basemaps: Basemaps, stills: Stills, now: () => Temporal.Instant) {
  return async (guide: Guide, place: Point): Promise<{ readonly png: Uint8Array; readonly sources: string }> => {
    const basemap = await basemaps.of(guide.city.id, now())
    const { key, draw } = stills({ guide, place, basemap, theme: 'light', size: 'large' })
    const kept = await files.get(key)
    if (!kept) await draw()
    const stored = kept ?? (await files.get(key))
    if (!stored) throw new Error(`The picture ${key} was taken away as soon as it was drawn`)
    return { png: await buffer(stored.body), sources: basemap ? await sourcesOf(basemap) : '' }
  }
}
