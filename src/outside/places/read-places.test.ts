import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { gathering } from '#src/domain/places/gazetteer.ts'
import { osmHeader, osmNodes, osmRelations, osmWays } from '#test/an-osm-extract.ts'
import { readPlaces } from './read-places.ts'

const box = { west: 28, south: 50, east: 29, north: 51 }
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-city-places-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(name: string, content: string | Uint8Array) {
  const file = join(folder, name)
  await writeFile(file, content)
  return readFrom(file)
}

async function readFrom(file: string) {
  const all = gathering(() => true)
  const source = await readPlaces(file, box, all)
  const { places, houses } = all.done()
  const named = places.map(({ kind, name }) => `${kind}: ${name}`)
  const numbered = houses.map(({ street, shown }) => `${places.find(({ id }) => id === street)?.name}, ${shown}`)
  return { source, places, named, numbered, skipped: Object.fromEntries(all.skipped) }
}

describe('an OpenStreetMap extract', () => {
  const nodes = osmNodes([
    { id: 1, lng: 28.65, lat: 50.25 },
    { id: 2, lng: 28.66, lat: 50.25 },
    { id: 3, lng: 28.66, lat: 50.26 },
    { id: 4, lng: 28.651, lat: 50.2501, tags: { 'addr:street': 'вулиця Шкільна', 'addr:housenumber': '2' } },
    { id: 5, lng: 28.652, lat: 50.2501, tags: { highway: 'bus_stop', name: 'Школа' } },
    { id: 6, lng: 28.653, lat: 50.2501, tags: { amenity: 'school', name: 'Школа № 1', 'name:en': 'School 1' } },
    { id: 7, lng: 28.654, lat: 50.2501, tags: { power: 'tower', name: 'Опора 7' } },
    { id: 8, lng: 30.5, lat: 50.45, tags: { amenity: 'cafe', name: 'Далеко' } },
    { id: 9, lng: 28.67, lat: 50.27 },
  ])
  const ways = osmWays([
    {
      id: 1,
      refs: [1, 2],
      tags: { highway: 'residential', name: 'вулиця Шкільна', old_name: 'вулиця Ланова;вул. Рання' },
    },
    { id: 2, refs: [2, 3], tags: { highway: 'residential', name: 'вулиця Шкільна' } },
    {
      id: 3,
      refs: [1, 2, 3, 1],
      tags: { building: 'yes', 'addr:street': 'вулиця Шкільна', 'addr:housenumber': '4-А' },
    },
    { id: 4, refs: [3, 9], tags: { highway: 'proposed', name: 'вулиця Майбутня' } },
    { id: 5, refs: [3, 9] },
  ])
  const relations = osmRelations([
    { id: 1, ways: [2, 5], tags: { type: 'multipolygon', place: 'square', name: 'майдан Ясний' } },
  ])

  it('tells of streets, squares, landmarks, stops and houses', async () => {
    const told = await read('whole.osm.pbf', Buffer.concat([osmHeader(), nodes, ways, relations]))
    expect(told.source).toMatchObject({ ok: true, value: { source: { licence: 'openstreetmap' } } })
    expect(told.named).toEqual(['stop: Школа', 'landmark: Школа № 1', 'street: вулиця Шкільна', 'square: майдан Ясний'])
    expect(told.numbered).toEqual(['вулиця Шкільна, 2', 'вулиця Шкільна, 4А'])
    const street = told.places.find(({ kind }) => kind === 'street')
    expect(street?.shape.lines).toEqual([
      [
        [28.65, 50.25],
        [28.66, 50.25],
      ],
      [
        [28.66, 50.25],
        [28.66, 50.26],
      ],
    ])
    expect(street?.names.filter(({ old }) => old).map(({ name }) => name)).toEqual(['вулиця Ланова', 'вул. Рання'])
    expect(told.places.find(({ kind }) => kind === 'landmark')?.english).toBe('School 1')
  })

  it.each([
    ['cut short', Buffer.concat([osmHeader(), nodes, ways]).subarray(0, -20), 'is damaged or cut short'],
    [
      'damaged',
      Buffer.concat([osmHeader(), nodes.map((byte, at) => (at > 60 ? byte ^ 0x55 : byte))]),
      'is damaged or cut short',
    ],
    ['unsorted', Buffer.concat([osmHeader(), ways, nodes]), 'is not sorted'],
    ['something else', Buffer.from('<osm version="0.6"></osm>'), 'is no OpenStreetMap extract'],
    ['empty', Buffer.alloc(0), 'is no OpenStreetMap extract'],
  ])('that is %s is refused in a sentence', async (_, content, sentence) => {
    const { source } = await read('bad.osm.pbf', content)
    expect(source).toEqual({ ok: false, problem: expect.stringContaining(sentence) })
  })
})

