import type { AskedVersions } from '../asked-versions.ts'
import type { Handler } from '../context.ts'
import { stateIn } from '../map/page-state.ts'
import { askedOf } from '../reports/filter-from-query.ts'
import { MapPage } from './map-page.tsx'

/** The map as a page. What it holds comes by tiles, so the page itself is the same for everyone; it asks only up to where they are known. */
export function map(versions: AskedVersions): Handler<'map'> {
  return async ({ url, guide, t, to, page }) => {
    const state = stateIn(url.searchParams)
    const asked = askedOf(url.searchParams, guide)
    return page({
      title: t('map_page.title'),
      description: t('map_page.description', { city: guide.city.nameOf[t.locale] }),
      here: 'map',
      body: <MapPage {...{ t, to, guide, asked, state }} />,
      live: {
        stream: to.live(guide.city.id),
        since: await versions.ofCity(guide.city.id),
        page: to.map(guide.city.id),
      },
      islands: ['map'],
      width: 'full',
    })
  }
}
