import type { CodeToSend } from '#src/outside/identity.ts'
import type { Letter } from '#src/outside/mail.ts'
import { say } from '#src/text/catalogue.ts'
import { letterOf } from './content.ts'

/**
 * The code that signs a person in, or shows that a new address is theirs; and nothing to click: nobody learns to follow
 * links to a sign-in page. Without a code it says why there is none.
 */
export function codeLetter({
  locale,
  purpose,
  code,
  minutes,
}: Omit<CodeToSend, 'email'>): Pick<Letter, 'subject' | 'text' | 'html'> {
  const t = say(locale)
  const rest = { locale, about: null, quotes: [], link: null, facts: [], sender: null }
  if (code === null)
    return letterOf({
      ...rest,
      subject: t('letter.taken_address.subject'),
      lead: t('letter.taken_address.lead'),
      next: [t('letter.taken_address.next')],
      why: t('letter.taken_address.why'),
    })
  return letterOf({
    ...rest,
    subject: t(`letter.${purpose}.subject`, { code }),
    lead: t(`letter.${purpose}.lead`),
    code,
    next: [t(`letter.${purpose}.next`, { minutes })],
    why: t(`letter.${purpose}.why`),
  })
}
