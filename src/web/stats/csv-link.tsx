import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { type AskedFigures, type Period, queryOfFigures } from './asked-figures.ts'
import { monthOf } from './months.ts'
import type { TableName } from './stats-csv.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly asked: AskedFigures
  readonly period: Period
  readonly table: TableName
}

/** The file says which months it is of, whenever it is asked for. */
export function CsvLink({ t, to, guide, asked, period, table }: Props) {
  const months = { from: monthOf(period.from), to: monthOf(period.until.subtract({ days: 1 })) }
  const query = new URLSearchParams(queryOfFigures({ ...asked, ...months }))
  query.set('table', table)
  return (
    <p class="csv">
      <a href={`${to.statsCsv(guide.city.id)}?${query}`}>{t('figures.csv')}</a>
    </p>
  )
}
