import type { Guide } from '#src/domain/guide.ts'
import type { CityFigures } from '#src/store/city-figures.ts'
import type { Listed } from '#src/store/public-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { nothingAsked } from '../reports/filter-from-query.ts'
import { ReportRows } from '../reports/report-rows.tsx'
import type { Paths } from '../routes.ts'
import { reportsSource } from '../tiles/reports-source.ts'
import { EmergencyNumbers } from '../ui/emergency-numbers.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FiguresInAreas, type InAreas } from './in-areas.tsx'

type CityPageProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly reports: readonly Listed[]
  /** Whose streets the pictures of places show. */
  readonly streets: string
  readonly figures: CityFigures
  readonly inAreas: InAreas
}

/** What one needs to know to report a problem, and what others reported. */
export function CityPage({ t, to, guide, clock, reports, streets, figures, inAreas }: CityPageProps) {
  const { city } = guide
  return (
    <div class="city-page">
      <section class="hero">
        <h1>{t('city.title')}</h1>
        <p class="lead">{t('city.lead', { city: city.nameOf[t.locale] })}</p>
        <a class="button hero-act" href={to.reportForm(city.id)}>
          {t('nav.report_problem')}
        </a>
      </section>
      <div class="stack tight">
        <MapFrame
          use={{ kind: 'reports', from: reportsSource(to, city.id, nothingAsked) }}
          locale={t.locale}
          guide={guide}
        />
        <p class="soft">
          <a href={to.map(city.id)}>{t('map_page.open')}</a>
        </p>
      </div>
      {figures.came > 0 && <Figures t={t} figures={figures} />}
      <FiguresInAreas {...{ t, to }} city={city.id} {...inAreas} />
      <p>
        <a href={to.stats(city.id)}>{t('figures.title')}</a> ·{' '}
        <a href={to.organizations(city.id)}>{t('organizations.title')}</a>
      </p>
      <section class="stack" aria-labelledby="newest" data-live-rows>
        <h2 id="newest">{t('city.newest')}</h2>
        {reports.length > 0 ? (
          <>
            <ReportRows t={t} to={to} city={city} clock={clock} reports={reports} streets={streets} />
            <p>
              <a class="button quiet small" href={to.reports(city.id)}>
                {t('city.all')}
              </a>
            </p>
          </>
        ) : (
          <EmptyState title={t('city.none')}>
            <p>{t('city.none_hint')}</p>
          </EmptyState>
        )}
      </section>
      <HowItWorks t={t} help={to.help(city.id)} />
      <EmergencyNumbers t={t} phones={city.phones} />
    </div>
  )
}

function Figures({ t, figures: { came, resolved } }: Pick<CityPageProps, 't' | 'figures'>) {
  return (
    <section class="figures" aria-label={t('city.figures')}>
      <p class="card">
        <b class="figure">{came.toLocaleString(t.locale)}</b>{' '}
        <span class="soft">{t('city.came', { count: came })}</span>
      </p>
      <p class="card">
        <b class="figure">{resolved.toLocaleString(t.locale)}</b> <span class="soft">{t('city.resolved')}</span>
      </p>
    </section>
  )
}

function HowItWorks({ t, help }: Pick<CityPageProps, 't'> & { readonly help: string }) {
  return (
    <section class="stack" aria-labelledby="how">
      <h2 id="how">{t('city.how')}</h2>
      <ol class="steps">
        {([1, 2, 3] as const).map((step) => (
          <li key={step}>
            <h3>{t(`city.step${step}`)}</h3>
            <p class="soft">{t(`city.step${step}_text`)}</p>
          </li>
        ))}
      </ol>
      <p>
        <a href={help}>{t('city.how_more')}</a>
      </p>
    </section>
  )
}
