import type { Locale } from '#src/domain/locale.ts'
import type { Letter } from '#src/outside/mail.ts'
import { say } from '#src/text/catalogue.ts'
import { letterOf } from './content.ts'

/** The code that signs a person in, and nothing to click: nobody learns to follow links to a sign-in page. */
export function codeLetter({
  locale,
  code,
  minutes,
}: {
  readonly locale: Locale
  readonly code: string
  readonly minutes: number
}): Pick<Letter, 'subject' | 'text' | 'html'> {
  const t = say(locale)
  return letterOf({
    locale,
    subject: t('letter.code.subject', { code }),
    about: null,
    lead: t('letter.code.lead'),
    code,
    quotes: [],
    next: [t('letter.code.next', { minutes })],
    link: null,
    facts: [],
    why: t('letter.code.why'),
    sender: null,
  })
}
