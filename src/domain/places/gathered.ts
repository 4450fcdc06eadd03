import type { PlaceKind, Position } from './place.ts'
import type { Words } from './words.ts'

/** What is known of one place while files are still being read. */
export type Gathered = {
  readonly kind: PlaceKind
  readonly words: Words
  readonly name: string
  english: string | null
  readonly also: Set<string>
  readonly old: Set<string>
  readonly lines: (readonly Position[])[]
  readonly points: Position[]
}

/** Begins a place that only its name is known of. */
export function begun(kind: PlaceKind, name: string, words: Words): Gathered {
  return { kind, words, name, english: null, also: new Set([name]), old: new Set(), lines: [], points: [] }
}

type Learned = {
  readonly english: string | null
  readonly also: Iterable<string>
  readonly old: Iterable<string>
  readonly lines: Iterable<readonly Position[]>
  readonly points: Iterable<Position>
}

/** Adds to a place what else was told of it. What was told first stays where only one can be. */
export function learn(known: Gathered, { english, also, old, lines, points }: Learned): void {
  known.english ??= english
  for (const name of also) known.also.add(name)
  for (const name of old) known.old.add(name)
  for (const line of lines) known.lines.push(line)
  for (const point of points) known.points.push(point)
}

/** Names with the same words in any order, of the same type, name the same. */
export function identity({ types, words }: Words): string {
  return [types[0] ?? '', ...words.map(({ key }) => key).sort()].join(' ')
}
