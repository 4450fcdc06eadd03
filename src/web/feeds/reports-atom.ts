import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import { type Listed, list } from '#src/store/public-reports.ts'
import type { Context, Handler } from '../context.ts'
import { photoPart } from '../media/parts.ts'
import type { PublicLooks } from '../public-look.ts'
import { activeFilters } from '../reports/active-filters.ts'
import { type Asked, addressWith, askedOf, filterOf } from '../reports/filter-from-query.ts'
import { unclearIn, unclearProblem } from '../reports/unclear.ts'
import { atom, atomType, type Entry, tagOf } from './atom.ts'

const most = 50

/** The newest reports that match the same address as the list, as a feed: each anew when its status changes. */
export function reportsAtom({ kept, versions }: PublicLooks, origin: string): Handler<'reportsAtom'> {
  return async (context) => {
    const { request, url, guide, means, now, to } = context
    const { city } = guide
    const problem = unclearProblem(unclearIn(url.searchParams, guide))
    if (problem) return context.problem(problem)
    const asked = { ...askedOf(url.searchParams, guide), before: null }
    const address = addressWith(to.reportsAtom(city.id), asked)
    const answer = await kept(request, {
      key: `${now.toZonedDateTimeISO(city.timeZone).year} ${address}`,
      version: await versions.ofCity(city.id),
      type: atomType,
      headers: [['access-control-allow-origin', '*']],
      draw: async () => {
        const reports = await list(means.store.of(city.id), filterOf(asked, guide), most)
        return atom({
          id: tagOf(origin, address),
          locale: context.locale,
          title: titleOf(context, asked),
          author: context.t('product.name'),
          self: origin + address,
          page: origin + addressWith(to.reports(city.id), asked),
          entries: reports.map((report) => entryOf(context, report, origin)),
        })
      },
    })
    return answer ?? context.problem({ kind: 'not_found' })
  }
}

/** What the feed of a filter is called: the city, and what it is narrowed by. */
export function titleOf(context: Pick<Context<'reports'>, 't' | 'now'> & { guide: Guide }, asked: Asked): string {
  const { t, guide, now } = context
  const filters = activeFilters(t, guide, { timeZone: guide.city.timeZone, now }, asked).map(({ words }) => words)
  return [t('feed.reports', { city: guide.city.nameOf[t.locale] }), ...filters].join(' · ')
}

function entryOf({ t, to, guide }: Context<'reportsAtom'>, report: Listed, origin: string): Entry {
  const { number, status, description, address, photo, location } = report
  const path = to.report(guide.city.id, number)
  const category = guide.categories.get(report.categoryId)?.name[t.locale] ?? report.categoryId
  return {
    id: tagOf(origin, path),
    title: headline(description),
    address: origin + path,
    published: report.submittedAt,
    updated: report.statusSince,
    text: [t('feed.state', { status: t(`status.${status}`) }), address, description].filter(Boolean).join('\n\n'),
    categories: [
      { term: report.categoryId, label: category },
      { term: status, label: t(`status.${status}`) },
    ],
    picture: photo?.kind === 'photo' ? origin + photoPart(to, photo.key, 960) : undefined,
    place: location,
  }
}
