import { z } from 'zod'
import type { Option, Question } from '#src/domain/questions.ts'
import { bothLanguages, slug, words } from './leaf-shapes.ts'
import { refuseRepeated } from './refuse-repeated.ts'

const common = {
  id: slug<'question'>(),
  label: bothLanguages,
  required: z.boolean().default(false),
  onlyIf: z.strictObject({ question: slug<'question'>(), is: slug<'option'>() }).exactOptional(),
}

const option = z
  .strictObject({ id: slug<'option'>(), uk: words, en: words })
  .transform(({ id, uk, en }): Option => ({ id, label: { uk, en } }))

const choice = z
  .strictObject({
    ...common,
    answer: z.literal('choice'),
    options: z.array(option).min(2).check(refuseRepeated),
  })
  .transform(({ options, ...rest }): Question => ({ ...rest, answer: { kind: 'choice', options } }))

const text = z
  .strictObject({ ...common, answer: z.literal('text') })
  .transform((question): Question => ({ ...question, answer: { kind: 'text' } }))

const number = z
  .strictObject({ ...common, answer: z.literal('number') })
  .transform((question): Question => ({ ...question, answer: { kind: 'number' } }))

const question = z.discriminatedUnion('answer', [choice, text, number], {
  error: (issue) => (issue.code === 'invalid_union' ? 'expected choice, text or number' : undefined),
})

/** The questions of one category, in the order they are asked: a condition looks back, never ahead. */
export const questionsShape = z
  .array(question)
  .check(refuseRepeated)
  .check(({ value, issues }) => {
    if (issues.length > 0) return

    for (const [at, { onlyIf }] of value.entries()) {
      if (!onlyIf) continue
      const message = conditionFault(onlyIf, value.slice(0, at))
      if (message) issues.push({ code: 'custom', message, path: [at, 'onlyIf'], input: value })
    }
  })

function conditionFault(onlyIf: NonNullable<Question['onlyIf']>, earlier: readonly Question[]): string | null {
  const asked = earlier.find(({ id }) => id === onlyIf.question)
  if (!asked) return `"${onlyIf.question}" is no earlier question of this category`
  if (asked.answer.kind !== 'choice') return `"${onlyIf.question}" has no options to depend on`
  return asked.answer.options.some(({ id }) => id === onlyIf.is)
    ? null
    : `"${onlyIf.is}" is no option of "${onlyIf.question}"`
}
