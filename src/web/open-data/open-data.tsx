import * as dataFiles from '#src/store/data-files.ts'
import type { Context, Handler, PageContent } from '../context.ts'
import { titleOf } from '../feeds/reports-atom.ts'
import type { PublicLooks } from '../public-look.ts'
import { type Asked, addressWith, askedOf } from '../reports/filter-from-query.ts'
import { OpenDataPage } from './open-data-page.tsx'

/** What a city gives to everyone, under which licence, and what it means. */
export function openDataPage(looks: PublicLooks): Handler<'openData'> {
  return async (context) => {
    const { guide, means, to, url } = context
    const files = await dataFiles.ofCity(means.store.of(guide.city.id))
    const asked = { ...askedOf(url.searchParams, guide), before: null }
    const address = addressWith(to.openData(guide.city.id), asked)
    const also = files.map(({ key }) => key).join(' ')
    return looks.answer(
      context,
      { address, also, content: async () => content(context, files, asked) },
      looks.versions.ofCity,
    )
  }
}

function content(context: Context<'openData'>, files: readonly dataFiles.DataFile[], asked: Asked): PageContent {
  const { t, to, guide, now, origin, locale } = context
  const { city } = guide
  const clock = { timeZone: city.timeZone, now }
  return {
    title: t('open_data.title'),
    description: t('open_data.dataset_text', { city: city.nameOf[locale] }),
    alternates: [
      {
        type: 'application/ld+json',
        title: t('open_data.catalog', { city: city.nameOf[locale] }),
        address: to.dataCatalog(city.id),
      },
      { type: 'text/csv', title: t('open_data.live_csv'), address: to.reportsCsv(city.id) },
      {
        type: 'application/geo+json',
        title: t('open_data.live_geojson'),
        address: `${to.reportsGeojson(city.id)}?all=yes`,
      },
      {
        type: 'application/atom+xml',
        title: t('feed.reports', { city: city.nameOf[locale] }),
        address: to.reportsAtom(city.id),
      },
    ],
    body: (
      <OpenDataPage
        {...{ t, to, city, clock, origin, asked }}
        shown={titleOf(context, asked)}
        files={files.filter((one) => one.locale === locale)}
      />
    ),
  }
}