describe('GeoJSON', () => {
  const collection = (features: readonly unknown[], more: object = {}) =>
    JSON.stringify({ type: 'FeatureCollection', ...more, features })
  const feature = (properties: object | null, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  })
  const square = [
    [
      [28.65, 50.25],
      [28.67, 50.25],
      [28.67, 50.27],
      [28.65, 50.25],
    ],
  ]

  it('tells by names and geometry, by a kind that is stated, and by the tags of OpenStreetMap', async () => {
    const told = await read(
      'places.geojson',
      `${collection([
        feature({ name: 'вулиця Шкільна' }, 'Point', [28.66, 50.25]),
        feature({ name: 'Кільцева' }, 'LineString', [
          [28.66, 50.25],
          [28.67, 50.25],
        ]),
        feature({ name: 'Школа', kind: 'stop' }, 'Point', [28.66, 50.25]),
        feature({ name: 'Ліцей', amenity: 'school' }, 'Polygon', square),
        feature({ street: 'вулиця Шкільна', house: 7 }, 'Point', [28.66, 50.25]),
        feature({ name: 'майдан Ясний', name_en: 'Yasnyi Square' }, 'MultiPolygon', [square]),
        feature({ routes: 2 }, 'LineString', [
          [28.66, 50.25],
          [28.67, 50.25],
        ]),
        { type: 'Feature', properties: { name: 'Ніде' }, geometry: null },
      ])}\n`,
    )
    expect(told.source).toEqual({ ok: true, value: { source: null, areas: [] } })
    expect(told.named).toEqual([
      'street: вулиця Шкільна',
      'street: Кільцева',
      'stop: Школа',
      'landmark: Ліцей',
      'square: майдан Ясний',
    ])
    expect(told.places.find(({ name }) => name === 'Ліцей')?.at[1]).toBeCloseTo(50.26)
    expect(told.numbered).toEqual(['вулиця Шкільна, 7'])
    expect(told.skipped).toEqual({ without_name: 1, without_position: 1 })
  })

  it('says whose it is', async () => {
    const source = async (attribution: string) => (await read('whose.geojson', collection([], { attribution }))).source
    expect(await source('© Місто, відкриті дані')).toEqual({
      ok: true,
      value: { source: { licence: 'stated', attribution: '© Місто, відкриті дані' }, areas: [] },
    })
    expect(await source('© OpenStreetMap contributors')).toMatchObject({
      ok: true,
      value: { source: { licence: 'openstreetmap' } },
    })
  })

  describe('with a district or a neighbourhood in it', () => {
    const left = { id: 'left', kind: 'district', name: { uk: 'Лівий район', en: 'Left district' }, approximate: true }

    it('is one of areas, and says whose they are', async () => {
      const areas = collection([feature(left, 'Polygon', square)], { attribution: '© OpenStreetMap contributors' })
      const told = await read('areas.geojson', areas)
      expect(told.source).toEqual({
        ok: true,
        value: {
          areas: [
            { ...left, bounds: [28.65, 50.25, 28.67, 50.27], shape: { type: 'MultiPolygon', coordinates: [square] } },
          ],
          source: { licence: 'openstreetmap' },
        },
      })
      expect(told.named).toEqual([])
    })

    it('holds nothing else, and is told by its lines what is wrong with it', async () => {
      const features = [feature(left, 'Point', [28.65, 50.25]), feature({ name: 'Школа' }, 'Point', [28.65, 50.25])]
      const told = await read('mixed.geojson', JSON.stringify({ type: 'FeatureCollection', features }, null, 1))
      expect(
        told.source.ok ? [] : told.source.problem.split('\n').map((line) => line.split('mixed.geojson:')[1]),
      ).toEqual([
        '16: features[0].geometry.type: expected Polygon or MultiPolygon',
        '25: features[1].properties.id: expected a text, found nothing',
        '25: features[1].properties.kind: expected district or neighbourhood, found nothing',
        '26: features[1].properties.name: expected named entries, found "Школа"',
        '29: features[1].geometry.type: expected Polygon or MultiPolygon',
      ])
    })
  })

  it.each([
    ['cut short', collection([feature({ name: 'Школа' }, 'Point', [28.6, 50.2])]).slice(0, -10), 'cut short'],
    ['no JSON', '{"type": FeatureCollection}', 'is no JSON'],
    ['something else', '{"type":"Topology","features":[]}', 'expected a GeoJSON FeatureCollection'],
    ['empty', '', 'cut short'],
    [
      'out of the world',
      collection([feature({ name: 'Школа' }, 'Point', [280, 50])]),
      'feature 1 is no GeoJSON feature',
    ],
    ['not of features', collection([{ name: 'Школа' }]), 'feature 1 is no GeoJSON feature'],
  ])('that is %s is refused in a sentence', async (_, content, sentence) => {
    const { source } = await read('bad.geojson', content)
    expect(source).toEqual({ ok: false, problem: expect.stringContaining(sentence) })
  })
})

