import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

import { aModerator, anAct } from '#src/domain/examples.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { keptInAreas, lyingInAreas } from '#test/lying-in-areas.ts'
import { means } from '#test/means.ts'
import { aPerson, aSubmitted, done } from '#test/some-reports.ts'
import { warmUp } from '#test/together.ts'
import { importPlaces } from './import-places.ts'

const guide = aGuide()
const { id: city, center } = guide.city
const quiet = { reading: () => undefined, writing: () => undefined }
const folder = await mkdtemp(join(tmpdir(), 'open-city-areas-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Stripes of the city from west to east; other numbers of them put nearly every report elsewhere. */
async function stripes(count: number): Promise<string> {
  const width = 0.2 / count
  const features = Array.from({ length: count }, (_, at) => {
    const [west, east] = [center.lng - 0.1 + at * width, center.lng - 0.1 + (at + 1) * width]
    const [south, north] = [center.lat - 0.1, center.lat + 0.1]
    return {
      type: 'Feature',
      properties: { id: `stripe-${at}`, kind: 'district', name: { uk: `Смуга ${at}`, en: `Stripe ${at}` } },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    }
  })
  const file = join(folder, `stripes-${count}.geojson`)
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }))
  return file
}

describeOnBoth('while areas are replaced', (open) => {
  it('no report that comes in or moves is left in areas that are gone, nor out of new ones', {
    timeout: 120_000,
  }, async () => {
    const many = 16
    const store = await open({ connections: many })
    const here = means(store)
    const files = await Promise.all([2, 3, 5, 7].map(stripes))
    const author = await aPerson(store)
    const somewhere = () => ({ lng: center.lng + (Math.random() - 0.5) * 0.19, lat: center.lat })
    await warmUp(store, many)

    const sending = Array.from({ length: 8 }, async () => {
      for (let one = 0; one < 6; one += 1) {
        const { number } = await aSubmitted(here, { location: somewhere() }, { author })
        const act = { ...anAct('approve'), location: somewhere() }
        await done(here, number, act, aModerator())
      }
    })
    const replacing = Array.from({ length: 2 }, async (_, at) => {
      for (let one = 0; one < 8; one += 1) {
        const file = files[(one * 2 + at) % files.length] ?? ''
        expect((await importPlaces(here, guide, [file], quiet)).ok).toBe(true)
      }
    })
    await Promise.all([...sending, ...replacing])

    const kept = await keptInAreas(store, city)
    expect(kept).toHaveLength(48)
    expect(kept).toEqual(await lyingInAreas(store, city))
  })
})
