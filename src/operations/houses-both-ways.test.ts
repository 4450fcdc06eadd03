import { beforeAll, expect, it } from 'vitest'

import type { Guide } from '#src/domain/guide.ts'
import { gathering } from '#src/domain/places/gazetteer.ts'
import { metresBetween, pointOf } from '#src/domain/places/place.ts'
import { placeAt } from '#src/domain/places/place-at.ts'
import { readPlaces } from '#src/outside/places/read-places.ts'
import { aroundPoint } from '#src/store/around-point.ts'
import { aSource } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { sharedData } from '#test/shared-data.ts'
import { findPlaces } from './find-places.ts'
import { importPlaces } from './import-places.ts'
import { loadCity } from './load-city.ts'

const extract = sharedData('krems.osm.pbf')
const skip = extract ? '' : ', skipped: ../shared/data has no krems.osm.pbf'

/** A town whose outline is the box of the extract. */
function aTown(): Guide {
  const [west, south, east, north] = [15.5, 48.3, 15.8, 48.5]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const
  const { guide } = aSource('town')
  return { ...guide, outline: { type: 'MultiPolygon', coordinates: [[ring]] } }
}

describeOnBoth('the houses of an OpenStreetMap extract', (open) => {
  const guide = aTown()
  let here: TestMeans

  beforeAll(async () => {
    here = means(await open())
    if (!extract) return
    await loadCity(here, { ...aSource('town'), guide })
    const imported = await importPlaces(here, guide, [extract], { reading: () => undefined, writing: () => undefined })
    if (!imported.ok) throw new Error(imported.problem)
  })

  it.skipIf(!extract)(
    `are found by their address, and their address by their place${skip}`,
    { timeout: 240_000 },
    async () => {
      const told = gathering(() => true)
      await readPlaces(extract ?? '', { west: 15.5, south: 48.3, east: 15.8, north: 48.5 }, told)
      const { places, houses } = told.done()
      const wrong: string[] = []
      for (const { street, shown, at } of houses) {
        const name = places.find(({ id }) => id === street)?.name ?? ''
        const { hits } = await findPlaces(here, guide.city, `${name} ${shown}`, guide.city.center, 3)
        const [hit] = hits
        if (hit?.found.kind !== 'house' || metresBetween(hit.at, pointOf(at)) > 1)
          wrong.push(`${name} ${shown} → ${JSON.stringify(hit?.found)}`)

        const place = placeAt(pointOf(at), await aroundPoint(here.store.of(guide.city.id), pointOf(at)))
        if (place?.kind !== 'house' || place.house !== shown || place.street.name !== name)
          wrong.push(`${name} ${shown} ← ${JSON.stringify(place)}`)
      }
      // Of its 324 numbers 30 stand twice, and 35 name no street.
      expect([houses.length, Object.fromEntries(told.skipped)]).toEqual([
        259,
        expect.objectContaining({ house_twice: 30, house_without_street: 35 }),
      ])
      expect(wrong).toEqual([])
    },
  )
})
