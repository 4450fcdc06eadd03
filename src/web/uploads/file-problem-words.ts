import { firstCharacters } from '#src/domain/words.ts'
import type { AddingProblem } from '#src/operations/add-media.ts'
import type { Say } from '#src/text/catalogue.ts'

/** Why a file of a form was not taken. */
export type FileProblem =
  | AddingProblem
  /** So many files came from this network that the next has to wait. */
  | { readonly kind: 'too_often' }

/** A file that came with a form and was not taken, by its sender's name for it; without one, whatever else came with it. */
export type RefusedFile = { readonly name: string; readonly problem: FileProblem }

/** Which files of a form were not taken and why, a line each: who sent them sees nothing of them on the page. */
export function refusedFileWords(refused: readonly RefusedFile[], t: Say): string {
  const lines = refused.map(({ name, problem }) => {
    const why = fileProblemWords(problem, t)
    return name ? t('files.refused', { name: inShort(name), why }) : why
  })
  return [...new Set(lines)].join('\n')
}

/** The sentence that tells a person what to do about it. */
export function fileProblemWords(problem: FileProblem, t: Say): string {
  const { kind, ...holes } = problem
  const size = problem.kind === 'file_too_large' ? { megabytes: inMegabytes(problem.mostBytes) } : {}
  return t(`files.problem.${kind}`, { ...holes, ...size })
}

/** Whoever picked it knows it by less; a name may have 255 characters. */
function inShort(name: string): string {
  const short = firstCharacters(name, 60)
  return short === name ? name : `${short}…`
}

export function inMegabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024)
}
