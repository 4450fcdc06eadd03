import { headline } from '#src/domain/headline.ts'
import type { Context } from '../context.ts'
import type { LinkedData } from '../ui/linked-data.tsx'
import { reasonWords } from './event-words.ts'
import { nameOf, outcomeEvent } from './outcome.tsx'
import type { ShownReport } from './shown-report.ts'

/**
 * A public report for search engines: what somebody wrote in public, where, and the organization's answer to it. Nobody
 * is named whom the page does not name.
 */
export function postingOf(
  { t, to, guide }: Pick<Context<'report'>, 't' | 'to' | 'guide'>,
  report: ShownReport,
  { origin, picture }: { readonly origin: string; readonly picture: string | undefined },
): LinkedData {
  const { city } = guide
  const { number, description, address, location, locale, authorName, submittedAt, statusSince } = report
  const answer = answerIn(report, t, guide)
  return {
    '@type': 'DiscussionForumPosting',
    '@id': origin + to.report(city.id, number),
    url: origin + to.report(city.id, number),
    identifier: String(number),
    headline: headline(description),
    text: description,
    inLanguage: locale,
    datePublished: submittedAt.toString(),
    dateModified: statusSince.toString(),
    creativeWorkStatus: t(`status.${report.status}`),
    articleSection: guide.categories.get(report.categoryId)?.name[t.locale],
    author: { '@type': 'Person', name: authorName ?? t('open_data.somebody') },
    ...(picture && { image: origin + picture }),
    contentLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: city.name[t.locale],
        ...(address && { streetAddress: address }),
      },
      ...(location && { geo: { '@type': 'GeoCoordinates', latitude: location.lat, longitude: location.lng } }),
    },
    ...(answer && { commentCount: 1, comment: [answer] }),
  }
}

function answerIn(report: ShownReport, t: Context['t'], guide: Context<'report'>['guide']): LinkedData | null {
  const event = outcomeEvent(report)
  const text = event && [reasonWords(t, event), event.body.note].filter(Boolean).join('. ')
  if (!event || !text) return null
  const name = nameOf(guide, event.organization, t) || guide.city.name[t.locale]
  return { '@type': 'Comment', text, dateCreated: event.at.toString(), author: { '@type': 'Organization', name } }
}
