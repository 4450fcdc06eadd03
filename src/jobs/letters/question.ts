import type { Say } from '#src/text/catalogue.ts'
import type { Addresses } from '../addresses.ts'
import type { About } from './about.ts'
import type { Content } from './content.ts'

/** Whether it is solved, and a link for each answer; null when no secret was made for the letter to carry. */
export function questionOf(
  { guide: { city }, event }: About,
  secret: string | null,
  addresses: Addresses,
  t: Say,
): NonNullable<Content['question']> | null {
  if (secret === null || event.kind === 'submitted') return null
  const no = addresses.opinion(city.id, secret, 'no', t.locale)
  if (event.act.kind === 'decline')
    return { words: t('opinion.ask.decline'), answers: [{ label: t('opinion.no.decline'), url: no }] }
  return {
    words: t('opinion.ask.resolve'),
    answers: [
      { label: t('opinion.yes'), url: addresses.opinion(city.id, secret, 'yes', t.locale) },
      { label: t('opinion.no.resolve'), url: no },
    ],
  }
}
