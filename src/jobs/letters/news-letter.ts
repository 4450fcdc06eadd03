import { declineReasons, delayReasons } from '#src/domain/act.ts'
import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import type { Letter } from '#src/outside/mail.ts'
import type { NewsItem, NewsLetter } from '#src/store/letters.ts'
import { type Say, say } from '#src/text/catalogue.ts'
import { dayInLetter } from '#src/text/dates.ts'
import { topicInWords } from '#src/text/topics.ts'
import type { Addresses } from '../addresses.ts'
import { type Content, letterOf, type Quote } from './content.ts'

/** More than a person reads at once; the rest stands on the pages. */
const most = 50

/** One letter of all that a follower has to be told, with a way out by one click (RFC 8058) and one to change what is followed. */
export function newsLetter(
  { locale, key, items, because }: NewsLetter,
  guide: Guide,
  addresses: Addresses,
): Pick<Letter, 'subject' | 'text' | 'html' | 'headers'> {
  const { city } = guide
  const t = say(locale)
  const page = addresses.following(city.id, key, locale, null)
  const [only] = because
  const wayOut = addresses.following(city.id, key, locale, because.length === 1 && only ? only.id : null)
  const [first] = items
  const told =
    first && items.length === 1 ? oneStep(first, guide, addresses, t) : severalSteps(items, guide, addresses, t)
  const letter = letterOf({
    locale,
    ...told,
    why: t('letter.news.why', {
      topics: because.map(({ topic }) => topicInWords(topic, guide, t)).join('; '),
      city: city.name[locale],
      page,
    }),
    sender: t('letter.product', { city: city.name[locale] }),
  })
  return {
    ...letter,
    headers: { 'List-Unsubscribe': `<${wayOut}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

type Told = Omit<Content, 'locale' | 'why' | 'sender'>

function oneStep(item: NewsItem, guide: Guide, addresses: Addresses, t: Say): Told {
  const { number, description } = item
  const what = stepInWords(item, guide, t)
  return {
    subject: t('letter.news.one.subject', { number, what }),
    about: t('letter.about', { number }),
    lead: `${what}.`,
    quotes: quotesOf(item, guide, t),
    next: [],
    link: { label: t('letter.open'), url: addresses.report(guide.city.id, number, t.locale) },
    facts: [{ label: t('letter.fact.problem'), value: headline(description) }],
  }
}

function severalSteps(items: readonly NewsItem[], guide: Guide, addresses: Addresses, t: Say): Told {
  const shown = items.slice(-most)
  const count = items.length
  return {
    subject: t('letter.news.several.subject', { count, city: guide.city.name[t.locale] }),
    about: null,
    lead: t('letter.news.several.lead', { count }),
    quotes: [],
    next: count > most ? [t('letter.news.several.more', { count: count - most })] : [],
    link: null,
    facts: shown.map((item) => ({
      label: t('letter.news.item', { number: item.number, what: stepInWords(item, guide, t) }),
      value: headline(item.description),
      links: [addresses.report(guide.city.id, item.number, t.locale)],
    })),
  }
}

/** What happened, with the reason that was chosen, the day that was named, or where it goes on. */
function stepInWords({ act, by, body, mergedInto }: NewsItem, guide: Guide, t: Say): string {
  const delayed = delayReasons.find((one) => one === body.reason)
  if (act === 'postpone' && delayed && body.until) {
    const until = dayInLetter(Temporal.PlainDate.from(body.until), t.locale, guide.city.timeZone)
    return t('letter.news.postponed', { until, reason: t(`delay.${delayed}`) })
  }
  const declined = declineReasons.find((one) => one === body.reason)
  if (act === 'decline' && declined) return t('letter.news.declined', { reason: t(`decline.${declined}`) })
  if (act === 'add' && by === 'author') return t('addition.by_author')
  if (act === 'merge' && mergedInto) return t('report.merged', { number: mergedInto })
  const passedTo = body.organization && guide.organizations.get(body.organization)?.name[t.locale]
  return act === 'assign' && passedTo ? t('report.passed_to', { organization: passedTo }) : t(`did.${act}`)
}

/** What the public timeline has of it too. */
function quotesOf({ by, organization, body }: NewsItem, { organizations }: Guide, t: Say): readonly Quote[] {
  const words = (body.note ?? body.question ?? body.answer ?? '').trim()
  if (!words) return []
  if (by === 'author') return [{ by: t('letter.by.author'), words }]
  if (by === 'moderator') return [{ by: t('letter.by.moderator'), words }]
  if (by !== 'organization') return [{ by: t('letter.by.resident'), words }]
  const name = organization && organizations.get(organization)?.name[t.locale]
  return [{ by: name || t('letter.by.unnamed'), words }]
}
