import type { Locale } from '#src/domain/locale.ts'
import { isPublic } from '#src/domain/report.ts'
import type { Letter } from '#src/outside/mail.ts'
import { say } from '#src/text/catalogue.ts'
import type { Addresses } from '../addresses.ts'
import { type About, quotesOf, reasonOf } from './about.ts'
import { letterOf } from './content.ts'
import { reportInShort } from './report-facts.ts'

/** Why a moderator declined what somebody added, with their own words. Nothing of a report that is public no more. */
export function additionLetter(
  about: About,
  added: string,
  locale: Locale,
  addresses: Addresses,
): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { guide, report } = about
  const t = say(locale)
  const holes = { number: report.number, city: guide.city.name[locale], reason: reasonOf(about, t) }
  return letterOf({
    locale,
    subject: t('letter.addition.subject', holes),
    about: t('letter.about', holes),
    lead: t('letter.addition.lead', holes),
    quotes: [...quotesOf(about, t), { by: t('letter.addition.yours'), words: added }],
    next: [t('letter.addition.next')],
    link: { label: t('letter.open'), url: addresses.report(guide.city.id, report.number, locale) },
    facts: isPublic(report) ? reportInShort(report, guide, t) : [],
    why: t('letter.addition.why', holes),
    sender: t('letter.product', holes),
  })
}
