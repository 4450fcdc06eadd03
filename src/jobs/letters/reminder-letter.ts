import { daysOverdue, workingDaysLeft } from '#src/domain/deadline.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Report } from '#src/domain/report.ts'
import type { Letter } from '#src/outside/mail.ts'
import type { Recipient } from '#src/store/reminders.ts'
import { type Key, say } from '#src/text/catalogue.ts'
import { dayInLetter } from '#src/text/dates.ts'
import type { Addresses } from '../addresses.ts'
import { nameOf } from './about.ts'
import { type Content, letterOf } from './content.ts'
import { linkTo, type Way } from './organization-letter.ts'
import { categoryName, pictureOfPlace, reportInShort, reportInWhole } from './report-facts.ts'

export type Reminded = {
  readonly guide: Guide
  readonly report: Report
  /** When its answer is due. */
  readonly due: Temporal.Instant
  readonly to: Recipient
  /** Null for the head, the city and its administrators, who read the public page. */
  readonly way: Way | null
  readonly now: Temporal.Instant
}

/** Organizations and the city are written to in the state language (Law No. 2704-VIII, art. 13). */
const locale = 'uk'

/** That an answer will be due, to the organization; or that it is overdue, to its head, the city, or itself where it names no head. */
export function reminderLetter(
  { guide, report, due, to, way, now }: Reminded,
  addresses: Addresses,
): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { city } = guide
  const t = say(locale)
  const late = daysOverdue(due, now, city.timeZone)
  const kind = late > 0 ? 'over' : 'due'
  const holes = {
    number: report.number,
    city: city.name[locale],
    organization: nameOf(report.organization, guide, t),
    category: categoryName(report, guide, locale),
    due: dayInLetter(due, locale, city.timeZone),
    days: late > 0 ? late : workingDaysLeft(due, now, city),
  }
  return letterOf({
    locale,
    subject: t(`letter.reminder.${kind}.subject`, holes),
    about: t('letter.about', holes),
    lead: t(`letter.reminder.${kind}.lead`, holes),
    quotes: [],
    next: [
      t(
        kind === 'due' && isPromised(report, due)
          ? 'letter.reminder.due.next_promised'
          : `letter.reminder.${kind}.next`,
        holes,
      ),
    ],
    link: way ? linkTo(way, report, guide, addresses) : publicPage(report, guide, addresses),
    facts: way?.kind === 'private' ? reportInWhole(report, way.media, guide, t) : reportInShort(report, guide, t),
    picture: pictureOfPlace(report, guide, addresses, t),
    why: t(whyOf(to), holes),
    sender: t('letter.product', holes),
  })
}

function whyOf(to: Recipient): Key {
  if (typeof to !== 'string') return 'letter.reminder.why_administrator'
  return to === 'organization' ? 'letter.organization.why' : `letter.reminder.why_${to}`
}

/** A day later than the term's own, which a postponement named. */
function isPromised({ termEnds }: Report, due: Temporal.Instant): boolean {
  return termEnds !== null && Temporal.Instant.compare(due, termEnds) > 0
}

function publicPage({ number }: Report, { city }: Guide, addresses: Addresses): Content['link'] {
  return { label: say(locale)('letter.open'), url: addresses.report(city.id, number, locale) }
}
