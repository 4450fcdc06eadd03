import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import { SelectField } from '../form/field.tsx'
import { AreaField } from '../reports/area-field.tsx'
import { categoriesByGroup } from '../reports/filter-form.tsx'
import type { AskedFigures, Period } from './asked-figures.ts'
import { monthInWords, monthOf, monthsOf } from './months.ts'

type FormProps = {
  readonly t: Say
  readonly guide: Guide
  readonly asked: AskedFigures
  readonly period: Period
  readonly first: Temporal.PlainDate
  readonly today: string
  readonly action: string
}

/** Everything that figures can be narrowed by. Sent by GET, so that what was counted is an address. */
export function FiguresForm({ t, guide, asked, period, first, today, action }: FormProps) {
  const now = Temporal.PlainDate.from(today).with({ day: 1 })
  const [from, to] = [monthOf(period.from), monthOf(period.until.subtract({ days: 1 }))]
  const known = monthsOf({ from: first, until: now.add({ months: 1 }) })
  const months = [...new Set([...known, from, to])].toSorted().reverse()
  const choices = months.map((month) => ({ value: month, words: monthInWords(month, t.locale) }))
  return (
    <details class="fold figures-form">
      <summary>{t('figures.narrow')}</summary>
      <form method="get" action={action} class="filter-form" aria-label={t('figures.narrow')}>
        <div class="filter-row">
          <SelectField name="from" label={t('figures.from')} value={from} choices={choices} />
          <SelectField name="to" label={t('figures.to')} value={to} choices={choices} />
          <SelectField
            name="organization"
            label={t('reports.organization')}
            none={t('reports.any_organization')}
            value={asked.organization}
            choices={[...guide.organizations.values()].map(({ id, name }) => ({ value: id, words: name[t.locale] }))}
          />
          <SelectField
            name="category"
            label={t('reports.category')}
            none={t('reports.any_category')}
            value={asked.category}
            choices={categoriesByGroup(t, guide, asked.category)}
          />
          <AreaField t={t} guide={guide} value={asked.area} />
        </div>
        <div class="acts">
          <button class="button" type="submit">
            {t('figures.show')}
          </button>
          <a class="button quiet" href={action}>
            {t('figures.reset')}
          </a>
        </div>
      </form>
    </details>
  )
}
