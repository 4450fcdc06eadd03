import type { ComponentChildren, JSX } from 'preact'

type FieldProps = {
  /** Name of the field, and its id on the page, unless one form of several says otherwise by `id`. */
  readonly name: string
  readonly id?: string
  readonly label: ComponentChildren
  readonly hint?: string | undefined
  readonly problem?: string | undefined
}

/** A label, what helps to fill the field in, the field, and what is wrong with it, tied together for those who don't see the page. */
export function Field({
  name,
  id = name,
  label,
  hint,
  problem,
  children,
}: FieldProps & { readonly children: JSX.Element }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p class="error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** What ties a control to its label's field; spread over it. */
export function tied({ name, id = name, hint, problem }: Omit<FieldProps, 'label'>) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return { name, id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined } as const
}

type Input = {
  readonly type?: 'text' | 'email' | 'date' | 'number' | 'search'
  readonly value?: string
  readonly autocomplete?: string
  readonly inputMode?: 'numeric' | 'email' | 'text'
  readonly pattern?: string
  readonly required?: boolean
  readonly autofocus?: boolean
  readonly maxLength?: number
  readonly min?: string
  readonly max?: string
}
type Area = {
  readonly value?: string
  readonly rows?: number
  readonly required?: boolean
  readonly autofocus?: boolean
}

/** One line of text. */
export function TextField({ name, id, label, hint, problem, type = 'text', ...input }: FieldProps & Input) {
  const field = { name, label, hint, problem, ...(id ? { id } : {}) }
  return (
    <Field {...field}>
      <input {...({ ...input, type, ...tied(field) } as object)} />
    </Field>
  )
}

/** Several lines of text. */
export function AreaField({ name, id, label, hint, problem, value, rows = 4, ...area }: FieldProps & Area) {
  const field = { name, label, hint, problem, ...(id ? { id } : {}) }
  return (
    <Field {...field}>
      <textarea {...({ rows, ...area, ...tied(field) } as object)}>{value}</textarea>
    </Field>
  )
}

export type Choice = { readonly value: string; readonly words: string; readonly disabled?: boolean }
export type ChoiceGroup = { readonly words: string; readonly choices: readonly Choice[] }

type SelectProps = FieldProps & {
  readonly value: string
  readonly choices: readonly (Choice | ChoiceGroup)[]
  /** The choice that is none, when there is one. */
  readonly none?: string
  readonly autofocus?: boolean
}

/** One of a list, which may stand in groups. */
export function SelectField({ name, id, label, hint, problem, value, choices, none, autofocus }: SelectProps) {
  const field = { name, label, hint, problem, ...(id ? { id } : {}) }
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value} selected={choice.value === value} disabled={choice.disabled}>
      {choice.words}
    </option>
  )
  return (
    <Field {...field}>
      <select {...({ autofocus, ...tied(field) } as object)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) =>
          'choices' in choice ? (
            <optgroup key={choice.words} label={choice.words}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
    </Field>
  )
}

/** `atField` is what to say at the field itself, where its label stands already. */
export type FormProblem = { readonly field: string; readonly words: string; readonly atField?: string }

/** Everything that is wrong with a form, above it: focused on arrival, each line leading to its field. */
export function FormProblems({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly FormProblem[]
}) {
  if (problems.length === 0) return null
  return (
    <section class="problems" role="alert" tabIndex={-1} aria-labelledby="problems-title" autofocus>
      <h2 id="problems-title">{title}</h2>
      <ul>
        {problems.map(({ field, words }) => (
          <li key={field}>
            <a href={`#${field}`}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
