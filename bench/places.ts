import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findPlaces } from '#src/operations/find-places.ts'
import { importPlaces } from '#src/operations/import-places.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { mint } from '#src/outside/mint.ts'
import { aroundPoint } from '#src/store/around-point.ts'
import { openStore } from '#src/store/open-store.ts'
import { aGuide, aSource } from '#test/a-guide.ts'
import { type OsmNode, type OsmWay, osmHeader, osmNodes, osmWays } from '#test/an-osm-extract.ts'

// Import and search of 300,000 places: on the embedded database, or on the empty one that DATABASE_URL names.
//   node bench/places.ts

const streets = 6000
const landmarks = 24_000
const housesOfStreet = 45

const guide = aGuide()
const { city } = guide
const { lng, lat } = city.center
const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
const dice = seeded(7)
const file = join(folder, 'city.osm.pbf')
await writeFile(file, anExtract())

const url = process.env.DATABASE_URL
const opened = await openStore(url ? { url } : { folder: join(folder, 'data') }, (fault) => console.error(fault))
if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
const store = opened.value
await loadCity({ store }, aSource())

const idle = process.memoryUsage().rss
let most = idle
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 20)
const means = { store, mint, now: () => Temporal.Now.instant() }
const quiet = { reading: () => undefined, writing: () => undefined }
for (const round of ['first import', 'import again']) {
  const began = performance.now()
  const imported = await importPlaces(means, guide, [file], quiet)
  if (!imported.ok) throw new Error(imported.problem)
  const { places = 0, houses = 0 } = imported.value.gazetteer ?? {}
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const above = Math.round((most - idle) / 2 ** 20)
  console.log(`${round}: ${places} places and ${houses} houses in ${seconds} s, at most ${above} MB above idle`)
}
clearInterval(watch)

const typed = Array.from({ length: 100 }, () => aQuery())
const near = city.center
await measured('search', typed, (one) => findPlaces(means, city, one, near, 10))
const points = Array.from({ length: 100 }, () => ({ lng: lng + spread(), lat: lat + spread() }))
await measured('what is at a point', points, (point) => aroundPoint(store.of(city.id), point))
await store.queue.stop(0)
await store.close()
await rm(folder, { recursive: true, force: true })

async function measured<One>(name: string, all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (const one of [...all.slice(0, 10), ...all]) {
    const began = performance.now()
    await work(one)
    times.push(performance.now() - began)
  }
  const sorted = times.slice(10).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(1)
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, of ${sorted.length}`)
}

/** Streets with houses and landmarks, names made of syllables so that many are alike. */
function anExtract(): Buffer {
  const nodes: OsmNode[] = []
  const ways: OsmWay[] = []
  const put = (east: number, north: number, tags?: Record<string, string>) => {
    const node = { id: nodes.length + 1, lng: lng + east, lat: lat + north }
    nodes.push(tags ? { ...node, tags } : node)
    return node.id
  }
  for (let at = 0; at < streets; at += 1) {
    const [name, east, north] = [`вулиця ${aName(at)}`, spread(), spread()]
    const refs = [0, 1, 2, 3].map((step) => put(east + step * 0.0008, north + step * 0.0002))
    ways.push({ id: at + 1, refs, tags: { highway: 'residential', name } })
    for (let house = 1; house <= housesOfStreet; house += 1) {
      const along = house * 0.00005
      put(east + along, north + along / 4 + 0.0001, { 'addr:street': name, 'addr:housenumber': String(house * 2) })
    }
  }
  for (let at = 0; at < landmarks; at += 1)
    put(spread(), spread(), { amenity: 'cafe', name: `Кав’ярня ${aName(at * 3 + 1)}` })
  const blocks = [osmHeader()]
  for (let from = 0; from < nodes.length; from += 8000) blocks.push(osmNodes(nodes.slice(from, from + 8000)))
  for (let from = 0; from < ways.length; from += 8000) blocks.push(osmWays(ways.slice(from, from + 8000)))
  return Buffer.concat(blocks)
}

function spread(): number {
  return (dice() - 0.5) * 0.18
}

function aName(number: number): string {
  const syllables = [
    'ко',
    'ра',
    'ли',
    'мо',
    'ні',
    'ве',
    'ту',
    'за',
    'бе',
    'гри',
    'ше',
    'пол',
    'дар',
    'вишн',
    'лук',
    'сад',
  ]
  const at = (shift: number) => syllables[Math.floor(number / 16 ** shift) % 16] ?? ''
  const stem = `${at(0)}${at(2)}${at(1)}${at(3)}`
  return `${stem.charAt(0).toUpperCase()}${stem.slice(1)}вська`
}

/** A name as people type it: whole, begun, with a mistake, with a house. */
function aQuery(): string {
  const name = aName(Math.floor(dice() * streets)).toLowerCase()
  const cut = Math.floor(dice() * name.length)
  const ways = [
    () => name,
    () => name.slice(0, Math.max(3, cut)),
    () => name.slice(0, cut) + name.slice(cut + 1),
    () => `вул. ${name} ${Math.floor(dice() * 90)}`,
    () => `${name} / ${aName(Math.floor(dice() * streets))}`,
  ]
  return ways[Math.floor(dice() * ways.length)]?.() ?? name
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}
