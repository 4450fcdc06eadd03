import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { sources } from '#src/store/gazetteer.ts'
import { aGuide, aSource } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { findPlaces } from './find-places.ts'
import { importPlaces } from './import-places.ts'
import { loadCity } from './load-city.ts'

describeOnBoth('an import of places', (open) => {
  const guide = aGuide()
  const { lng, lat } = guide.city.center
  let here: TestMeans
  let folder: string
  const quiet = { reading: () => undefined, writing: () => undefined }
  const bring = (files: readonly string[], city = guide) => importPlaces(here, city, files, quiet)
  const found = async (typed: string, city = guide.city) => {
    const { hits } = await findPlaces(here, city, typed, city.center, 10)
    return hits.map(({ place, found: { kind } }) => `${place.name} ${kind}`)
  }
  const file = async (name: string, content: string) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  const street = (name: string, more: object = {}) => ({
    type: 'Feature',
    properties: { name, ...more },
    geometry: {
      type: 'LineString',
      coordinates: [
        [lng - 0.01, lat],
        [lng + 0.01, lat],
      ],
    },
  })
  const streets = (...features: object[]) =>
    JSON.stringify({ type: 'FeatureCollection', attribution: '© OpenStreetMap contributors', features })

  beforeAll(async () => {
    here = means(await open())
    folder = await mkdtemp(join(tmpdir(), 'open-city-import-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('brings streets, houses and whose they are', async () => {
    const files = [
      await file(
        'streets.geojson',
        streets(street('вулиця Шкільна', { old_name: 'вулиця Ланова' }), street('вулиця Садова')),
      ),
      await file(
        'register.csv',
        `street,house,lng,lat\nвул. Шкільна,12,${lng},${lat}\nвул. Шкільна,б/н,${lng},${lat}\n`,
      ),
    ]
    const imported = await bring(files)
    expect(imported).toEqual({
      ok: true,
      value: { gazetteer: { places: 2, houses: 1 }, areas: null, skipped: new Map([['house_unreadable', 1]]) },
    })
    expect(await found('шкільна 12')).toEqual(['вулиця Шкільна house'])
    expect(await found('ланова')).toEqual(['вулиця Шкільна place'])
    expect(await sources(here.store.of(guide.city.id))).toEqual([{ licence: 'openstreetmap', importedAt: here.now() }])
  })

  it('made again gives the same, and other files give what they tell alone', async () => {
    const files = [join(folder, 'streets.geojson'), join(folder, 'register.csv')]
    const again = await bring(files)
    expect(again.ok && again.value.gazetteer?.places).toBe(2)
    expect(await found('шкільна')).toEqual(['вулиця Шкільна place'])

    await bring([await file('others.geojson', streets(street('вулиця Лугова')))])
    expect(await found('шкільна 12')).toEqual([])
    expect(await found('лугова')).toEqual(['вулиця Лугова place'])
  })

  it.each([
    [
      'a bad file among good ones',
      'broken.geojson',
      '{"type":"FeatureCollection","features":[{"type":"Feature"',
      'cut short',
    ],
    [
      'no place of the city',
      'nowhere.geojson',
      streets({ ...street('x'), geometry: { type: 'Point', coordinates: [1, 1] } }),
      'nothing was changed',
    ],
  ])('with %s changes nothing', async (_, name, content, sentence) => {
    const bad = await file(name, content)
    const files = name === 'broken.geojson' ? [join(folder, 'streets.geojson'), bad] : [bad]
    expect(await bring(files)).toEqual({ ok: false, problem: expect.stringContaining(sentence) })
    expect(await found('лугова')).toEqual(['вулиця Лугова place'])
    expect(await found('шкільна')).toEqual([])
  })

  it('that fails while it is written changes nothing', async () => {
    const failing = importPlaces(here, guide, [join(folder, 'streets.geojson')], {
      ...quiet,
      writing() {
        throw new Error('the lights went out')
      },
    })
    await expect(failing).rejects.toThrow('the lights went out')
    expect(await found('лугова')).toEqual(['вулиця Лугова place'])
    expect(await found('шкільна')).toEqual([])
  })

  it('leaves other cities alone', async () => {
    const other = aSource('another')
    await loadCity(here, other)
    await bring([join(folder, 'streets.geojson')], other.guide)
    expect(await found('шкільна', other.guide.city)).toEqual(['вулиця Шкільна place'])
    expect(await found('шкільна')).toEqual([])
    expect(await found('лугова')).toEqual(['вулиця Лугова place'])
  })
})
