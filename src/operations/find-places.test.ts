import { resolve } from 'node:path'
import { beforeAll, expect, it } from 'vitest'

import type { Guide } from '#src/domain/guide.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { say } from '#src/text/catalogue.ts'
import { shownPlaces } from '#src/web/places/place-words.ts'
import { describeOnBoth } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { sharedData } from '#test/shared-data.ts'
import { findPlaces } from './find-places.ts'
import { importPlaces } from './import-places.ts'
import { loadCity } from './load-city.ts'
import { typedPlaces } from './typed-places.examples.ts'

const stops = sharedData('zhytomyr-places.geojson')
const streets = sharedData('zhytomyr-streets.geojson')
const skip =
  stops && streets ? '' : ', skipped: ../shared/data has no zhytomyr-places.geojson and zhytomyr-streets.geojson'

describeOnBoth('what people type', (open) => {
  let here: TestMeans
  let guide: Guide
  const titlesOf = async (typed: string) => {
    const found = await findPlaces(here, guide.city, typed, guide.city.center, 10)
    return shownPlaces(found, say('uk'), 10).map(({ title }) => title)
  }

  beforeAll(async () => {
    here = means(await open())
    if (!stops || !streets) return
    const cities = await readCities('cities')
    const source = cities.ok ? cities.value.find(({ guide: { city } }) => city.id === 'zhytomyr') : undefined
    if (!source) throw new Error('The city is not there')
    await loadCity(here, source)
    guide = source.guide
    const files = [stops, streets, resolve('test/fixtures/places/register.csv')]
    const imported = await importPlaces(here, guide, files, { reading: () => undefined, writing: () => undefined })
    if (!imported.ok) throw new Error(imported.problem)
  })

  it.skipIf(!stops || !streets)(
    `finds what they mean first, 95 times of 100, and 99 among the first three${skip}`,
    async () => {
      const answers = []
      for (const [typed, expected] of typedPlaces) answers.push({ typed, expected, titles: await titlesOf(typed) })
      const notFirst = answers.filter(({ expected, titles }) => titles[0] !== expected)
      const notInThree = answers.filter(({ expected, titles }) => !titles.slice(0, 3).includes(expected))
      expect(typedPlaces.length).toBeGreaterThanOrEqual(150)
      expect(notFirst.length / typedPlaces.length, JSON.stringify(notFirst, null, 1)).toBeLessThanOrEqual(0.05)
      expect(notInThree.length / typedPlaces.length, JSON.stringify(notInThree, null, 1)).toBeLessThanOrEqual(0.01)
    },
  )
})
