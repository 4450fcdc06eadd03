import type { Locale } from '#src/domain/locale.ts'
import type { Answers, Question } from '#src/domain/questions.ts'

/** An answer as people read it: an option by its label, anything else as it was written. */
export function answerWords({ id, answer: form }: Question, answers: Answers, locale: Locale): string {
  const given = answers[id] ?? ''
  if (form.kind !== 'choice') return given
  return form.options.find((option) => option.id === given)?.label[locale] ?? given
}
