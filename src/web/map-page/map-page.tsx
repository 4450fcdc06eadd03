import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { countInWords } from '../map/page-state.ts'
import { FilterFields, StatusChoices } from '../reports/filter-form.tsx'
import { type Asked, addressWith, nothingAsked, queryOf } from '../reports/filter-from-query.ts'
import type { Unclear } from '../reports/unclear.ts'
import { UnclearNotice } from '../reports/unclear-notice.tsx'
import type { Paths } from '../routes.ts'
import { mostListed } from '../tiles/reports-in-tile.ts'
import { areaOnMap, reportsSource } from '../tiles/reports-source.ts'

type MapPageProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly asked: Asked
  readonly unclear: readonly Unclear[]
  /** The day in the city. */
  readonly today: string
}

/** The whole window a map: filters and the list of what is in view stand beside it, and on a phone come up from below. */
export function MapPage({ t, to, guide, asked, unclear, today }: MapPageProps) {
  const { city } = guide
  const list = to.reports(city.id)
  const sameList = addressWith(list, asked)
  const filters = new URLSearchParams(queryOf(asked)).size
  const from = reportsSource(to, city.id, nothingAsked)
  const areas = Object.fromEntries([...guide.areas.values()].map((area) => [area.id, areaOnMap(to, city.id, area)]))
  return (
    <div class="map-page" data-map-page>
      <h1 class="hidden-words">{t('map_page.title')}</h1>
      <div class="map-page-notices">
        <noscript>
          <p class="notice warning">
            {t('map_page.needs_script')} <a href={sameList}>{t('map_page.to_list')}</a>
          </p>
        </noscript>
        <UnclearNotice t={t} unclear={unclear} />
      </div>
      <MapFrame use={{ kind: 'page', from, list, areas, most: mostListed }} locale={t.locale} guide={guide} />
      <div class="map-side">
        <div class="map-tools">
          <button type="button" class="button quiet small" data-map-near hidden>
            {t('map_page.near_me')}
          </button>
          <a class="button quiet small" href={sameList} data-map-to-list>
            {t('map_page.to_list')}
          </a>
        </div>
        <p class="soft map-near-said" role="status" data-map-near-said />
        <details class="map-sheet">
          <summary>
            <span>
              {t('reports.filter')}
              <span data-map-filter-count>{countInWords(filters)}</span>
            </span>
          </summary>
          <form method="get" action={to.map(city.id)} aria-label={t('reports.filter')} data-map-filters>
            <StatusChoices {...{ t, asked, today }} />
            <FilterFields {...{ t, guide, asked }} />
            <p class="soft" role="status" data-map-newest />
          </form>
        </details>
        <details class="map-sheet" data-map-list-box>
          <summary data-map-summary>{t('map_page.in_view')}</summary>
          <div class="map-sheet-list" data-map-list />
        </details>
      </div>
      <section class="map-page-card" aria-label={t('map_page.card')} data-map-card hidden>
        <button type="button" class="button quiet small">
          {t('map.close')}
        </button>
        <ul />
      </section>
    </div>
  )
}
