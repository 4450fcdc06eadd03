import type { Point } from '../report.ts'
import { estimate, type Neighbours } from './estimate.ts'
import type { House } from './house.ts'
import { likeness } from './likeness.ts'
import { metresBetween, type PlaceKind, placeKinds } from './place.ts'
import type { Reading } from './query.ts'
import { wordsOf } from './words.ts'

/** A place that a search may mean, by one of its names. */
export type Candidate = {
  readonly id: number
  readonly kind: PlaceKind
  readonly name: string
  readonly english: string | null
  readonly at: Point
  /** The name that was found, and whether the place has it no longer. */
  readonly matched: string
  readonly old: boolean
}

/** A place as it answers one reading. */
export type Match = { readonly place: Candidate; readonly house: House | null; readonly score: number }

/** What a search finds. */
export type Hit = {
  readonly place: Candidate
  readonly at: Point
  readonly found:
    | { readonly kind: 'place' }
    | { readonly kind: 'house'; readonly house: string }
    /** Between two houses that are known. */
    | { readonly kind: 'estimate'; readonly house: string; readonly between: readonly [string, string] }
    /** The street alone: nothing is known of the house. */
    | { readonly kind: 'unknown_house'; readonly house: string }
}

const leastScore = 0.3
const oldNameStrain = 0.03
/** Scores closer than this are equal: then what is nearer comes first. */
const step = 0.03

/** What the candidates answer, best first: each place once for each house that may be meant, and once without. */
export function matchesOf(readings: readonly Reading[], candidates: readonly Candidate[]): readonly Match[] {
  const best = new Map<string, Match>()
  for (const place of candidates) {
    const words = wordsOf(place.matched)
    for (const reading of readings) {
      const score = likeness(reading, words) - (place.old ? oldNameStrain : 0)
      const key = `${place.id} ${reading.house?.key ?? ''}`
      if (score < leastScore || score <= (best.get(key)?.score ?? 0)) continue
      best.set(key, { place, house: reading.house, score })
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/** What is known of the houses that the matches ask for: on a street, by the house's key. */
export type KnownHouses = (street: number, key: string) => Neighbours | undefined

/** The search's answer: best first, of equals the kinds in their order, then what is nearest. */
export function hitsOf(matches: readonly Match[], known: KnownHouses, near: Point): readonly Hit[] {
  const ranked = matches.flatMap((match) => withHouse(match, known) ?? [])
  const best = new Map<string, { readonly hit: Hit; readonly score: number }>()
  for (const one of ranked) {
    const { place, found } = one.hit
    const key = `${place.id} ${found.kind === 'place' || found.kind === 'unknown_house' ? '' : found.house}`
    if (one.score > (best.get(key)?.score ?? 0)) best.set(key, one)
  }
  const rank = ({ hit, score }: { hit: Hit; score: number }) => ({
    hit,
    score: Math.round(score / step),
    kind: placeKinds.indexOf(hit.place.kind),
    metres: metresBetween(near, hit.at),
  })
  return [...best.values()]
    .map(rank)
    .sort((a, b) => b.score - a.score || kindOrder(a.kind) - kindOrder(b.kind) || a.metres - b.metres)
    .map(({ hit }) => hit)
    .filter(isNews)
}

/** Under a house that was found, its street alone is no further answer. */
function isNews({ place, found }: Hit, at: number, all: readonly Hit[]): boolean {
  if (found.kind === 'house' || found.kind === 'estimate') return true
  return !all.slice(0, at).some((before) => before.place.id === place.id)
}

/** A street and a square are equals. */
function kindOrder(kind: number): number {
  return Math.max(kind, 1)
}

/** Null when a house is asked for where there are none: at a landmark or a stop. */
function withHouse({ place, house, score }: Match, known: KnownHouses): { hit: Hit; score: number } | null {
  if (!house) return { hit: { place, at: place.at, found: { kind: 'place' } }, score }
  const around = known(place.id, house.key)
  if (around?.exact) {
    const { shown, at } = around.exact
    return { hit: { place, at, found: { kind: 'house', house: shown } }, score: score + 0.06 }
  }
  const guessed = around && estimate(house.number, around)
  if (guessed) {
    const [below, above] = guessed.between
    const found = { kind: 'estimate', house: house.shown, between: [below.shown, above.shown] } as const
    return { hit: { place, at: guessed.at, found }, score: score + 0.03 }
  }
  if (place.kind !== 'street' && place.kind !== 'square') return null
  return { hit: { place, at: place.at, found: { kind: 'unknown_house', house: house.shown } }, score }
}
