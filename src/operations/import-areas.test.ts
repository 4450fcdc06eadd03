import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'

import { aModerator, waterUtility } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import * as areas from '#src/store/areas.ts'
import * as cities from '#src/store/cities.ts'
import { find } from '#src/store/public-reports.ts'
import * as versions from '#src/store/versions.ts'
import { aGuide, aSource, border, northern, oldTown, pothole, southern } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { keptInAreas, lyingInAreas } from '#test/lying-in-areas.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aSubmitted, done } from '#test/some-reports.ts'
import { findPlaces } from './find-places.ts'
import { importPlaces } from './import-places.ts'
import { loadCity } from './load-city.ts'

const guide = aGuide()
const { id: city, center } = guide.city
const quiet = { reading: () => undefined, writing: () => undefined }
const folder = await mkdtemp(join(tmpdir(), 'open-city-areas-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const ring = (west: number, south: number, east: number, north: number) => [
  [center.lng + west, center.lat + south],
  [center.lng + east, center.lat + south],
  [center.lng + east, center.lat + north],
  [center.lng + west, center.lat + north],
  [center.lng + west, center.lat + south],
]
const area = (id: string, kind: string, coordinates: unknown) => ({
  type: 'Feature',
  properties: { id, kind, name: { uk: `Місцевість ${id}`, en: `Place ${id}` } },
  geometry: { type: 'Polygon', coordinates },
})
const west = area('west', 'district', [ring(-0.1, -0.1, 0, 0.1)])
const east = area('east', 'district', [ring(0, -0.1, 0.1, 0.1)])
const yard = area('yard', 'neighbourhood', [ring(0.001, 0.001, 0.002, 0.002)])
const far = area('far', 'district', [ring(5, 5, 6, 6)])

async function file(name: string, features: readonly object[], more: object = {}): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', ...more, features }))
  return path
}

