import type { AppealPart } from '#src/domain/appeal.ts'
import type { Guide } from '#src/domain/guide.ts'
import { asked, type Question } from '#src/domain/questions.ts'
import type { Draft, Objection } from '#src/domain/submission.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import { limits } from '../limits.ts'
import { appealField } from './appeal-parts.ts'
import { answerField, type Malformed } from './draft-from-form.ts'

/** What is wrong with a malformed draft, each at its field. */
export function wordsOfMalformed(
  t: Say,
  { categories }: Guide,
  { categoryId }: Draft,
  malformed: readonly Malformed[],
): FormProblem[] {
  return malformed.map((one) => {
    const { kind, ...holes } = one
    const field = malformedField(one, categoryId)
    const words = t(`form.problem.${kind}`, holes)
    const question =
      one.kind === 'answer_long' && categories.get(categoryId)?.questions.find(({ id }) => id === one.question)
    if (!question) return { field, words }
    return {
      field,
      words: t('form.problem.answer_shortened', { ...holes, question: question.label[t.locale] }),
      atField: words,
    }
  })
}

/** What the domain objects to, each at its field. Having to sign in is no mistake in the form: that comes next. */
export function wordsOfObjections(
  t: Say,
  { categories }: Guide,
  draft: Draft,
  objections: readonly Objection[],
): FormProblem[] {
  const questions = categories.get(draft.categoryId)?.questions ?? []
  return objections.flatMap((objection): FormProblem[] => {
    const { kind, ...holes } = objection
    if (kind === 'sign_in_needed') return []
    if (objection.kind === 'appeal_missing') return [appealMissing(t, objection.part)]
    if (kind !== 'answer_missing' && kind !== 'appeal_missing')
      return [{ field: fieldOf[kind], words: t(`objection.${kind}`, holes) }]
    const question = questions.find(({ id }) => id === objection.question)?.label[t.locale] ?? ''
    const field = answerField(draft.categoryId, objection.question)
    return [{ field, words: t('form.problem.answer_missing', { question }), atField: t('objection.answer_missing') }]
  })
}

function malformedField(one: Malformed, categoryId: Draft['categoryId']): string {
  if (one.kind === 'answer_long') return answerField(categoryId, one.question)
  return one.kind === 'appeal_long' ? appealField(one.part) : fieldOf[one.kind]
}

function appealMissing(t: Say, part: AppealPart): FormProblem {
  const words = t('form.problem.appeal_missing', { part: t(`appeal.${part}`) })
  return { field: appealField(part), words, atField: t('objection.appeal_missing') }
}

/** Answers in words where figures are asked: the domain would drop them, and the sender would never know. */
export function wordsOfNumbers(t: Say, { categories }: Guide, { categoryId, answers }: Draft): FormProblem[] {
  const questions = categories.get(categoryId)?.questions ?? []
  const given = ({ id }: Question) => (Object.hasOwn(answers, id) ? (answers[id] ?? '') : '').trim()
  return asked(questions, answers)
    .filter((question) => question.answer.kind === 'number' && !/^\d{0,9}$/.test(given(question)))
    .map(({ id, label }) => ({
      field: answerField(categoryId, id),
      words: t('form.problem.number_wanted', { question: label[t.locale] }),
      atField: t('form.problem.answer_not_number'),
    }))
}

/** The person has sent as many reports as one may in a day. */
export function wordsOfLimit(t: Say): FormProblem {
  return { field: 'send', words: t('form.problem.reports_many', { most: limits.report_by_person.most }) }
}

/** The form came without a key of ours: nothing tells it from another sending of itself. */
export function wordsOfMadeUp(t: Say): FormProblem {
  return { field: 'send', words: t('form.problem.form_made_up') }
}

/** The form made a report already, and says something else by now. */
export function wordsOfSent(t: Say, number: number): FormProblem {
  return { field: '', words: t('form.already_sent', { number }) }
}

/** One problem a field: a required number in words is not missing besides. The first word stands. */
export function onePerField(problems: readonly FormProblem[]): readonly FormProblem[] {
  const fields = new Map<string, FormProblem>()
  for (const problem of problems) {
    const earlier = fields.get(problem.field)
    const isNews = earlier && problem.field === 'files' && !earlier.words.includes(problem.words)
    if (!earlier) fields.set(problem.field, problem)
    if (isNews) fields.set(problem.field, { ...problem, words: `${earlier.words}\n${problem.words}` })
  }
  return [...fields.values()]
}

/** The id of the field where a problem is mended. */
const fieldOf = {
  category_missing: 'category',
  category_closed: 'category',
  point_malformed: 'address',
  place_missing: 'address',
  outside_city: 'address',
  address_long: 'address',
  description_long: 'description',
  description_short: 'description',
  too_many_files: 'files',
  file_expired: 'files',
  appeals_not_taken: 'appeal',
} as const satisfies Record<
  Exclude<
    (Malformed | Objection)['kind'],
    'sign_in_needed' | 'answer_missing' | 'answer_long' | 'appeal_missing' | 'appeal_long'
  >,
  string
>