describe('a city’s register', () => {
  it('is read with semicolons and decimal commas, in UTF-8', async () => {
    const told = await readFrom(resolve('test/fixtures/places/register.csv'))
    expect(told.source).toEqual({ ok: true, value: { source: null, areas: [] } })
    expect(told.numbered).toContain('вулиця Київська, 77 корп. 2')
    expect(told.named).toContain('street: вулиця 8 Березня')
  })

  it('is read with commas and quotes, in Windows-1251, its columns in any order', async () => {
    const file = resolve('test/fixtures/places/register-1251.csv')
    expect((await readFile(file)).includes(Buffer.from('вул'))).toBe(false)
    expect((await readFrom(file)).numbered).toEqual(['вулиця Шкільна, 1', 'вулиця Шкільна, 3А'])
  })

  it('is read as a spreadsheet saves it: with a mark at its beginning, tabs and English names', async () => {
    const told = await read(
      'register.csv',
      '\ufeffstreet\thouse\tlat\tlng\r\nвул. Шкільна\t5\t50.25\t28.66\r\nвул. Шкільна\t6\t\t\r\n',
    )
    expect(told.numbered).toEqual(['вулиця Шкільна, 5'])
    expect(told.skipped).toEqual({ without_position: 1 })
  })

  it.each([
    ['lacks a column', 'вулиця;будинок;широта\nШкільна;1;50,2\n', 'lacks lng or lon or longitude or довгота'],
    ['has lines of other lengths', 'street,house,lng,lat\nШкільна,1,28.6\n', 'Invalid Record Length'],
    ['is empty', '', 'its first line must name the columns'],
  ])('that %s is refused in a sentence', async (_, content, sentence) => {
    const { source } = await read('bad.csv', content)
    expect(source).toEqual({ ok: false, problem: expect.stringContaining(sentence) })
  })
})

it('a file that is not there, or of another kind, is refused in a sentence', async () => {
  expect((await readFrom(join(folder, 'none.csv'))).source).toMatchObject({
    problem: expect.stringContaining('no such file'),
  })
  expect((await read('places.shp', 'x')).source).toMatchObject({
    problem: expect.stringContaining('expected an OpenStreetMap'),
  })
})
