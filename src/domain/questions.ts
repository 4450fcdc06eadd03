import type { Locale, Words } from './locale.ts'

/** What a category asks beyond the description. Asked only when the condition, if there is one, holds. */
export type Question = {
  readonly id: string
  readonly label: Words
  readonly answer:
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'text' }
    | { readonly kind: 'number' }
  readonly required: boolean
  readonly onlyIf?: { readonly question: string; readonly is: string }
}

export type Option = { readonly id: string; readonly label: Words }

/** A question's id → the option's id, or the words or digits written. */
export type Answers = Readonly<Record<string, string>>

/** The questions that these answers leave standing: a condition not met, or met by a question that is itself not asked, drops one. */
export function asked(questions: readonly Question[], answers: Answers): readonly Question[] {
  const open: Question[] = []
  for (const question of questions) {
    const { onlyIf } = question
    const holds =
      !onlyIf || open.some((earlier) => earlier.id === onlyIf.question && validAnswer(earlier, answers) === onlyIf.is)
    if (holds) open.push(question)
  }
  return open
}

/** Required questions that are asked and have no valid answer. */
export function unanswered(questions: readonly Question[], answers: Answers): readonly Question[] {
  return asked(questions, answers).filter((question) => question.required && validAnswer(question, answers) === null)
}

/** Questions that are asked and whose answer is missing where one is needed, or is none that they take. */
export function unfitAnswers(questions: readonly Question[], answers: Answers): readonly Question[] {
  return asked(questions, answers).filter((question) => {
    const given = Object.hasOwn(answers, question.id) && answers[question.id]?.trim()
    return (question.required || given) && validAnswer(question, answers) === null
  })
}

/** Only valid answers to questions that were asked: whatever else a form sends is dropped. */
export function answersToKeep(questions: readonly Question[], answers: Answers): Answers {
  const kept = asked(questions, answers).flatMap((question) => {
    const answer = validAnswer(question, answers)
    return answer === null ? [] : [[question.id, answer] as const]
  })
  return Object.fromEntries(kept)
}

/** What was asked and answered, as people read it: an option by its label, anything else as it was written. */
export function answersInWords(
  questions: readonly Question[],
  answers: Answers,
  locale: Locale,
): readonly { readonly id: string; readonly label: string; readonly value: string }[] {
  return asked(questions, answers).flatMap(({ id, label, answer }) => {
    const given = Object.hasOwn(answers, id) ? answers[id] : undefined
    if (!given) return []
    const option = answer.kind === 'choice' ? answer.options.find((one) => one.id === given) : undefined
    return [{ id, label: label[locale], value: option?.label[locale] ?? given }]
  })
}

function validAnswer({ id, answer: form }: Question, answers: Answers): string | null {
  const given = (Object.hasOwn(answers, id) ? answers[id] : undefined)?.trim()
  if (!given) return null
  if (form.kind === 'choice') return form.options.some((option) => option.id === given) ? given : null
  return form.kind === 'text' || /^\d{1,9}$/.test(given) ? given : null
}
