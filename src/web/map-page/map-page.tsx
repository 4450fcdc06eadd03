import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import { SelectField } from '../form/field.tsx'
import { MapFrame } from '../map/map-frame.tsx'
import { narrowed, type PageState } from '../map/page-state.ts'
import { statusLook } from '../map/status-look.ts'
import { AreaField } from '../reports/area-field.tsx'
import { categoriesByGroup } from '../reports/filter-form.tsx'
import { type Asked, nothingAsked, publicStatuses } from '../reports/filter-from-query.ts'
import type { Paths } from '../routes.ts'
import { mostListed } from '../tiles/reports-in-tile.ts'
import { areaOnMap, reportsSource } from '../tiles/reports-source.ts'

type MapPageProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly asked: Asked
  readonly state: PageState
}

/** The whole window a map: filters and the list of what is in view stand beside it, and on a phone come up from below. */
export function MapPage({ t, to, guide, asked, state }: MapPageProps) {
  const { city } = guide
  const list = to.reports(city.id)
  const from = reportsSource(to, city.id, nothingAsked)
  const byId = Object.fromEntries([...guide.areas.values()].map((area) => [area.id, areaOnMap(to, city.id, area)]))
  return (
    <div class="map-page" data-map-page>
      <h1 class="hidden-words">{t('map_page.title')}</h1>
      <noscript>
        <p class="notice warning map-page-notice">
          {t('map_page.needs_script')} <a href={narrowed(list, state.filters)}>{t('map_page.to_list')}</a>
        </p>
      </noscript>
      <MapFrame use={{ kind: 'page', from, list, areas: { byId, most: mostListed } }} locale={t.locale} guide={guide} />
      <div class="map-side">
        <div class="map-tools">
          <button type="button" class="button quiet small" data-map-near hidden>
            {t('map_page.near_me')}
          </button>
          <a class="button quiet small" href={narrowed(list, state.filters)} data-map-to-list>
            {t('map_page.to_list')}
          </a>
        </div>
        <p class="soft map-near-said" role="status" data-map-near-said />
        <details class="map-sheet" open={state.filters.length > 0}>
          <summary>{t('reports.filter')}</summary>
          <form method="get" action={to.map(city.id)} aria-label={t('reports.filter')} data-map-filters>
            <SelectField
              name="category"
              label={t('reports.category')}
              none={t('reports.any_category')}
              value={asked.category}
              choices={categoriesByGroup(t, guide, asked.category)}
            />
            <AreaField t={t} guide={guide} value={asked.area} />
            <p class="soft" role="status" data-map-newest />
            <fieldset class="filter-statuses">
              <legend>{t('reports.status')}</legend>
              {publicStatuses.map((status) => (
                <label key={status} class={`choice ${statusLook(status)}`}>
                  <input type="checkbox" name="status" value={status} checked={asked.statuses.includes(status)} />
                  <span>{t(`status.${status}`)}</span>
                </label>
              ))}
            </fieldset>
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
