import { parseArgs } from 'node:util'

import type { CityId } from '#src/domain/id.ts'
import type { Skipped } from '#src/domain/places/gazetteer.ts'
import { importPlaces } from '#src/operations/import-places.ts'
import { createLog } from '#src/outside/log.ts'
import { configured, giveUp } from './configured.ts'
import { closeHouse, openHouse } from './open-house.ts'

const usage = 'npm run places -- --city CITY FILE…   (FILE: .osm.pbf, .geojson or .csv; see docs/operating.md)'

const { city, files } = asked()
const config = configured()
const house = await openHouse(config, createLog('warn'), 'missing')
if (!house.ok) giveUp(house.problem)
const { means, guides } = house.value
const guide = guides.get(city)
if (!guide) {
  await closeHouse(house.value, 0)
  giveUp(`There is no city "${city}"; there are ${[...guides.keys()].join(', ')}.`)
}

const began = performance.now()
let shown = ''
const imported = await importPlaces(means, guide, files, {
  reading: (file) => console.log(`Reading ${file}`),
  writing(written, of) {
    const percent = `${Math.floor((written / of) * 10) * 10} %`
    if (percent !== shown) console.log(`Writing ${percent}`)
    shown = percent
  },
})
await closeHouse(house.value, 0)
if (!imported.ok) giveUp(imported.problem)

const { gazetteer, areas, skipped } = imported.value
const seconds = Math.round((performance.now() - began) / 1000)
const { name } = guide.city
if (gazetteer) console.log(`${name.en} knows ${gazetteer.places} places and ${gazetteer.houses} houses.`)
if (areas !== null)
  console.log(`${name.en} has ${areas} areas. Restart the processes that serve it: they read areas when they start.`)
console.log(`It took ${seconds} s.`)
for (const [reason, count] of [...skipped].sort(([, a], [, b]) => b - a))
  console.log(`${String(count).padStart(8)}  skipped: ${whySkipped(reason)}`)

function asked(): { readonly city: CityId; readonly files: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ options: { city: { type: 'string' } }, allowPositionals: true })
    if (values.city && positionals.length > 0) return { city: values.city as CityId, files: positionals }
  } catch (fault) {
    if (fault instanceof Error) giveUp(`${fault.message}\n${usage}`)
  }
  return giveUp(usage)
}

function whySkipped(reason: Skipped): string {
  const why = {
    without_name: 'it has no name',
    no_name: 'what stands for its name names nothing',
    without_position: 'it has no position',
    outside_city: 'it lies outside the city',
    house_unreadable: 'the house’s number cannot be read',
    house_without_street: 'the house names no street',
    house_twice: 'the house is there already',
  } as const satisfies Record<Skipped, string>
  return why[reason]
}
