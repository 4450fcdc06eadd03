import type { Category } from './category.ts'
import type { CategoryId } from './id.ts'
import { likeness } from './likeness.ts'

/** A problem as somebody is about to report it. */
export type Described = { readonly categoryId: CategoryId; readonly description: string }

/** An open report of the same group near by. */
export type Candidate = Described & {
  /** On the ground, from the point of the new one. */
  readonly metres: number
  readonly submittedAt: Temporal.Instant
}

/** Chosen on the labelled set of `known.test.ts`: nine of ten suggestions are right there, and none that is known is missed. */
export const leastSameness = 0.55

/** More are not read by anybody who only wants to send a report. */
const mostSuggested = 3

/** The candidates that are probably the same problem, the likeliest first; `categories` says how far apart it may be. */
export function knownAlready<One extends Candidate>(
  described: Described,
  candidates: readonly One[],
  categories: ReadonlyMap<CategoryId, Category>,
  now: Temporal.Instant,
): readonly One[] {
  return ranked(described, candidates, categories, now)
    .filter(({ sameness }) => sameness >= leastSameness)
    .slice(0, mostSuggested)
    .map(({ candidate }) => candidate)
}

/** All candidates within reach, the likeliest first, each with how likely it is the same: from 0 to 1. */
export function ranked<One extends Candidate>(
  described: Described,
  candidates: readonly One[],
  categories: ReadonlyMap<CategoryId, Category>,
  now: Temporal.Instant,
): readonly { readonly candidate: One; readonly sameness: number }[] {
  const own = categories.get(described.categoryId)
  return candidates
    .map((candidate) => {
      const theirs = categories.get(candidate.categoryId)
      const reach = Math.max(own?.sameWithin ?? 0, theirs?.sameWithin ?? 0)
      return { candidate, sameness: sameness(described, candidate, reach, now) }
    })
    .filter(({ sameness }) => sameness > 0)
    .sort((one, other) => other.sameness - one.sameness)
}

/** What each kind of evidence is worth; together 1. */
const worth = { near: 0.4, category: 0.3, words: 0.25, recent: 0.05 }

/** Before a word is written, words speak neither for nor against. */
const unsaid = 0.5

/** Words are half as telling when they agree by this much: neighbours name one hole in their own words. */
const telling = 0.35

function sameness(described: Described, candidate: Candidate, reach: number, now: Temporal.Instant): number {
  if (candidate.metres > reach) return 0
  const words = described.description.trim() ? likeness(described.description, candidate.description) : null
  const days = now.since(candidate.submittedAt).total('hours') / 24
  return (
    worth.near * (1 - candidate.metres / reach) +
    worth.category * (described.categoryId === candidate.categoryId ? 1 : 0) +
    worth.words * (words === null ? unsaid : words / (words + telling)) * (words === null ? 1 : 1 + telling) +
    worth.recent * Math.exp(-Math.max(0, days) / 90)
  )
}
