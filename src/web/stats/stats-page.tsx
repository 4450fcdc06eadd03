import type { ComponentChildren } from 'preact'

import { declineReasons } from '#src/domain/act.ts'
import { declinedIn } from '#src/domain/figures.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Asked } from '../reports/filter-from-query.ts'
import type { Unclear } from '../reports/unclear.ts'
import { UnclearNotice } from '../reports/unclear-notice.tsx'
import type { Paths } from '../routes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { type AskedFigures, listQueryOf, type Period, queryOfFigures } from './asked-figures.ts'
import { AnsweredChart, MonthsChart, percent, pointsAt } from './charts.tsx'
import { CsvLink } from './csv-link.tsx'
import { FigureCards, LinkedFigure } from './figure-cards.tsx'
import { FiguresForm } from './figures-form.tsx'
import { FiguresTable } from './figures-table.tsx'
import { monthInWords, periodInWords } from './months.ts'
import type { CityFigures } from './read-figures.ts'
import { Scrolled } from './scrolled.tsx'
import type { TableName } from './stats-csv.ts'
import { YearCompared } from './year-compared.tsx'

export type StatsPageProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly asked: AskedFigures
  readonly period: Period
  /** The day in the city, as a date and in words. */
  readonly today: string
  readonly todayInWords: string
  readonly figures: CityFigures
  /** The month of the city's first report; null before it. */
  readonly first: Temporal.PlainDate | null
}

/** What became of a city's reports: in short, by days, by months, by reasons, organizations, areas and kinds. */
export function StatsPage(props: StatsPageProps & { readonly unclear: readonly Unclear[] }) {
  const { t, to, guide, asked, unclear, period, today, todayInWords, figures, first } = props
  const { city } = guide
  if (!first) {
    return (
      <div class="stack">
        <h1>{t('figures.title')}</h1>
        <EmptyState title={t('figures.none_at_all')} />
      </div>
    )
  }
  const list = (more: Partial<Asked>, at = asked, within = period) =>
    `${to.reports(city.id)}?${listQueryOf(at, within, more)}`
  return (
    <div class="stack stats-page">
      <h1>{t('figures.title')}</h1>
      <UnclearNotice t={t} unclear={unclear} from={t('figures.from')} to={t('figures.to')} />
      <FiguresForm {...{ t, guide, asked, period, first, today }} action={to.stats(city.id)} />
      <p class="lead">{t('figures.lead', { period: periodInWords(t, period), today: todayInWords })}</p>
      {figures.whole.came === 0 ? (
        <EmptyState title={t('figures.none')}>
          <a class="button quiet" href={to.stats(city.id)}>
            {t('figures.reset')}
          </a>
        </EmptyState>
      ) : (
        <>
          <section class="stack tight" aria-labelledby="summary">
            <h2 id="summary">{t('figures.summary')}</h2>
            <FigureCards {...{ t, today }} figures={figures.whole} listOf={(more) => list(more)} />
          </section>
          <Speed {...props} />
          <Months {...props} />
          {figures.years && <YearCompared {...{ t, to, guide, asked, period }} years={figures.years} />}
          <Reasons {...props} listOf={list} />
          <Tables {...props} listOf={list} />
        </>
      )}
    </div>
  )
}

