import { covers } from '#src/domain/covers.ts'
import type { Guide, MultiPolygon } from '#src/domain/guide.ts'
import { gathering, type Skipped } from '#src/domain/places/gazetteer.ts'
import { type PlaceSource, pointOf } from '#src/domain/places/place.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { type Box, readPlaces } from '#src/outside/places/read-places.ts'
import * as gazetteer from '#src/store/gazetteer.ts'
import type { Means } from './means.ts'

/** What an import brought, and what it left out of what it read. */
export type Imported = {
  readonly places: number
  readonly houses: number
  readonly skipped: ReadonlyMap<Skipped, number>
}

/** Hears how far an import has come. */
export type ImportProgress = {
  reading(file: string): void
  writing(written: number, of: number): void
}

/**
 * Makes what these files tell the city's gazetteer, in the place of the one it had. All files are read before anything
 * is written, and all is written at once: a bad file, or a process that dies, changes nothing. The problem is a
 * sentence for the operator.
 */
export async function importPlaces(
  { store, now }: Pick<Means, 'store' | 'now'>,
  { city, outline }: Guide,
  files: readonly string[],
  progress: ImportProgress,
): Promise<Result<Imported, string>> {
  const box = boxOf(outline)
  const gathered = gathering((position) => covers(outline, pointOf(position)))
  const sources: PlaceSource[] = []
  for (const file of files) {
    progress.reading(file)
    const read = await readPlaces(file, box, gathered)
    if (!read.ok) return read
    if (read.value && !sources.some((known) => isSame(known, read.value))) sources.push(read.value)
  }
  const all = gathered.done()
  const { places, houses } = all
  if (places.length === 0) return refuse(`No place of ${city.name.en} is in these files: nothing was changed.`)

  const total = places.length + houses.length
  await store.inCity(city.id, (tx) =>
    gazetteer.replace(tx, all, sources, now(), (written) => progress.writing(written, total)),
  )
  await gazetteer.tidy(store.whole)
  return ok({ places: places.length, houses: houses.length, skipped: gathered.skipped })
}

function boxOf({ coordinates }: MultiPolygon): Box {
  const all = coordinates.flat(2)
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)]
  return { west: Math.min(...lngs), south: Math.min(...lats), east: Math.max(...lngs), north: Math.max(...lats) }
}

function isSame(one: PlaceSource, other: PlaceSource | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
