import type { Act } from './act.ts'
import type { Category } from './category.ts'
import type { CategoryId } from './id.ts'
import { type Answers, answersToKeep, unfitAnswers } from './questions.ts'
import type { Point, Report } from './report.ts'

export type UnfitCorrection =
  | { readonly kind: 'no_such_category' }
  | { readonly kind: 'category_closed' }
  | { readonly kind: 'answer_missing'; readonly question: string }

type Categories = ReadonlyMap<CategoryId, Category>

/**
 * What stands against the category that an act gives a report: one that takes no reports, or whose questions its author
 * has not answered. The category that a report has is not refused: it was taken when the report was sent. A moderator,
 * who was not there, is asked no questions.
 */
export function objectionToCorrection(act: Act, report: Report, categories: Categories): UnfitCorrection | null {
  if (act.kind !== 'approve' && act.kind !== 'revise') return null
  const category = categories.get(act.categoryId ?? report.categoryId)
  if (!category) return act.categoryId ? { kind: 'no_such_category' } : null

  const isAnother = category.id !== report.categoryId
  if (isAnother && !category.open) return { kind: 'category_closed' }
  if (act.kind === 'approve') return null

  const answers = act.answers ?? (isAnother ? {} : null)
  const [unfit] = answers ? unfitAnswers(category.questions, answers) : []
  return unfit ? { kind: 'answer_missing', question: unfit.id } : null
}

/** The point of a problem once its moderator or its author corrected it; null when there is none. */
export function placeAfter(
  { location }: { readonly location?: Point | null | undefined },
  report: Report,
): Point | null {
  return location === undefined ? report.location : location
}

/** The category, the point and the answers of a problem, as a moderator or its author corrects them. */
export function corrected(
  report: Report,
  act: Act,
  categories: Categories,
): Pick<Report, 'categoryId' | 'location' | 'answers'> {
  const { categoryId, location, answers } = report
  if (act.kind !== 'approve' && act.kind !== 'revise') return { categoryId, location, answers }
  const now = act.categoryId ?? categoryId
  const given = act.kind === 'revise' ? act.answers : undefined
  return { categoryId: now, location: placeAfter(act, report), answers: answersAfter() }

  /** Other categories ask other things, sometimes by the same name. */
  function answersAfter(): Answers {
    if (!given && now === categoryId) return answers
    return answersToKeep(categories.get(now)?.questions ?? [], given ?? answers)
  }
}