export function Speed({ t, figures: { whole }, ...props }: StatsPageProps) {
  return (
    <section class="stack tight" aria-labelledby="speed">
      <h2 id="speed">{t('figures.speed')}</h2>
      <p class="soft">{t('figures.speed_means')}</p>
      <AnsweredChart t={t} figures={whole} />
      <details class="fold">
        <summary>{t('figures.table', { name: t('figures.speed') })}</summary>
        <Scrolled what="table" name={t('figures.speed')}>
          <table class="figures-table narrow">
            <thead>
              <tr>
                <th scope="col">{t('figures.day')}</th>
                <th scope="col">{t('figures.answered_by')}</th>
                <th scope="col">{t('figures.still_followed')}</th>
              </tr>
            </thead>
            <tbody>
              {pointsAt(whole.spans).map(({ days, share, followed }) => (
                <tr key={days}>
                  <th scope="row">{days}</th>
                  <td>{percent(share, t)}</td>
                  <td>{followed.toLocaleString(t.locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </details>
      <CsvLink {...{ t, ...props }} table="days" />
    </section>
  )
}

export function Months(props: StatsPageProps) {
  const { t, to, guide, asked, today, figures } = props
  const listOf = (month: string, more: Partial<Asked>) => {
    const from = Temporal.PlainDate.from(`${month}-01`)
    return `${to.reports(guide.city.id)}?${listQueryOf(asked, { from, until: from.add({ months: 1 }) }, more)}`
  }
  return (
    <section class="stack tight" aria-labelledby="months">
      <h2 id="months">{t('figures.by_month')}</h2>
      <p class="soft">
        {t('figures.by_month_means')} {figures.months.at(-1)?.id === today.slice(0, 7) && t('figures.running')}
      </p>
      <MonthsChart t={t} months={figures.months} />
      <FiguresTable
        {...{ t, today, listOf }}
        caption={t('figures.by_month')}
        of={t('figures.month')}
        members={figures.months}
        nameOf={(month) => monthInWords(month, t.locale)}
        inTime
      />
      <CsvLink {...props} table="months" />
    </section>
  )
}

type Listing = StatsPageProps & { readonly listOf: (more: Partial<Asked>, asked?: AskedFigures) => string }

function Reasons({ t, figures: { whole }, listOf, ...props }: Listing) {
  const all = declinedIn(whole)
  if (all === 0) return null
  const reasons = declineReasons.filter((reason) => whole.declined[reason])
  const unknown = whole.declined.unknown ?? 0
  return (
    <section class="stack tight" aria-labelledby="reasons">
      <h2 id="reasons">{t('figures.by_reason')}</h2>
      <p class="soft">{t('figures.by_reason_means')}</p>
      <table class="figures-table narrow">
        <thead>
          <tr>
            <th scope="col">{t('figures.reason')}</th>
            <th scope="col">{t('figures.reports')}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={reason}>
              <th scope="row">{t(`decline.${reason}`)}</th>
              <td>
                <LinkedFigure
                  t={t}
                  name={t(`decline.${reason}`)}
                  count={whole.declined[reason] ?? 0}
                  href={listOf({ trait: reason })}
                />
                {all >= 10 && <span class="share">{percent((whole.declined[reason] ?? 0) / all, t)}</span>}
              </td>
            </tr>
          ))}
          {unknown > 0 && (
            <tr>
              <th scope="row">{t('figures.reason_unknown')}</th>
              <td>{unknown.toLocaleString(t.locale)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <CsvLink {...{ t, ...props }} table="reasons" />
    </section>
  )
}

function Tables(props: Listing) {
  const { t, to, guide, asked, today, figures, listOf } = props
  const { city, organizations, areas, categories, groups } = guide
  const stats = (more: Partial<AskedFigures>) => `${to.stats(city.id)}?${queryOfFigures({ ...asked, ...more })}`
  const named = (names: { readonly uk: string; readonly en: string } | undefined, id: string) => names?.[t.locale] ?? id
  return (
    <>
      {figures.organizations && (
        <TableSection
          {...props}
          id="by-organization"
          title={t('figures.by_organization')}
          means={t('figures.by_organization_means')}
          table="organizations"
        >
          <FiguresTable
            {...{ t, today }}
            caption={t('figures.by_organization')}
            of={t('figures.organization')}
            members={figures.organizations}
            nameOf={(id) =>
              id ? named(organizations.get(id as OrganizationId)?.name, id) : t('figures.no_organization')
            }
            hrefOf={(id) =>
              organizations.has(id as OrganizationId) ? to.organization(city.id, id as OrganizationId) : null
            }
            listOf={(id, more) =>
              organizations.has(id as OrganizationId) ? listOf(more, { ...asked, organization: id }) : null
            }
          />
        </TableSection>
      )}
      {figures.areas && figures.areas.length > 0 && (
        <TableSection
          {...props}
          id="by-area"
          title={t('figures.by_area')}
          means={t('figures.by_area_means')}
          table="areas"
        >
          <FiguresTable
            {...{ t, today }}
            caption={t('figures.by_area')}
            of={t('figures.area')}
            members={figures.areas}
            nameOf={(id) => named(areas.get(id as AreaId)?.name, id)}
            hrefOf={(id) => stats({ area: id })}
            listOf={(id, more) => listOf(more, { ...asked, area: id })}
          />
        </TableSection>
      )}
      {figures.categories && (
        <TableSection
          {...props}
          id="by-category"
          title={t(figures.byGroup ? 'figures.by_group' : 'figures.by_category')}
          means={t('figures.by_category_means')}
          table="categories"
        >
          <FiguresTable
            {...{ t, today }}
            caption={t(figures.byGroup ? 'figures.by_group' : 'figures.by_category')}
            of={t('figures.category')}
            members={figures.categories}
            nameOf={(id) =>
              named(categories.get(id as CategoryId)?.name ?? groups.find((group) => group.id === id)?.name, id)
            }
            hrefOf={(id) => stats({ category: id })}
            listOf={(id, more) => listOf(more, { ...asked, category: id })}
          />
        </TableSection>
      )}
    </>
  )
}

type TableSectionProps = StatsPageProps & {
  readonly id: string
  readonly title: string
  readonly means: string
  readonly table: TableName
  readonly children: ComponentChildren
}

function TableSection({ id, title, means, table, children, ...props }: TableSectionProps) {
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="soft">{means}</p>
      {children}
      <CsvLink {...props} table={table} />
    </section>
  )
}
