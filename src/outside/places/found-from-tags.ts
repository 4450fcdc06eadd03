import { kindOf } from '#src/domain/places/kind-of.ts'
import { type FoundHouse, type FoundPlace, type PlaceKind, placeKinds } from '#src/domain/places/place.ts'

/** What OpenStreetMap calls tags, and GeoJSON properties. */
export type Tags = Readonly<Record<string, unknown>>

/** What tags tell: a place with a name, a house, both (a school has an address), or nothing that is sought for here. */
export type Told = { readonly place: Omit<FoundPlace, 'shape'> | null; readonly house: Omit<FoundHouse, 'at'> | null }

/** A feature of OpenStreetMap. Most have names that nobody looks for: only those of some kinds are told of. */
export function toldByOsm(tags: Tags, shape: 'point' | 'line'): Told {
  return { place: placeIn(tags, osmKind(tags, shape)), house: houseIn(tags) }
}

/** A feature of a GeoJSON file that somebody made for this: everything with a name is meant. */
export function toldByGeoJson(tags: Tags, shape: 'point' | 'line'): Told {
  const house = houseIn(tags)
  const stated = placeKinds.find((kind) => kind === text(tags, 'kind'))
  const isOsm = Object.keys(tags).some((key) => osmKeys.has(key))
  const osm = isOsm ? osmKind(tags, shape) : null
  const name = nameIn(tags)
  const byName = name === null || (house && !stated) ? null : kindOf(name)
  return {
    place: placeIn(tags, stated ?? osm ?? (shape === 'line' && byName === 'landmark' ? 'street' : byName)),
    house,
  }
}

function placeIn(tags: Tags, kind: PlaceKind | null): Told['place'] {
  const name = nameIn(tags)
  if (!kind || !name) return null
  const keys = Object.keys(tags)
  const english = text(tags, 'name:en') ?? text(tags, 'name_en') ?? text(tags, 'int_name')
  const also = keys.filter((key) => /^(?:name:(?:uk|ru|pl)|alt_name|short_name|official_name|loc_name)/.test(key))
  const old = keys.filter((key) => /^(?:old_name|was:name|old_names)/.test(key))
  return {
    kind,
    name,
    english,
    also: also.flatMap((key) => list(tags[key])),
    old: old.flatMap((key) => list(tags[key])),
  }
}

function houseIn(tags: Tags): Told['house'] {
  const house = text(tags, 'addr:housenumber') ?? text(tags, 'house')
  const street = text(tags, 'addr:street') ?? text(tags, 'addr:place') ?? text(tags, 'street')
  return house ? { street: street ?? '', oldStreet: text(tags, 'old_street'), house } : null
}

function nameIn(tags: Tags): string | null {
  return text(tags, 'name:uk') ?? text(tags, 'name_uk') ?? text(tags, 'name')
}

/** Ways by which nobody goes have names too: of trails and projects. */
const noStreets = new Set(['proposed', 'construction', 'raceway', 'corridor', 'elevator', 'bus_stop', 'platform'])
const stops = new Set(['station', 'halt', 'tram_stop', 'platform', 'stop_position', 'stop_area'])
const landmarkKeys = ['amenity', 'shop', 'tourism', 'leisure', 'historic', 'office', 'healthcare', 'man_made', 'craft']
const osmKeys = new Set(['highway', 'public_transport', 'railway', 'building', 'place', 'natural', ...landmarkKeys])

function osmKind(tags: Tags, shape: 'point' | 'line'): PlaceKind | null {
  const value = (key: string) => text(tags, key) ?? ''
  if (value('place') === 'square') return 'square'
  if (value('highway') === 'bus_stop' || stops.has(value('public_transport')) || stops.has(value('railway')))
    return 'stop'
  if (shape === 'line' && value('highway') && !noStreets.has(value('highway')))
    return kindOf(nameIn(tags) ?? '') === 'square' ? 'square' : 'street'
  if (landmarkKeys.some((key) => key in tags)) return 'landmark'
  if (/^(?:suburb|quarter|neighbourhood|locality|hamlet|isolated_dwelling)$/.test(value('place'))) return 'landmark'
  if (/^(?:water|beach|peak|spring)$/.test(value('natural'))) return 'landmark'
  return 'building' in tags && !houseIn(tags) ? 'landmark' : null
}

function text(tags: Tags, key: string): string | null {
  const value = tags[key]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

/** Several names stand in one tag with semicolons between. */
function list(value: unknown): string[] {
  const all = Array.isArray(value) ? value : typeof value === 'string' ? value.split(';') : []
  return all.filter((one): one is string => typeof one === 'string').flatMap((one) => one.trim() || [])
}
