import type { Category } from '#src/domain/category.ts'
import type { CategoryId } from '#src/domain/id.ts'
import { unfitAnswers } from '#src/domain/questions.ts'
import type { Report } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import { CategoryQuestions } from '../report-form/category-questions.tsx'
import { answerField, answersIn } from '../report-form/draft-from-form.ts'
import type { PartProps } from './act-form.tsx'

/** What the chosen category asks, as the form of a report does: answered as it was, or to be answered once another is chosen. */
export function ActQuestions({ t, guide, report, typed, problemAt }: PartProps) {
  const chosen = (typed && (text(typed, 'category') as CategoryId)) || report.categoryId
  const category = guide.categories.get(chosen)
  if (!category || category.questions.length === 0) return null
  const fields = typed ?? asAnswered(report)
  const problems = problemAt('answers') ? whatIsUnfit(t, category, fields) : []
  return (
    <div data-asked-of={category.id}>
      <CategoryQuestions {...{ t, category, fields, problems }} />
    </div>
  )
}

function asAnswered({ categoryId, answers }: Report): FieldsOf {
  return Object.fromEntries(Object.entries(answers).map(([id, given]) => [answerField(categoryId, id), [given]]))
}

function whatIsUnfit(t: Say, { id, questions }: Category, fields: FieldsOf): readonly FormProblem[] {
  const answers = answersIn(fields, id)
  return unfitAnswers(questions, answers).map((question) => ({
    field: answerField(id, question.id),
    words: t(
      answers[question.id] && question.answer.kind === 'number'
        ? 'form.problem.answer_not_number'
        : 'objection.answer_missing',
    ),
  }))
}
