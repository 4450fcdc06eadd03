import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import { type Mapped, mapped } from '#src/store/public-reports.ts'
import type { Context, Handler } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import type { Paths } from '../routes.ts'
import { askedOf, filterOf, queryOf } from './filter-from-query.ts'

const most = 500

/** Open data: the newest public reports that match the same address as the list, as GeoJSON (RFC 7946), for every site to read. */
export function reportsGeojson({ kept, versions }: PublicLooks, origin: string): Handler<'reportsGeojson'> {
  return async (context) => {
    const { request, url, guide, to } = context
    const asked = { ...askedOf(url.searchParams, guide), before: null }
    const answer = await kept(request, {
      key: `${to.reportsGeojson(guide.city.id)}?${queryOf(asked)}`,
      version: await versions.ofCity(guide.city.id),
      type: 'application/geo+json; charset=utf-8',
      headers: [['access-control-allow-origin', '*']],
      draw: async () => {
        const reports = await mapped(context.means.store.of(guide.city.id), filterOf(asked, guide), most)
        return collection(reports, context, guide, origin)
      },
    })
    return answer ?? context.problem({ kind: 'not_found' })
  }
}

function collection(
  reports: readonly Mapped[],
  { locale, to }: Pick<Context, 'locale' | 'to'>,
  guide: Guide,
  origin: string,
): string {
  const features = reports.map((report) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [report.location.lng, report.location.lat] },
    properties: {
      number: report.number,
      status: report.status,
      headline: headline(report.description),
      category: guide.categories.get(report.categoryId)?.name[locale] ?? report.categoryId,
      areas: report.areas,
      submitted_at: report.submittedAt.toString({ smallestUnit: 'second' }),
      url: origin + addressOf(to, guide, report),
    },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function addressOf(to: Paths, { city }: Guide, { number }: Mapped): string {
  return to.report(city.id, number)
}
