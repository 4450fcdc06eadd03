import type { Guide } from '#src/domain/guide.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Letter } from '#src/outside/mail.ts'
import type { Subscription } from '#src/store/subscriptions.ts'
import { say } from '#src/text/catalogue.ts'
import { topicInWords } from '#src/text/topics.ts'
import type { Addresses } from '../addresses.ts'
import { letterOf } from './content.ts'

/** Asks an address whether it wants to follow: nothing else is sent to it before it says so. */
export function confirmationLetter(
  asked: Subscription & { readonly locale: Locale },
  guide: Guide,
  addresses: Addresses,
): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { locale } = asked
  const { city } = guide
  const t = say(locale)
  const holes = { city: city.name[locale] }
  return letterOf({
    locale,
    subject: t('letter.confirm.subject', holes),
    about: null,
    lead: t('letter.confirm.lead', holes),
    quotes: [],
    next: [t('letter.confirm.next')],
    link: { label: t('letter.confirm.open'), url: addresses.confirmFollowing(city.id, asked.id, locale) },
    facts: [
      { label: t('letter.confirm.what'), value: topicInWords(asked.topic, guide, t) },
      { label: t('follow.frequency'), value: t(`follow.frequency.${asked.frequency}`) },
    ],
    why: t('letter.confirm.why'),
    sender: t('letter.product', holes),
  })
}
