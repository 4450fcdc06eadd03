import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCities } from './read-cities.ts'
import { readWith, smallCity, temporaryFolder, toldOf } from './small-city.examples.ts'

describe('the files of a city', () => {
  it('are read into a guide and staff', async () => {
    const read = await readWith({})

    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const [{ guide, staff } = { guide: null, staff: null }] = read.value
    expect(guide?.city).toMatchObject({ id: 'small', nameOf: { uk: 'Малого', en: 'Small' }, policy: { mostMedia: 5 } })
    expect(guide?.city.policy.answerWithin.toString()).toBe('P1M')
    expect(guide?.city.calendar.daysOff.map(String)).toEqual(['2027-01-01'])
    expect([...(guide?.categories.values() ?? [])]).toMatchObject([
      {
        id: 'water-leak',
        group: 'water',
        open: true,
        questions: [
          {
            id: 'source',
            required: true,
            answer: {
              kind: 'choice',
              options: [{ id: 'ground', label: { uk: 'З землі', en: 'Ground' } }, { id: 'manhole' }],
            },
          },
          { id: 'depth', required: false, answer: { kind: 'number' }, onlyIf: { question: 'source', is: 'manhole' } },
        ],
      },
      { id: 'no-water', open: false, questions: [], sameWithin: 50 },
      { id: 'noise', group: 'other' },
      { id: 'else', group: 'other' },
    ])
    expect(guide?.rules).toEqual([
      { category: 'noise', organization: 'guard' },
      { group: 'water', organization: 'water-utility' },
    ])
    expect(guide?.outline).toMatchObject({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [30, 50],
            [31, 50],
            [31, 51],
            [30, 50],
          ],
        ],
      ],
    })
    expect(staff).toEqual([
      { email: 'officer@city.example', role: 'officer', organization: 'guard', firstName: 'Ігор', lastName: 'Сич' },
      { email: 'admin@city.example', role: 'administrator', organization: null, firstName: 'Ніна', lastName: 'Гай' },
    ])
  })

  it('may leave staff out', async () => {
    expect(await toldOf({ 'staff.yaml': null })).toEqual([])
  })

  it('are told of all at once', async () => {
    const told = await toldOf({
      'city.yaml': smallCity['city.yaml']?.replace('P1M', 'P3M').replace('mostMedia: 5', 'mostMedia: -1') ?? '',
      'staff.yaml': '- { role: moderator }\n',
    })

    expect(told.map((line) => line.split(': expected')[0])).toEqual([
      'small/city.yaml:6: policy.answerWithin',
      'small/city.yaml:8: policy.mostMedia',
      'small/staff.yaml:1: [0].email',
      'small/staff.yaml:1: [0].firstName',
      'small/staff.yaml:1: [0].lastName',
    ])
  })

  it.each([
    [{ 'categories.yaml': null }, ['small/categories.yaml: is missing']],
    [{ 'staf.yaml': '[]' }, ['small/staf.yaml: is no file of a city']],
    [{ 'categories.yaml': '' }, ['small/categories.yaml:1: expected a list, found nothing']],
    [{ 'categories.yaml': '# nothing\n' }, ['small/categories.yaml:1: expected a list, found nothing']],
    [{ 'categories.yaml': new Uint8Array([0xff, 0xfe, 0x41]) }, ['small/categories.yaml: is not UTF-8']],
    [{ '.swp': 'left by an editor' }, []],
  ])('%j: the whole file is told of', async (files, told) => {
    expect(await toldOf(files)).toEqual(told)
  })

  it('stand in a folder whose name can be an address', async () => {
    expect(await toldOf({}, 'Велике Місто')).toEqual([
      'Велике Місто: expected a folder name of a-z, 0-9 and single hyphens: it is the city’s address',
    ])
  })

  it('are missed when there is no city, and thrown about when there is no folder', async () => {
    await using empty = await temporaryFolder()
    expect(await readCities(empty.path)).toEqual({
      ok: false,
      problem: [{ file: empty.path, line: null, message: 'expected a folder for each city, found none' }],
    })
    await expect(readCities(join(empty.path, 'none'))).rejects.toThrow('ENOENT')
  })
})
