import type { Handler } from '../context.ts'
import { stateIn } from '../map/page-state.ts'
import { askedOf } from '../reports/filter-from-query.ts'
import { MapPage } from './map-page.tsx'

/** The map as a page. What it holds comes by tiles, so the page itself is the same for everyone and asks the store nothing. */
export const map: Handler<'map'> = ({ url, guide, t, to, page }) => {
  const state = stateIn(url.searchParams)
  const asked = askedOf(url.searchParams, guide)
  return page({
    title: t('map_page.title'),
    description: t('map_page.description', { city: guide.city.nameOf[t.locale] }),
    here: 'map',
    body: <MapPage {...{ t, to, guide, asked, state }} />,
    islands: ['map'],
    width: 'full',
  })
}
