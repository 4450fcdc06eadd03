import { traits } from '#src/domain/figures.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import { SelectField, TextField } from '../form/field.tsx'
import { statusLook } from '../map/status-look.ts'
import { AreaField } from './area-field.tsx'
import { type Asked, longestWords, publicStatuses } from './filter-from-query.ts'

type FilterFormProps = {
  readonly t: Say
  readonly guide: Guide
  readonly asked: Asked
  readonly action: string
  /** How many filters are in use. */
  readonly active: number
  /** The day in the city. */
  readonly today: string
}

/** Everything a list can be narrowed by. Sent by GET, so that a list found is an address. */
export function FilterForm({ t, guide, asked, action, active, today }: FilterFormProps) {
  return (
    <details class="fold filter">
      <summary>{active > 0 ? t('reports.filter_on', { count: active }) : t('reports.filter')}</summary>
      <form method="get" action={action} class="filter-form" aria-label={t('reports.filter')}>
        <FilterFields {...{ t, guide, asked }} />
        <div class="filter-end">
          <StatusChoices {...{ t, asked, today }} />
          <button class="button" type="submit">
            {t('reports.show')}
          </button>
        </div>
      </form>
    </details>
  )
}

export function FilterFields({ t, guide, asked }: Pick<FilterFormProps, 't' | 'guide' | 'asked'>) {
  const { category, organization, area, words, from, to, trait } = asked
  return (
    <div class="filter-row">
      <TextField name="q" type="search" label={t('reports.words')} value={words} maxLength={longestWords} />
      <SelectField
        name="category"
        label={t('reports.category')}
        none={t('reports.any_category')}
        value={category}
        choices={categoriesByGroup(t, guide, category)}
      />
      <SelectField
        name="organization"
        label={t('reports.organization')}
        none={t('reports.any_organization')}
        value={organization}
        choices={[...guide.organizations.values()].map(({ id, name }) => ({ value: id, words: name[t.locale] }))}
      />
      <AreaField t={t} guide={guide} value={area} />
      <div class="filter-period">
        <TextField name="from" type="date" label={t('reports.from')} value={from} />
        <TextField name="to" type="date" label={t('reports.to')} value={to} />
      </div>
      <SelectField
        name="trait"
        label={t('reports.trait')}
        none={t('reports.any_trait')}
        value={trait}
        choices={traits.map((one) => ({ value: one, words: t(`trait.${one}`) }))}
      />
    </div>
  )
}

/** The statuses that the public sees, and what is overdue: on the day asked for, else today. */
export function StatusChoices({ t, asked, today }: Pick<FilterFormProps, 't' | 'asked' | 'today'>) {
  const { statuses, overdue } = asked
  return (
    <fieldset class="filter-statuses">
      <legend>{t('reports.status')}</legend>
      {publicStatuses.map((status) => (
        <label key={status} class={`choice ${statusLook(status)}`}>
          <input type="checkbox" name="status" value={status} checked={statuses.includes(status)} />
          <span>{t(`status.${status}`)}</span>
        </label>
      ))}
      <label class="choice overdue">
        <input type="checkbox" name="overdue" value={overdue || today} checked={overdue !== ''} />
        <span>{t('reports.overdue')}</span>
      </label>
    </fieldset>
  )
}

/**
 * A whole group can be asked for, or one of its categories that takes reports; of the others only the one asked for. Of
 * a group with one category, which goes by the same id, there is nothing else to ask for.
 */
export function categoriesByGroup(t: Say, { groups, categories }: Guide, asked: string) {
  return groups.map(({ id, name }) => {
    const own = [...categories.values()]
      .filter((category) => category.group === id && (category.open || category.id === asked))
      .map((category) => ({ value: category.id as string, words: category.name[t.locale] }))
    const whole = { value: id as string, words: t('reports.all_of_group', { group: name[t.locale] }) }
    return { words: name[t.locale], choices: own.length === 1 && own[0]?.value === id ? own : [whole, ...own] }
  })
}
