import { expect, it } from 'vitest'
import { faultLine } from './fault.ts'
import { readWith, smallCity, toldOf } from './small-city.examples.ts'

const areas = `{
  "type": "FeatureCollection",
  "features": [
    {
      "type": "Feature",
      "properties": { "id": "old-town", "kind": "neighbourhood", "name": { "uk": "Старе місто", "en": "Old Town" } },
      "geometry": { "type": "Polygon", "coordinates": [[[30.6, 50.2], [30.8, 50.2], [30.8, 50.4], [30.6, 50.2]]] }
    },
    {
      "type": "Feature",
      "properties": {
        "id": "left",
        "kind": "district",
        "name": { "uk": "Лівий район", "en": "Left district" },
        "approximate": true
      },
      "geometry": { "type": "MultiPolygon", "coordinates": [[[[30, 50], [31, 50], [31, 51], [30, 50]]]] }
    }
  ]
}
`
const rules = `${smallCity['responsibility.yaml']}areas:
  left: { groups: { water: guard } }
  old-town: { categories: { noise: water-utility } }
`

it('a city’s areas are read, the widest first, and its rules for them', async () => {
  const read = await readWith({ 'areas.geojson': areas, 'responsibility.yaml': rules })
  if (!read.ok) throw new Error(read.problem.map(faultLine).join('\n'))
  const [city] = read.value
  expect(city?.areas.map(({ id, kind, approximate }) => [id, kind, approximate])).toEqual([
    ['left', 'district', true],
    ['old-town', 'neighbourhood', false],
  ])
  expect([...(city?.guide.areas.keys() ?? [])]).toEqual(['left', 'old-town'])
  expect(city?.guide.rules.filter(({ area }) => area)).toEqual([
    { group: 'water', organization: 'guard', area: 'left' },
    { category: 'noise', organization: 'water-utility', area: 'old-town' },
  ])
})

it.each<[string, string, string]>([
  [
    '"kind": "district"',
    '"kind": "suburb"',
    '13: features[1].properties.kind: expected district or neighbourhood, found "suburb"',
  ],
  ['"id": "left"', '"id": "old-town"', '12: features[1].properties.id: "old-town" stands above already'],
  ['"approximate": true', '"aproximate": true', '15: features[1].properties.aproximate: is not known here'],
  [', "en": "Old Town"', '', '6: features[0].properties.name.en: expected a text, found nothing'],
  [
    '[30.8, 50.4], [30.6, 50.2]',
    '[30.8, 50.4], [30.6, 50.3]',
    '7: features[0].geometry.coordinates[0]: expected a closed ring, which ends at the position it begins with',
  ],
  [
    '[30.8, 50.4], [30.6, 50.2]',
    '[30.6, 50.4], [30.8, 50.3], [30.6, 50.2], [30.6, 50.2]',
    '7: features[0].geometry: its border crosses itself (ring 1)',
  ],
  [
    '[30.8, 50.4]',
    '[308, 50.4]',
    '7: features[0].geometry.coordinates[0][2][0]: expected at most 180, found the number 308',
  ],
  [
    '[30.6, 50.2], [30.8, 50.2], [30.8, 50.4], [30.6, 50.2]',
    '[3, 5], [4, 5], [4, 6], [3, 5]',
    '7: features[0].geometry: lies outside the outline',
  ],
  ['FeatureCollection', 'Feature', '2: type: expected FeatureCollection, found "Feature"'],
])('%j → %j in areas.geojson is told', async (before, after, told) => {
  expect(areas).toContain(before)
  expect(await toldOf({ 'areas.geojson': areas.replace(before, after) })).toEqual([`small/areas.geojson:${told}`])
})

it.each<[string, string, readonly string[]]>([
  ['left:', 'right:', ['7: areas.right: there is no area "right"']],
  ['{ water: guard }', '{ water: guards }', ['7: areas.left.groups.water: there is no organization "guards"']],
  ['{ noise:', '{ nois:', ['8: areas.old-town.categories.nois: there is no category "nois"']],
])('%j → %j in the rules for areas is told', async (before, after, told) => {
  expect(rules).toContain(before)
  const lines = await toldOf({ 'areas.geojson': areas, 'responsibility.yaml': rules.replace(before, after) })
  expect(lines).toEqual(told.map((line) => `small/responsibility.yaml:${line}`))
})

it('rules for areas do not stand in for those of the city', async () => {
  const alone = rules.replace('  water: water-utility\n', '').replace('groups:\n', '')
  expect(await toldOf({ 'areas.geojson': areas, 'responsibility.yaml': alone })).toEqual([
    expect.stringContaining('"water-leak" has no organization in responsibility.yaml'),
    expect.stringContaining('"no-water" has no organization in responsibility.yaml'),
  ])
})
