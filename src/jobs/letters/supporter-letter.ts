import type { StopKey } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Letter } from '#src/outside/mail.ts'
import { say } from '#src/text/catalogue.ts'
import { dayInLetter } from '#src/text/dates.ts'
import type { Addresses } from '../addresses.ts'
import { type About, actingOrganization, nameOf, quotesOf, reasonOf } from './about.ts'
import { letterOf } from './content.ts'
import { questionOf } from './question.ts'
import { pictureOfPlace, reportInShort } from './report-facts.ts'

/** What a report came to, for somebody whom it concerns too; with a way out that takes one click (RFC 8058). */
export function supporterLetter(
  about: About,
  locale: Locale,
  addresses: Addresses,
  stop: StopKey,
  /** By which the supporter says whether it is solved; null of a letter that does not ask. */
  secret: string | null,
): Pick<Letter, 'subject' | 'text' | 'html' | 'headers'> {
  const { guide, event, report, main } = about
  const { city } = guide
  const t = say(locale)
  const step = stepOf(about)
  const wayOut = addresses.stop(city.id, stop, locale)
  const until = event.kind === 'moved' && 'until' in event.act ? event.act.until : null
  const holes = {
    number: report.number,
    main: main ?? report.number,
    city: city.name[locale],
    organization: nameOf(actingOrganization(about), guide, t),
    reason: reasonOf(about, t),
    until: until ? dayInLetter(until, locale, city.timeZone) : '',
    stop: wayOut,
  }
  const letter = letterOf({
    locale,
    subject: t(`letter.supporter.${step}.subject`, holes),
    about: t('letter.about', holes),
    lead: t(`letter.supporter.${step}.lead`, holes),
    // A moderator merges and reopens in words meant for staff and the author.
    quotes: step === 'merge' || step === 'reopen' ? [] : quotesOf(about, t),
    next: [],
    question: questionOf(about, secret, addresses, t),
    link: {
      label: t(step === 'merge' ? 'letter.open_main' : 'letter.open', holes),
      url: addresses.report(city.id, step === 'merge' ? holes.main : report.number, locale),
    },
    facts: reportInShort(report, guide, t),
    picture: pictureOfPlace(report, guide, addresses, t),
    why: t('letter.supporter.why', holes),
    sender: t('letter.product', holes),
  })
  return {
    ...letter,
    headers: { 'List-Unsubscribe': `<${wayOut}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

const steps = ['postpone', 'extend', 'resolve', 'decline', 'reopen', 'merge'] as const

function stepOf({ event }: About): (typeof steps)[number] {
  const step = steps.find((one) => event.kind === 'moved' && event.act.kind === one)
  if (!step) throw new Error('A supporter does not hear of this step')
  return step
}