describeOnBoth('an import of areas', (open) => {
  let here: TestMeans
  const bring = (files: readonly string[], of: Guide = guide) => importPlaces(here, of, files, quiet)
  const known = async () => (await areas.ofCity(here.store.of(city))).map(({ id }) => id)
  const areasOf = async (number: number) => (await areas.areasOf(here.store.of(city), number)).map(({ id }) => id)

  beforeEach(async () => {
    here = means(await open())
  })

  it('puts every report into the areas that it lies in, and leaves the gazetteer as it was', async () => {
    const streets = await file('streets.geojson', [
      {
        type: 'Feature',
        properties: { name: 'вулиця Шкільна' },
        geometry: { type: 'Point', coordinates: [center.lng, center.lat] },
      },
    ])
    await bring([streets])
    const { number } = await anAccepted(here, { location: { lng: center.lng + 0.0015, lat: center.lat + 0.0015 } })
    const { number: nowhere } = await aSubmitted(here, { location: null, address: 'вул. Шкільна, 1' })
    expect(await areasOf(number)).toEqual([southern, oldTown])

    expect(await bring([await file('areas.geojson', [yard, west, east])])).toEqual({
      ok: true,
      value: { gazetteer: null, areas: 3, skipped: new Map() },
    })
    expect(await known()).toEqual(['west', 'east', 'yard'])
    expect(await areasOf(number)).toEqual(['east', 'yard'])
    expect(await areasOf(nowhere)).toEqual([])
    expect((await findPlaces(here, guide.city, 'шкільна', center, 1)).hits).toHaveLength(1)
    expect((await bring([streets])).ok).toBe(true)
    expect(await known()).toEqual(['west', 'east', 'yard'])
  })

  it('made again changes nothing, and other areas are news to whoever looks', async () => {
    const { number } = await anAccepted(here, { location: center })
    const tx = here.store.of(city)
    const seen = async () => [await versions.ofCity(tx), (await versions.ofReports(tx, [number])).get(number)]
    const file1 = await file('areas.geojson', [west, east])
    const before = await seen()
    await bring([file1])
    const after = await seen()
    expect(after.map((version, at) => Number(version) > Number(before[at]))).toEqual([true, true])

    await bring([file1])
    expect(await seen()).toEqual(after)
    expect((await find(tx, number))?.areas.map(({ name }) => name.en)).toEqual(['Place west', 'Place east'])
    await bring([
      await file('renamed.geojson', [
        { ...west, properties: { ...west.properties, name: { uk: 'Захід', en: 'West' } } },
        east,
      ]),
    ])
    expect((await find(tx, number))?.areas.map(({ name }) => name.en)).toEqual(['West', 'Place east'])
  })

  it('leaves out what lies outside the city, and counts it', async () => {
    const imported = await bring([
      await file('areas.geojson', [far, west, east, { ...far, properties: { ...far.properties, id: 'farther' } }]),
    ])
    expect(imported).toMatchObject({ value: { areas: 2, skipped: new Map([['outside_city', 2]]) } })
    expect(await known()).toEqual(['west', 'east'])
  })

  it.each<[string, () => Promise<readonly string[]>, string]>([
    [
      'a border that crosses itself',
      async () => [
        await file('bad.geojson', [
          west,
          area('bow', 'district', [
            ring(0, 0, 0.01, 0.01).toSpliced(
              1,
              2,
              [center.lng + 0.01, center.lat + 0.01],
              [center.lng + 0.01, center.lat],
            ),
          ]),
        ]),
      ],
      'its border crosses itself',
    ],
    [
      'a hole outside of its border',
      async () => [
        await file('bad.geojson', [
          west,
          area('hole', 'district', [ring(0, 0, 0.01, 0.01), ring(0.02, 0.02, 0.03, 0.03)]),
        ]),
      ],
      'lie across each other',
    ],
    ['an id told twice', async () => [await file('bad.geojson', [west, west])], '"west" stands above already'],
    ['no area of the city', async () => [await file('bad.geojson', [far])], 'No area of Zhytomyr'],
    [
      'areas in two files',
      async () => [await file('one.geojson', [west]), await file('two.geojson', [east])],
      'stand in one file',
    ],
    [
      'a broken file of places beside',
      async () => {
        const broken = join(folder, 'broken.geojson')
        await writeFile(broken, '{"type":"FeatureCollection","features":[{')
        return [await file('areas.geojson', [west, east]), broken]
      },
      'cut short',
    ],
  ])('with %s changes nothing', async (_, files, sentence) => {
    const { number } = await anAccepted(here, { location: center })
    expect(await bring(await files())).toEqual({ ok: false, problem: expect.stringContaining(sentence) })
    expect(await known()).toEqual([northern, southern, oldTown])
    expect(await areasOf(number)).toEqual([southern, oldTown])
  })

  it('lacks no area that a rule names, and a rule that comes later names none that it lacks', async () => {
    const rules = [...guide.rules, { category: pothole, organization: waterUtility, area: oldTown }]
    const ruled = { ...aSource(), guide: { ...guide, rules } }
    expect(await loadCity(here, ruled)).toEqual({ ok: true, value: undefined })
    const lacking = await file('areas.geojson', [west, east])
    expect(await bring([lacking], ruled.guide)).toMatchObject({ problem: expect.stringContaining('"old-town"') })
    expect(await known()).toEqual([northern, southern, oldTown])

    await loadCity(here, aSource())
    await bring([lacking])
    expect(await loadCity(here, ruled)).toMatchObject({ problem: expect.stringContaining('no area "old-town"') })
  })

  it('stays when the city’s folder is read again, and says whose the areas are', async () => {
    const whose = { attribution: '© OpenStreetMap contributors' }
    await bring([await file('areas.geojson', [west, east], whose)])
    await loadCity(here, aSource())
    expect(await known()).toEqual(['west', 'east'])
    const [kept] = await cities.documents(here.store.whole)
    expect(kept?.areaSources).toEqual([{ licence: 'openstreetmap' }])
  })

  it('leaves other cities alone', async () => {
    await loadCity(here, aSource('another'))
    await bring([await file('areas.geojson', [west, east])])
    expect((await areas.ofCity(here.store.of('another' as typeof city))).map(({ id }) => id)).toEqual([
      northern,
      southern,
      oldTown,
    ])
  })

  it('and a folder that changed, put reports where they now lie', async () => {
    const { number } = await anAccepted(here, { location: center })
    const source = aSource()
    const only = source.areas.filter(({ id }) => id === southern)
    await loadCity(here, { ...source, areas: only })
    expect(await areasOf(number)).toEqual([southern])
    await loadCity(here, source)
    expect(await areasOf(number)).toEqual([southern, oldTown])
  })
})

describeOnBoth('a report lies in its areas', (open) => {
  it('from when it is sent, and in others once a moderator moves its point', async () => {
    const here = means(await open())
    const areasOf = async (number: number) => (await areas.areasOf(here.store.of(city), number)).map(({ id }) => id)
    const { number } = await aSubmitted(here, { location: center })
    const { number: unplaced } = await aSubmitted(here, { location: null, address: 'вул. Шкільна, 1' })
    expect(await areasOf(number)).toEqual([southern, oldTown])
    expect(await areasOf(unplaced)).toEqual([])

    const location = { lng: center.lng, lat: border + 0.001 }
    await done(here, number, { kind: 'approve', organization: waterUtility, location }, aModerator())
    await done(here, unplaced, { kind: 'approve', organization: waterUtility, location: center }, aModerator())
    expect(await areasOf(number)).toEqual([northern])
    expect(await areasOf(unplaced)).toEqual([southern, oldTown])
    expect(await keptInAreas(here.store, city)).toEqual(await lyingInAreas(here.store, city))
    expect(await areas.areasAt(here.store.of(city), { lng: 0, lat: 0 })).toEqual([])
    expect((await areas.areasAt(here.store.of(city), center)).map(({ id }) => id)).toEqual([southern, oldTown])
  })
})
