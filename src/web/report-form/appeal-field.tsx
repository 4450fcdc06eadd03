import { type AppealPart, appealParts } from '#src/domain/appeal.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type FormProblem, TextField } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import { appealField } from './appeal-parts.ts'

type Props = {
  readonly t: Say
  readonly fields: FieldsOf
  readonly problems: readonly FormProblem[]
  /** How long after its end the city keeps who appealed. */
  readonly keptFor: Temporal.Duration
  /** What the account knows already; nothing while nobody is signed in. */
  readonly known: Partial<Record<AppealPart, string>>
}

/** Whether the report is a formal appeal too; only then, and in no need of a script, who appeals and where they live. */
export function AppealField({ t, fields, problems, keptFor, known }: Props) {
  const isChosen = text(fields, 'appeal') === 'yes'
  const problemAt = (name: string) => problems.find(({ field }) => field === name)
  const closed = problemAt('appeal')
  return (
    <fieldset class="form-part">
      <legend>
        <h2>
          {t('appeal.title')} <span class="optional">{t('form.optional')}</span>
        </h2>
      </legend>
      <div class={isChosen ? 'option chosen' : 'option'}>
        <label class="choice">
          <input
            type="checkbox"
            id="appeal"
            name="appeal"
            value="yes"
            checked={isChosen}
            aria-describedby={closed ? 'appeal-hint appeal-problem' : 'appeal-hint'}
          />
          <span>{t('appeal.choose')}</span>
        </label>
        <p class="soft" id="appeal-hint">
          {t('appeal.hint')}
        </p>
        {closed && (
          <p class="error" id="appeal-problem">
            {closed.words}
          </p>
        )}
        <div class="follow">
          <p>{t('appeal.who_sees', { keptFor: keptFor.toLocaleString(t.locale, { style: 'long' }) })}</p>
          {appealParts.map((part) => {
            const name = appealField(part)
            const found = problemAt(name)
            return (
              <TextField
                key={part}
                name={name}
                label={t(`appeal.${part}`)}
                hint={part === 'patronymic' || part === 'residence' ? t(`appeal.${part}_hint`) : undefined}
                problem={found?.atField ?? found?.words}
                value={text(fields, name) || (known[part] ?? '')}
                autocomplete={autocomplete[part]}
              />
            )
          })}
        </div>
      </div>
    </fieldset>
  )
}

const autocomplete = {
  surname: 'family-name',
  name: 'given-name',
  patronymic: 'additional-name',
  residence: 'street-address',
} as const satisfies Record<AppealPart, string>
