import type { VNode } from 'preact'

import { list } from '#src/store/public-reports.ts'
import type { Assets } from '../assets.ts'
import type { Context, Handler } from '../context.ts'
import { titleOf } from '../feeds/reports-atom.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { framedPolicy } from '../middleware/security-headers.ts'
import type { PublicLooks } from '../public-look.ts'
import { render } from '../render.ts'
import { type Asked, addressWith, askedOf, filterOf } from '../reports/filter-from-query.ts'
import { ReportRows } from '../reports/report-rows.tsx'
import { addressSaying, unclearIn } from '../reports/unclear.ts'
import { UnclearNotice } from '../reports/unclear-notice.tsx'
import { streetSources } from '../still/street-sources.ts'
import { mapOf } from '../tiles/reports-source.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { EmbedPage } from './embed-page.tsx'

const most = 10

type Draw = (context: Context<'embedMap' | 'embedList'>, asked: Asked, notice: VNode) => VNode | Promise<VNode>

/** A city's map and its list for other sites' pages, with the list's filters. They are the same for everyone: no cookie is read or set. */
export function embedHandlers({ kept, versions }: PublicLooks, assets: Assets) {
  const answers =
    (name: 'embedMap' | 'embedList', draw: Draw): Handler<'embedMap' | 'embedList'> =>
    async (context) => {
      const { request, url, guide, now, t, to, pictures, problem } = context
      const { city } = guide
      const asked = { ...askedOf(url.searchParams, guide), before: null }
      const unclear = unclearIn(url.searchParams, guide)
      const notice = <UnclearNotice t={t} unclear={unclear} />
      const day = now.toZonedDateTimeISO(city.timeZone).toPlainDate()
      const edition = (await context.basemap())?.edition ?? ''
      const answer = await kept(request, {
        key: `${day} ${edition} ${pictures} ${addressSaying(addressWith(to[name](city.id), asked), unclear)}`,
        version: await versions.ofCity(city.id),
        type: 'text/html; charset=utf-8',
        headers: [
          ['content-security-policy', framedPolicy],
          ['cross-origin-resource-policy', 'cross-origin'],
        ],
        draw: async () => render(await draw(context, asked, notice), pictures),
      })
      return answer ?? problem({ kind: 'not_found' })
    }
  return {
    embedMap: answers('embedMap', (context, asked, notice) => {
      const { t, to, guide } = context
      const more = addressWith(to.map(guide.city.id), asked)
      return (
        <EmbedPage {...{ t, to, assets, more }} city={guide.city} title={titleOf(context, asked)} islands={['map']}>
          {notice}
          <MapFrame use={mapOf(to, guide, asked)} locale={t.locale} guide={guide} />
        </EmbedPage>
      )
    }),
    embedList: answers('embedList', async (context, asked, notice) => {
      const { t, to, guide, means, now } = context
      const { city } = guide
      const reports = await list(means.store.of(city.id), filterOf(asked, guide), most)
      const clock = { timeZone: city.timeZone, now }
      const streets = await streetSources(context)
      return (
        <EmbedPage
          {...{ t, to, assets, city }}
          title={titleOf(context, asked)}
          more={addressWith(to.reports(city.id), asked)}
        >
          {notice}
          {reports.length > 0 ? (
            <ReportRows {...{ t, to, city, clock, reports, streets }} level={2} />
          ) : (
            <EmptyState title={t('reports.none')} />
          )}
        </EmbedPage>
      )
    }),
  }
}
