import type { MediaProblem } from '#src/outside/media/media-problem.ts'
import type { Say } from '#src/text/catalogue.ts'

/** Why a file of a form was not taken. */
export type FileProblem =
  | MediaProblem
  | { readonly kind: 'too_many_files'; readonly most: number }
  /** So many files came from this network that the next has to wait. */
  | { readonly kind: 'too_often' }

/** The sentence that tells a person what to do about it. */
export function fileProblemWords({ kind, ...holes }: FileProblem, t: Say): string {
  return t(`files.problem.${kind}`, holes)
}
