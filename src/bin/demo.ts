import { join } from 'node:path'
import { fillCity } from '#src/demo/fill-city.ts'
import { type Demo, readDemo } from '#src/demo/read-demo.ts'
import { signInLines } from '#src/demo/sign-in-lines.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import { createLog } from '#src/outside/log.ts'
import { configured, giveUp } from './configured.ts'
import { closeHouse, openHouse } from './open-house.ts'

/** As many as a city of this size has in a year of a service that has just become known. */
const count = 400

const config = configured()
const house = await openHouse(config, createLog('warn'), 'missing')
if (!house.ok) giveUp(house.problem)
const { means, guides } = house.value

const folder = 'cities'
const sources = await readCities(folder)
const told = sources.ok ? await demosOf(sources.value) : []
if (told.length === 0) {
  await closeHouse(house.value, 0)
  giveUp(`No city in ${folder} has a demo folder to be filled from.`)
}
for (const { source, demo } of told) {
  // What the database says of the city, not what its files have come to say since it was loaded.
  const guide = guides.get(source.guide.city.id) ?? source.guide
  const began = performance.now()
  const { added, statuses } = await fillCity(means, { ...source, guide }, demo, { count, progress })
  console.log(
    `\n${guide.city.name.en}: ${added} reports added in ${Math.round((performance.now() - began) / 1000)} s, ${count} in all.`,
  )
  for (const [status, reports] of [...statuses].sort(([, a], [, b]) => b - a))
    console.log(`${String(reports).padStart(6)}  ${status}`)
  console.log(signInLines(source.staff, demo, config.origin).join('\n'))
}
await closeHouse(house.value, 5)

async function demosOf(all: readonly CitySource[]): Promise<readonly { source: CitySource; demo: Demo }[]> {
  const found: { source: CitySource; demo: Demo }[] = []
  for (const source of all) {
    const demo = await readDemo(join(folder, source.guide.city.id, 'demo'), source.guide)
    if (demo && !demo.ok)
      giveUp(demo.problem.map(({ file, line, message }) => `${file}:${line ?? 1}: ${message}`).join('\n'))
    if (demo) found.push({ source, demo: demo.value })
  }
  return found
}

function progress(done: number, of: number): void {
  const percent = Math.floor((done / of) * 100)
  const before = Math.floor(((done - 1) / of) * 100)
  if (percent === before || (!process.stdout.isTTY && percent % 10 > 0)) return
  process.stdout.write(process.stdout.isTTY ? `\r${percent} %` : `${percent} %\n`)
}
