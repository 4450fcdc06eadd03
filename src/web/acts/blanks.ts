import type { ActKind } from '#src/domain/act.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CategoryId } from '#src/domain/id.ts'
import { lackingIn } from '#src/domain/lifecycle.ts'
import { unfitAnswers } from '#src/domain/questions.ts'
import type { Report } from '#src/domain/report.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, pointOf, text } from '../form/fields.ts'
import { answersIn } from '../report-form/draft-from-form.ts'
import { actProblemWords } from './act-problem-words.ts'

const blankWords = {
  reason: 'acting.reason_not_chosen',
  organization: 'acting.organization_missing',
  until: 'acting.date_malformed',
  note: 'refusal.reason_needed',
} as const satisfies Record<string, Key>

/** What an act can't do without, where that is more than one field, in the order of its form. */
const needed: Partial<Record<ActKind, readonly (keyof typeof blankWords)[]>> = {
  reject: ['reason', 'note'],
  decline: ['reason', 'note'],
  assign: ['organization', 'note'],
  postpone: ['reason', 'until', 'note'],
  extend: ['reason', 'until', 'note'],
}

type Form = {
  readonly t: Say
  readonly guide: Guide
  readonly report: Report
  readonly act: ActKind
  readonly typed: FieldsOf
}

/** All that a person has to mend: an act is refused for the first field that can't be taken, and the others would follow one by one. */
export function withBlanks(problem: FormProblem, { t, guide, report, act, typed }: Form): readonly FormProblem[] {
  const all = act === 'revise' ? unrevised(t, guide, report, typed) : blanks(t, act, typed)
  if (all.some(({ field }) => field === problem.field)) return all
  const order: readonly string[] = needed[act] ?? []
  if (!order.includes(problem.field)) return [problem]
  return [...all, problem].toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
}

function blanks(t: Say, act: ActKind, typed: FieldsOf): readonly FormProblem[] {
  return (needed[act] ?? [])
    .filter((field) => !text(typed, field).trim())
    .map((field) => ({ field, words: t(blankWords[field]) }))
}

/** What a report that was sent back still lacks, in the order of its form. */
function unrevised(t: Say, { categories }: Guide, report: Report, typed: FieldsOf): readonly FormProblem[] {
  const category = categories.get((text(typed, 'category') as CategoryId) || report.categoryId)
  const unfit = category ? unfitAnswers(category.questions, answersIn(typed, category.id)) : []
  const revision = {
    description: text(typed, 'note'),
    address: text(typed, 'address'),
    location: 'lng' in typed ? pointOf(typed) : undefined,
  }
  return [
    ...(unfit.length > 0 ? [{ field: 'answers', words: t('acting.answers_missing') }] : []),
    ...lackingIn(revision, report).map((one) => actProblemWords(one, typed, t)),
  ]
}
