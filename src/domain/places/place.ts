import type { Point } from '../report.ts'

/** What a city's gazetteer holds besides house addresses. In the order in which equals are offered. */
export const placeKinds = ['street', 'square', 'landmark', 'stop'] as const

export type PlaceKind = (typeof placeKinds)[number]

/** [longitude, latitude], as GeoJSON has it. */
export type Position = readonly [number, number]

/** Where a place is: lines of a street, or the points that are known of it. */
export type Shape = { readonly lines: readonly (readonly Position[])[]; readonly points: readonly Position[] }

/** Something with a name, as one file tells of it. */
export type FoundPlace = {
  readonly kind: PlaceKind
  readonly name: string
  readonly english: string | null
  /** Other names it goes by now, in any language. */
  readonly also: readonly string[]
  /** Names that it no longer has. */
  readonly old: readonly string[]
  readonly shape: Shape
}

/** A house, as one file tells of it. */
export type FoundHouse = {
  readonly street: string
  /** What the street was called. */
  readonly oldStreet: string | null
  readonly house: string
  readonly at: Position
}

/** A name by which a place is found. */
export type PlaceName = { readonly name: string; readonly old: boolean; readonly key: string }

/** A place as the gazetteer keeps it. Ids count within one city's gazetteer and change with it. */
export type GazetteerPlace = {
  readonly id: number
  readonly kind: PlaceKind
  readonly name: string
  readonly english: string | null
  readonly names: readonly PlaceName[]
  readonly at: Position
  readonly shape: Shape
}

export type GazetteerHouse = {
  readonly street: number
  readonly shown: string
  readonly key: string
  readonly number: number
  readonly at: Position
}

/** Metres between two points of one city. */
export function metresBetween(a: Point, b: Point): number {
  const east = (b.lng - a.lng) * Math.cos(((a.lat + b.lat) / 2) * radian)
  return Math.hypot(east, b.lat - a.lat) * metresInDegree
}

const radian = Math.PI / 180
const metresInDegree = 111_195

export function pointOf([lng, lat]: Position): Point {
  return { lng, lat }
}

/** Whose data a gazetteer is made of. A stated attribution is shown as its file has it. */
export type PlaceSource =
  | { readonly licence: 'openstreetmap' }
  | { readonly licence: 'stated'; readonly attribution: string }
