import { begun, type Gathered, identity } from './gathered.ts'
import { readHouse } from './house.ts'
import type { FoundHouse, GazetteerHouse } from './place.ts'
import { writtenOut } from './street-type.ts'
import { wordsOf } from './words.ts'

export type HouseSkipped = 'house_unreadable' | 'house_without_street' | 'house_twice'

type Put = {
  readonly houses: readonly (Omit<GazetteerHouse, 'street'> & { readonly street: Gathered })[]
  /** Streets that no file told of but by their houses: they lie where these stand. */
  readonly begun: readonly Gathered[]
}

/** Puts houses on the streets they name, the first of each number. */
export function putHouses(
  places: readonly Gathered[],
  found: readonly FoundHouse[],
  skip: (reason: HouseSkipped) => void,
): Put {
  const streets = streetsBy(places)
  const taken = new Map<Gathered, Set<string>>()
  const houses: Put['houses'][number][] = []
  for (const { street: name, oldStreet, house, at } of found) {
    const street = streets.named(name)
    const read = readHouse(house)
    if (!street || !read) {
      skip(street ? 'house_unreadable' : 'house_without_street')
      continue
    }
    const numbers = taken.get(street) ?? new Set()
    if (numbers.has(read.key)) {
      skip('house_twice')
      continue
    }
    taken.set(street, numbers.add(read.key))
    if (oldStreet) street.old.add(oldStreet)
    if (streets.begun.has(street)) street.points.push(at)
    houses.push({ street, ...read, at })
  }
  return { houses, begun: [...streets.begun] }
}

/** Streets by any way to write their names; one that is not known yet begins. */
function streetsBy(places: readonly Gathered[]) {
  const begunHere = new Set<Gathered>()
  const byWritten = new Map<string, Gathered | null>()
  const byIdentity = new Map<string, Gathered>()
  for (const place of places.filter(({ kind }) => kind === 'street' || kind === 'square')) {
    for (const name of [...place.also, ...place.old]) {
      const key = identity(wordsOf(name))
      // A name that a street has now goes before one that another had.
      if (!byIdentity.has(key) || place.also.has(name)) byIdentity.set(key, place)
    }
  }
  const found = (name: string): Gathered | null => {
    const words = wordsOf(name)
    if (words.words.length === 0) return null
    const known = byIdentity.get(identity(words))
    if (known) return known
    const street = begun('street', writtenOut(name), words)
    byIdentity.set(identity(words), street)
    begunHere.add(street)
    return street
  }
  return {
    begun: begunHere,
    named(name: string): Gathered | null {
      const known = byWritten.get(name)
      if (known !== undefined) return known
      const street = found(name)
      byWritten.set(name, street)
      return street
    },
  }
}
