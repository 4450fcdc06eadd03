import type { Category } from '#src/domain/category.ts'
import type { Option, Question } from '#src/domain/questions.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type FormProblem, TextField } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import { answerField } from './draft-from-form.ts'

type Props = {
  readonly t: Say
  readonly category: Category
  readonly fields: FieldsOf
  readonly problems: readonly FormProblem[]
}

/**
 * What a category asks, right under it. A question that hangs on an answer stands under that answer, so that the
 * stylesheet alone shows what is asked and hides what is not.
 */
export function CategoryQuestions({ category, ...rest }: Props) {
  const first = category.questions.filter(({ onlyIf }) => !onlyIf)
  return (
    <fieldset class="questions" aria-label={category.name[rest.t.locale]}>
      {first.map((question) => (
        <QuestionField key={question.id} question={question} category={category} {...rest} />
      ))}
    </fieldset>
  )
}

type QuestionProps = Props & { readonly question: Question }

function QuestionField(props: QuestionProps) {
  const { t, category, question, fields, problems } = props
  const name = answerField(category.id, question.id)
  const value = text(fields, name)
  const found = problems.find(({ field }) => field === name)
  const problem = found?.atField ?? found?.words
  const label = (
    <>
      {question.label[t.locale]} {!question.required && <span class="optional">{t('form.optional')}</span>}
    </>
  )
  const { answer } = question
  if (answer.kind === 'text') return <TextField {...{ name, label, value, problem }} />
  if (answer.kind === 'number')
    return <TextField {...{ name, label, value, problem }} hint={t('form.digits')} inputMode="numeric" maxLength={9} />

  return (
    <fieldset class="question" aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{label}</legend>
      {problem && (
        <p class="error" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      {answer.options.map((option, index) => (
        <OptionField key={option.id} {...props} {...{ name, option, value }} id={index === 0 ? name : undefined} />
      ))}
    </fieldset>
  )
}

type OptionProps = QuestionProps & {
  readonly name: string
  readonly option: Option
  readonly value: string
  /** The first option bears the question's id, so that a problem leads there. */
  readonly id: string | undefined
}

function OptionField({ name, option, value, id, question, ...rest }: OptionProps) {
  const isChosen = value === option.id
  const follow = rest.category.questions.filter(
    ({ onlyIf }) => onlyIf?.question === question.id && onlyIf.is === option.id,
  )
  return (
    <div class={isChosen ? 'option chosen' : 'option'}>
      <label class="choice">
        <input type="radio" id={id} name={name} value={option.id} checked={isChosen} />
        <span>{option.label[rest.t.locale]}</span>
      </label>
      {follow.length > 0 && (
        <div class="follow">
          {follow.map((next) => (
            <QuestionField key={next.id} question={next} {...rest} />
          ))}
        </div>
      )}
    </div>
  )
}
