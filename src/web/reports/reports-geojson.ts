import { publishedReports } from '#src/store/published-reports.ts'
import { dataFile, dataFormats } from '#src/text/open-data.ts'
import type { Handler } from '../context.ts'
import type { WholeSet } from '../open-data/whole-set.ts'
import type { PublicLooks } from '../public-look.ts'
import { askedOf, filterOf, queryOf } from './filter-from-query.ts'
import { unclearIn, unclearProblem } from './unclear.ts'

const most = 500

/**
 * Open data: the newest public reports that match the same address as the list, as GeoJSON (RFC 7946), for every site
 * to read; with `all=yes`, all of them.
 */
export function reportsGeojson(
  { kept, versions }: PublicLooks,
  wholeSet: WholeSet,
  origin: string,
): Handler<'reportsGeojson'> {
  return async (context) => {
    const { request, url, guide, means, t, to } = context
    const { city } = guide
    if (url.searchParams.get('all') === 'yes') return wholeSet(context, 'geojson')
    const problem = unclearProblem(unclearIn(url.searchParams, guide))
    if (problem) return context.problem(problem)

    const asked = { ...askedOf(url.searchParams, guide), before: null }
    const addressOf = (number: number) => origin + to.report(city.id, number)
    const answer = await kept(request, {
      key: `${to.reportsGeojson(city.id)}?${queryOf(asked)}`,
      version: await versions.ofCity(city.id),
      type: dataFormats.geojson.type,
      headers: [['access-control-allow-origin', '*']],
      draw: async () => {
        const page = await publishedReports(means.store.of(city.id), filterOf(asked, guide), most)
        return (await Array.fromAsync(dataFile(dataFormats.geojson, [page], { t, guide, addressOf }))).join('')
      },
    })
    return answer ?? context.problem({ kind: 'not_found' })
  }
}
