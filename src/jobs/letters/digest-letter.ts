import { daysOverdue } from '#src/domain/deadline.ts'
import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import type { Letter } from '#src/outside/mail.ts'
import type { Owed } from '#src/store/reminders.ts'
import { say } from '#src/text/catalogue.ts'
import { dayInLetter } from '#src/text/dates.ts'
import type { Addresses } from '../addresses.ts'
import { nameOf } from './about.ts'
import { type Fact, letterOf } from './content.ts'

export type Week = {
  readonly guide: Guide
  readonly to: OrganizationId
  /** How many answers it owes by the end of the week, and how many of them are late. */
  readonly all: number
  readonly late: number
  /** The first of them, the most urgent first. */
  readonly first: readonly Owed[]
  readonly now: Temporal.Instant
  /** It has officers, who work at the desk. */
  readonly hasDesk: boolean
}

/** As every letter to an organization. */
const locale = 'uk'

/** What an organization has to answer this week, and should have before. */
export function digestLetter(week: Week, addresses: Addresses): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { guide, to, all, late, first, hasDesk } = week
  const { city } = guide
  const t = say(locale)
  const holes = {
    city: city.name[locale],
    organization: nameOf(to, guide, t),
    due: all - late,
    late,
    more: all - first.length,
  }
  return letterOf({
    locale,
    subject: t('letter.digest.subject', holes),
    about: null,
    lead: t('letter.digest.lead', holes),
    quotes: [],
    next: [t(hasDesk ? 'letter.digest.next' : 'letter.digest.next_by_letter', holes)],
    link: hasDesk ? { label: t('letter.digest.open'), url: addresses.inbox(city.id) } : null,
    facts: [
      ...first.map((owed) => factOf(owed, week, addresses)),
      ...(holes.more > 0 ? [{ label: t('letter.digest.more_label'), value: t('letter.digest.more', holes) }] : []),
    ],
    why: t('letter.organization.why', holes),
    sender: t('letter.product', holes),
  })
}

function factOf(owed: Owed, { guide: { city }, now }: Week, addresses: Addresses): Fact {
  const t = say(locale)
  const late = daysOverdue(owed.due, now, city.timeZone)
  const when =
    late > 0 ? t('due.late', { days: late }) : t('due.until', { day: dayInLetter(owed.due, locale, city.timeZone) })
  return {
    label: t('letter.about', { number: owed.number }),
    value: [headline(owed.description), owed.address, when].filter(Boolean).join('\n'),
    links: [addresses.report(city.id, owed.number, locale)],
  }
}
