import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import type { Filter } from '#src/store/narrowed.ts'
import { type Listed, list } from '#src/store/public-reports.ts'
import { whenInWords } from '#src/text/time.ts'
import type { Context, Handler } from '../context.ts'
import type { ReportOnMap, ReportsOnMap } from '../map/settings.ts'
import { thumbnail } from '../media/parts.ts'
import { askedOf, filterOf } from '../reports/filter-from-query.ts'
import { unclearIn, unclearProblem } from '../reports/unclear.ts'

/** More than this nobody reads beside a map. */
const most = 20

/** The newest public reports within a map's bounds, or of these numbers: what a list beside the map says in words. */
export const inView: Handler<'inView'> = async (context) => {
  const { url, guide, means, json } = context
  const problem = unclearProblem(unclearIn(url.searchParams, guide))
  if (problem) return context.problem(problem)
  const bounds = boundsIn(url.searchParams)
  const numbers = numbersIn(url.searchParams)
  const asked = { ...askedOf(url.searchParams, guide), before: null }
  const narrowed: Filter = { ...filterOf(asked, guide), ...(bounds && { bounds }), ...(numbers && { numbers }) }
  // One more than is shown tells whether there are others.
  const found = await list(means.store.of(guide.city.id), narrowed, most + 1)
  const answer: ReportsOnMap = {
    reports: found.slice(0, most).map((report) => onMap(report, context, guide)),
    more: found.length > most,
  }
  return json(answer)
}

function onMap(
  { number, status, description, locale, categoryId, address, location, submittedAt, photo }: Listed,
  { t, to, now, pictures }: Pick<Context, 't' | 'to' | 'now' | 'pictures'>,
  { city, categories }: Guide,
): ReportOnMap {
  return {
    number,
    status,
    headline: headline(description),
    language: locale,
    category: categories.get(categoryId)?.name[t.locale] ?? '',
    address,
    when: whenInWords(submittedAt, { timeZone: city.timeZone, now }, t),
    at: location && [location.lng, location.lat],
    photo: pictures === 'left_out' ? null : photo && thumbnail(to, photo),
  }
}

/** `bbox=west,south,east,north`; what is no such box narrows nothing. */
function boundsIn(query: URLSearchParams): Filter['bounds'] | null {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = (query.get('bbox') ?? '').split(',').map(Number)
  const isBox = west >= -180 && east <= 180 && south >= -90 && north <= 90 && west <= east && south <= north
  return isBox && more.length === 0 ? [west, south, east, north] : null
}

function numbersIn(query: URLSearchParams): readonly number[] | null {
  const numbers = query.getAll('number').filter((number) => /^[1-9]\d{0,8}$/.test(number))
  return numbers.length > 0 ? numbers.slice(0, most).map(Number) : null
}
