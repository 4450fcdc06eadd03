import { headline } from '#src/domain/headline.ts'
import { find, type PublicEvent, type PublicReport } from '#src/store/public-reports.ts'
import type { Context, Handler } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import { reasonWords, wordsWith } from '../report/event-words.ts'
import { nameOf } from '../report/outcome.tsx'
import { atom, atomType, type Entry, tagOf } from './atom.ts'

/** What happened to one public report, newest first, as a feed. */
export function reportAtom({ kept, versions }: PublicLooks, origin: string): Handler<'reportAtom'> {
  return async (context) => {
    const { request, guide, holes, means, t, to, problem } = context
    const { city } = guide
    const version = await versions.ofReport(city.id, holes.number)
    if (version === undefined) return problem({ kind: 'not_found' })

    const address = to.reportAtom(city.id, holes.number)
    const answer = await kept(request, {
      key: address,
      version,
      type: atomType,
      headers: [['access-control-allow-origin', '*']],
      draw: async () => {
        const report = await find(means.store.of(city.id), holes.number)
        if (!report) return null
        return atom({
          id: tagOf(origin, address),
          locale: context.locale,
          title: t('report.page', { number: report.number, headline: headline(report.description) }),
          author: t('product.name'),
          self: origin + address,
          page: origin + to.report(city.id, report.number),
          entries: report.events.toReversed().map((event) => entryOf(context, report, event, origin)),
        })
      },
    })
    return answer ?? problem({ kind: 'not_found' })
  }
}

function entryOf(
  { t, to, guide }: Context<'reportAtom'>,
  { number, description }: PublicReport,
  event: PublicEvent,
  origin: string,
): Entry {
  const path = to.report(guide.city.id, number)
  const said = event.act === 'submitted' ? description : wordsWith(event)
  const organization = nameOf(guide, event.organization, t)
  const text = [organization, reasonWords(t, event), said].filter(Boolean).join('\n\n')
  return {
    id: tagOf(origin, `${path}/${event.seq}`),
    title: t(`did.${event.act}`),
    address: origin + path,
    published: event.at,
    updated: event.at,
    text: text || t(`status.${event.to}`),
  }
}
