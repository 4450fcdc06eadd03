import { type AreaShape, boundsOf } from '#src/domain/area.ts'
import { covers } from '#src/domain/covers.ts'
import type { Guide, MultiPolygon } from '#src/domain/guide.ts'
import { type Gazetteer, gathering, type Skipped } from '#src/domain/places/gazetteer.ts'
import { type PlaceSource, pointOf } from '#src/domain/places/place.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { ReadAreas } from '#src/outside/cities/read-areas.ts'
import { type Box, readPlaces } from '#src/outside/places/read-places.ts'
import * as areaRows from '#src/store/areas.ts'
import * as gazetteerRows from '#src/store/gazetteer.ts'
import { areasToImport } from './areas-to-import.ts'
import type { Means } from './means.ts'

/** What an import brought, null for what its files do not tell of, and what it left out of what it read. */
export type Imported = {
  readonly gazetteer: { readonly places: number; readonly houses: number } | null
  readonly areas: number | null
  readonly skipped: ReadonlyMap<Skipped, number>
}

/** Hears how far an import has come. */
export type ImportProgress = {
  reading(file: string): void
  writing(written: number, of: number): void
}

/**
 * Makes what these files tell the city's gazetteer, in the place of the one it had; and so with its areas, if one of the
 * files holds these. All files are read before anything is written, and all is written at once: a bad file, or a process
 * that dies, changes nothing. The problem is a sentence for the operator.
 */
export async function importPlaces(
  { store, now }: Pick<Means, 'store' | 'now'>,
  guide: Guide,
  files: readonly string[],
  progress: ImportProgress,
): Promise<Result<Imported, string>> {
  const read = await readAll(guide, files, progress)
  if (!read.ok) return read

  const { gazetteer, sources, areas, skipped } = read.value
  const total = gazetteer ? gazetteer.places.length + gazetteer.houses.length : 0
  try {
    await store.inCity(guide.city.id, async (tx) => {
      if (gazetteer)
        await gazetteerRows.replace(tx, gazetteer, sources, now(), (count) => progress.writing(count, total))
      // Last: whoever sends a report to this city waits from here on.
      if (areas) await areaRows.replace(tx, areas.shapes, { source: areas.source, imported: true })
    })
  } catch (fault) {
    if (!areaRows.isBrokenShape(fault)) throw fault
    return refuse('The parts or the holes of an area lie across each other: nothing was changed.')
  }
  if (gazetteer) await gazetteerRows.tidy(store.whole)
  return ok({
    gazetteer: gazetteer && { places: gazetteer.places.length, houses: gazetteer.houses.length },
    areas: areas ? areas.shapes.length : null,
    skipped,
  })
}

/** What all files tell together; null for what none of them tells of. */
type Read = {
  readonly gazetteer: Gazetteer | null
  readonly sources: readonly PlaceSource[]
  readonly areas: { readonly shapes: readonly AreaShape[]; readonly source: PlaceSource | null } | null
  readonly skipped: ReadonlyMap<Skipped, number>
}

async function readAll(
  guide: Guide,
  files: readonly string[],
  progress: ImportProgress,
): Promise<Result<Read, string>> {
  const { city, outline } = guide
  const box = boxOf(outline)
  const gathered = gathering((position) => covers(outline, pointOf(position)))
  const sources: PlaceSource[] = []
  const areaFiles: ReadAreas[] = []
  for (const file of files) {
    progress.reading(file)
    const read = await readPlaces(file, box, gathered)
    if (!read.ok) return read
    const { areas, source } = read.value
    if (areas.length > 0) areaFiles.push(read.value)
    else if (source && !sources.some((known) => isSame(known, source))) sources.push(source)
  }
  const [areaFile, another] = areaFiles
  if (another) return refuse('The areas of a city stand in one file, and these are several: nothing was changed.')
  const areas = areaFile ? areasToImport(guide, areaFile.areas) : null
  if (areas && !areas.ok) return areas
  gathered.skip('outside_city', areas?.value.outside ?? 0)

  const hasPlaces = files.length > areaFiles.length
  const gazetteer = hasPlaces ? gathered.done() : null
  if (gazetteer?.places.length === 0)
    return refuse(`No place of ${city.name.en} is in these files: nothing was changed.`)
  return ok({
    gazetteer,
    sources,
    areas: areaFile && areas ? { shapes: areas.value.shapes, source: areaFile.source } : null,
    skipped: gathered.skipped,
  })
}

function boxOf(outline: MultiPolygon): Box {
  const [west, south, east, north] = boundsOf(outline)
  return { west, south, east, north }
}

function isSame(one: PlaceSource, other: PlaceSource): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
