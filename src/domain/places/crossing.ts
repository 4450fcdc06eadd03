import type { Point } from '../report.ts'
import type { Candidate, Match } from './rank.ts'

/** Where two streets cross. */
export type Crossing = {
  readonly one: Candidate
  readonly other: Candidate
  readonly at: Point
  /** The streets' lines do not meet there, or only points of them are known. */
  readonly rough: boolean
}

type Meeting = { readonly one: number; readonly other: number; readonly at: Point; readonly metres: number }

/** The width of a street: lines that come so near do cross. */
const crosses = 25
/** Farther apart than stops of two streets that cross. */
const mayCross = 350

/** The crossings that two halves of a query ask for, the likeliest first. */
export function crossingsOf(
  some: readonly Match[],
  others: readonly Match[],
  meetings: readonly Meeting[],
): readonly Crossing[] {
  const byId = (matches: readonly Match[]) => new Map(matches.map((match) => [match.place.id, match]))
  const [ones, rest] = [byId(some), byId(others)]
  return meetings
    .flatMap(({ one, other, at, metres }) => {
      const [left, right] = [ones.get(one), rest.get(other)]
      if (!left || !right || metres > mayCross || !isStreet(left) || !isStreet(right)) return []
      const rough = metres > crosses
      const crossing = { one: left.place, other: right.place, at, rough }
      return [{ crossing, score: left.score + right.score - (rough ? 0.1 : 0) }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ crossing }) => crossing)
}

function isStreet({ place: { kind } }: Match): boolean {
  return kind === 'street' || kind === 'square'
}
