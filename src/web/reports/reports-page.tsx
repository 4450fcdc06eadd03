import { dayOf } from '#src/domain/deadline.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Listed } from '#src/store/public-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { MapFrame } from '../map/map-frame.tsx'
import type { Paths } from '../routes.ts'
import { mapOf } from '../tiles/reports-source.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { activeFilters } from './active-filters.ts'
import { FilterForm } from './filter-form.tsx'
import { type Asked, addressWith } from './filter-from-query.ts'
import { ReportRows } from './report-rows.tsx'
import type { Unclear } from './unclear.ts'
import { UnclearNotice } from './unclear-notice.tsx'

type ReportsPageProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly asked: Asked
  readonly unclear: readonly Unclear[]
  readonly reports: readonly Listed[]
  /** Whose streets the pictures of places show. */
  readonly streets: string
  /** The number that the next page begins before; null on the last page. */
  readonly older: number | null
}

/** The list with its filters, and the map of the same reports. */
export function ReportsPage({ t, to, guide, clock, asked, unclear, reports, streets, older }: ReportsPageProps) {
  const { city } = guide
  const at = (next: Asked) => addressWith(to.reports(city.id), next)
  const first = { ...asked, before: null }
  const filters = activeFilters(t, guide, clock, asked)
  return (
    <div class="reports-page">
      <h1>{t('reports.title')}</h1>
      <FilterForm
        {...{ t, guide, asked }}
        action={to.reports(city.id)}
        active={filters.length}
        today={dayOf(clock.now, clock.timeZone).toString()}
      />
      {filters.length > 0 && (
        <ul class="chips" aria-label={t('reports.chips')}>
          {filters.map(({ words, without }) => (
            <li key={words}>
              <a class="chip" href={at(without)} aria-label={t('reports.chip_remove', { filter: words })}>
                {words}
              </a>
            </li>
          ))}
          <li>
            <a class="chip-reset" href={to.reports(city.id)}>
              {t('reports.reset')}
            </a>
          </li>
        </ul>
      )}
      <details class="fold list-map">
        <summary>{t('reports.map')}</summary>
        <MapFrame use={mapOf(to, guide, asked)} locale={t.locale} guide={guide} />
        <p class="soft">
          <a href={addressWith(to.map(city.id), first)}>{t('map_page.open')}</a>
        </p>
      </details>
      {(asked.category || asked.organization || asked.area) && (
        <p class="list-follow">
          <a class="button quiet small" rel="nofollow" href={addressWith(to.showFollow(city.id), first)}>
            {t('follow.link_list')}
          </a>
        </p>
      )}
      <section class="stack list-rows" aria-label={t('reports.list')} data-live-rows>
        <UnclearNotice t={t} unclear={unclear} />
        {reports.length > 0 ? (
          <ReportRows t={t} to={to} city={city} clock={clock} reports={reports} streets={streets} level={2} />
        ) : (
          <Nothing t={t} to={to} guide={guide} asked={asked} isFiltered={filters.length > 0} />
        )}
        <Pager t={t} first={asked.before ? at(first) : null} next={older ? at({ ...asked, before: older }) : null} />
        <p class="soft">
          {t('reports.open_data')} <a href={addressWith(to.reportsCsv(city.id), first)}>CSV</a> ·{' '}
          <a href={addressWith(to.reportsGeojson(city.id), first)}>GeoJSON</a> ·{' '}
          <a href={addressWith(to.reportsAtom(city.id), first)}>Atom</a> ·{' '}
          <a rel="nofollow" href={`${addressWith(to.openData(city.id), first)}#embed`}>
            {t('embed.link')}
          </a>
        </p>
      </section>
    </div>
  )
}

type NothingProps = Pick<ReportsPageProps, 't' | 'to' | 'guide' | 'asked'> & { readonly isFiltered: boolean }

function Nothing({ t, to, guide: { city }, asked, isFiltered }: NothingProps) {
  if (asked.before) return <EmptyState title={t('reports.end')} />
  if (!isFiltered) {
    return (
      <EmptyState title={t('reports.none_at_all')}>
        <a class="button" href={to.reportForm(city.id)}>
          {t('nav.report_problem')}
        </a>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('reports.none')}>
      <p>{t('reports.none_hint')}</p>
      <a class="button quiet" href={to.reports(city.id)}>
        {t('reports.all')}
      </a>
    </EmptyState>
  )
}
