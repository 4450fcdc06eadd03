import { dayOf } from '#src/domain/deadline.ts'
import type { AskedVersions } from '../asked-versions.ts'
import type { Handler } from '../context.ts'
import { askedOf } from '../reports/filter-from-query.ts'
import { unclearIn } from '../reports/unclear.ts'
import { MapPage } from './map-page.tsx'

/** The map as a page. What it holds comes by tiles, so the page itself is the same for everyone; it asks only up to where they are known. */
export function map(versions: AskedVersions): Handler<'map'> {
  return async ({ url, guide, now, t, to, page }) => {
    const asked = { ...askedOf(url.searchParams, guide), before: null }
    const unclear = unclearIn(url.searchParams, guide)
    const today = dayOf(now, guide.city.timeZone).toString()
    return page({
      title: t('map_page.title'),
      description: t('map_page.description', { city: guide.city.nameOf[t.locale] }),
      here: 'map',
      body: <MapPage {...{ t, to, guide, asked, unclear, today }} />,
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
