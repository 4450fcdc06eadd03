import type { AddingProblem } from '#src/operations/add-media.ts'
import type { Say } from '#src/text/catalogue.ts'

/** Why a file of a form was not taken. */
export type FileProblem =
  | AddingProblem
  /** So many files came from this network that the next has to wait. */
  | { readonly kind: 'too_often' }

/** The sentence that tells a person what to do about it. */
export function fileProblemWords(problem: FileProblem, t: Say): string {
  const { kind, ...holes } = problem
  const size = problem.kind === 'file_too_large' ? { megabytes: inMegabytes(problem.mostBytes) } : {}
  return t(`files.problem.${kind}`, { ...holes, ...size })
}

export function inMegabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024)
}
