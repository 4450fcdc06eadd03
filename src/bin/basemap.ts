import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import type { Guide } from '#src/domain/guide.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { putBasemap } from '#src/outside/basemap/basemaps.ts'
import { type CutFault, cutBasemap } from '#src/outside/basemap/cut-basemap.ts'
import { openSource } from '#src/outside/basemap/open-source.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { boundsOf, widened } from '#src/web/map/outline.ts'
import { farFromCity } from '#src/web/map/reach.ts'
import { configured, giveUp } from './configured.ts'
import { openFiles } from './open-files.ts'

// Needs no database: it runs beside a server too.
const usage =
  'npm run basemap -- --city CITY FILE\nFILE is a PMTiles archive, or the https address of one, with the layers of Protomaps.'
const config = configured()
const { guide, place } = await asked()

const folder = await mkdtemp(join(tmpdir(), 'basemap-'))
const done = await cutAndPut(join(folder, 'tiles')).finally(() => rm(folder, { recursive: true, force: true }))
if (!done.ok) giveUp(done.problem)
console.log(done.value)

async function cutAndPut(tiles: string): Promise<Result<string, string>> {
  await using source = await openSource(place).catch((fault: Error) => giveUp(`${place}: ${fault.message}`))
  const cut = await cutBasemap(source, widened(boundsOf(guide.outline), farFromCity), tiles, progress)
  if (!cut.ok) return refuse(sentenceOf(cut.problem))

  const { head, bytes, attribution } = cut.value
  await putBasemap(openFiles(config), guide.city.id, head, tiles)
  const size = ((head.length + bytes) / 1e6).toFixed(1)
  return ok(
    `${guide.city.name.en}: ${cut.value.tiles} tiles, ${size} MB. Maps show it within half a minute.\n` +
      (attribution
        ? `Every map names the source: ${attribution}`
        : 'The archive names no source: find out whom its licence asks to name.'),
  )
}

async function asked(): Promise<{ guide: Guide; place: string }> {
  const { values, positionals } = argumentsOrUsage()
  const [file] = positionals
  if (!values.city || !file || positionals.length > 1) giveUp(usage)
  const cities = await readCities('cities')
  if (!cities.ok)
    giveUp(cities.problem.map(({ file: at, line, message }) => `${at}:${line ?? 1}: ${message}`).join('\n'))
  const found = cities.value.find(({ guide: { city } }) => city.id === values.city)
  return { guide: found?.guide ?? giveUp(`There is no city ${values.city} in cities/.`), place: file }
}

function argumentsOrUsage() {
  try {
    return parseArgs({ options: { city: { type: 'string' } }, allowPositionals: true })
  } catch {
    return giveUp(usage)
  }
}

function progress(tiles: number): void {
  if (tiles % 500 === 0) console.log(`${tiles} tiles…`)
}

function sentenceOf(fault: CutFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return `${place} is no PMTiles archive that can be read: ${fault.reason}`
    case 'no_vector_tiles':
      return `${place} holds pictures: the map is drawn from vector tiles.`
    case 'other_layers':
      return `${place} has not the layers of Protomaps, which the map is drawn from; it has ${fault.layers.join(', ') || 'none that it names'}.`
    case 'nothing_here':
      return `${place} has no tile of ${guide.city.name.en}.`
  }
}
