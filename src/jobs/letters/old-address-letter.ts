import type { Locale } from '#src/domain/locale.ts'
import type { Letter } from '#src/outside/mail.ts'
import { say } from '#src/text/catalogue.ts'
import { letterOf } from './content.ts'

/** Tells an address that its person goes by another one now. Which one, it does not say: others may read it here. */
export function oldAddressLetter(locale: Locale): Pick<Letter, 'subject' | 'text' | 'html'> {
  const t = say(locale)
  return letterOf({
    locale,
    subject: t('letter.old_address.subject'),
    about: null,
    lead: t('letter.old_address.lead'),
    quotes: [],
    next: [t('letter.old_address.next')],
    link: null,
    facts: [],
    why: t('letter.old_address.why'),
    sender: null,
  })
}
