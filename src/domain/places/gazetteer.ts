import { cleanName } from './clean-name.ts'
import { begun, type Gathered, identity, learn } from './gathered.ts'
import { joinShortNames } from './join-short-names.ts'
import { middleOf } from './middle.ts'
import {
  type FoundHouse,
  type FoundPlace,
  type GazetteerHouse,
  type GazetteerPlace,
  metresBetween,
  type PlaceName,
  type Position,
  pointOf,
  type Shape,
} from './place.ts'
import { type HouseSkipped, putHouses } from './put-houses.ts'
import { searchKey } from './search-key.ts'
import { wordsOf } from './words.ts'

/** Why something that a file tells is not in the gazetteer. */
export type Skipped = HouseSkipped | 'without_name' | 'no_name' | 'without_position' | 'outside_city'

/** What a city knows of its places, put together from everything that its files tell. */
export type Gazetteer = {
  readonly places: readonly GazetteerPlace[]
  readonly houses: readonly GazetteerHouse[]
}

/** Takes in what files tell, one thing after another; what is told twice becomes one. */
export type Gathering = {
  readonly place: (found: FoundPlace) => void
  readonly house: (found: FoundHouse) => void
  readonly skip: (reason: Skipped, times?: number) => void
  readonly skipped: ReadonlyMap<Skipped, number>
  readonly done: () => Gazetteer
}

/** Landmarks of one name farther apart than this are two: a shop has branches. A street is one however long. */
const sameLandmark = 500

/**
 * Begins the gazetteer of a city that lies `within` its outline. Where two files tell different things of one place,
 * the first that did is believed.
 */
export function gathering(within: (position: Position) => boolean): Gathering {
  const byIdentity = new Map<string, Gathered[]>()
  const houses: FoundHouse[] = []
  const skipped = new Map<Skipped, number>()
  const skip = (reason: Skipped, times = 1) => {
    if (times > 0) skipped.set(reason, (skipped.get(reason) ?? 0) + times)
  }
  const house = (found: FoundHouse) => {
    if (within(found.at)) houses.push(found)
    else skip('outside_city')
  }
  const place = (found: FoundPlace) => {
    const clean = cleanName(found.name)
    if (!clean) return skip('no_name')
    if (![...found.shape.points, ...found.shape.lines.flat()].some(within)) return skip('outside_city')
    const [at] = positionsOf(found.shape)
    if (clean.house && at) return house({ street: clean.name, oldStreet: null, house: clean.house, at })

    const words = wordsOf(clean.name)
    const key = `${found.kind} ${identity(words)}`
    const namesakes = byIdentity.get(key) ?? []
    let known = namesakes.find((one) => isSame(one, found.shape))
    if (!known) {
      known = begun(found.kind, clean.name, words)
      byIdentity.set(key, [...namesakes, known])
    }
    const { english, old, shape } = found
    learn(known, { english, old, ...shape, also: [clean.name, ...found.also, ...(clean.also ? [clean.also] : [])] })
  }

  return {
    place,
    house,
    skip,
    skipped,
    done() {
      const places = joinShortNames([...byIdentity.values()].flat())
      const put = putHouses(places, houses, skip)
      const ids = new Map([...places, ...put.begun].map((one, at) => [one, at + 1]))
      return {
        places: [...ids].map(([one, id]) => finished(one, id)),
        houses: put.houses.map(({ street, ...rest }) => ({ ...rest, street: ids.get(street) ?? 0 })),
      }
    },
  }
}

function isSame({ kind, points, lines }: Gathered, shape: Shape): boolean {
  if (kind === 'street' || kind === 'square') return true
  const [one] = positionsOf({ points, lines })
  const [other] = positionsOf(shape)
  return !!one && !!other && metresBetween(pointOf(one), pointOf(other)) < sameLandmark
}

function positionsOf({ points, lines }: Shape) {
  return [...points, ...(lines[0] ?? [])]
}

function finished({ kind, name, english, also, old, lines, points }: Gathered, id: number): GazetteerPlace {
  const names = new Map<string, PlaceName>()
  const current = [...also, ...(english ? [english] : [])].map((one) => ({ name: one, old: false }))
  for (const one of [...current, ...[...old].map((before) => ({ name: before, old: true }))]) {
    const key = searchKey(one.name)
    if (key && !names.has(key)) names.set(key, { ...one, key })
  }
  const shape = { lines, points: lines.length > 0 ? [] : points }
  return { id, kind, name, english, names: [...names.values()], at: middleOf(shape), shape }
}
