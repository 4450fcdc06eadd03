import type { CategoryId, GroupId } from './id.ts'
import type { Words } from './locale.ts'
import type { Question } from './questions.ts'

/** Holds categories that a resident would look for together. */
export type Group = { readonly id: GroupId; readonly name: Words }

/** A kind of problem that a city takes reports of. A closed one keeps its reports and takes no new ones. */
export type Category = {
  readonly id: CategoryId
  readonly group: GroupId
  readonly name: Words
  readonly open: boolean
  /** How long an answer may take, where that is shorter than the city's term. */
  readonly answerWithin?: Temporal.Duration
  readonly questions: readonly Question[]
  /** So many metres apart, two open reports may still be about one problem: a lamp is a point, a leak a street. */
  readonly sameWithin: number
}
