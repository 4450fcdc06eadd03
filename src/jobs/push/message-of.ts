import type { City } from '#src/domain/city.ts'
import type { Message } from '#src/outside/push/push.ts'
import type { Waiting } from '#src/store/pushes.ts'
import { say } from '#src/text/catalogue.ts'
import { dayInLetter } from '#src/text/dates.ts'
import type { Addresses } from '../addresses.ts'

/** What a device shows: a number and where the report stands, and nothing that was written or says who anybody is. */
export function messageOf(
  { report, turn, about, kind, number, status, answerDue, locale }: Waiting,
  city: City,
  addresses: Addresses,
  now: Temporal.Instant,
): Message {
  const t = say(locale)
  const isOver = answerDue !== null && Temporal.Instant.compare(answerDue, now) < 0
  const day = answerDue ? dayInLetter(answerDue, locale, city.timeZone) : ''
  return {
    tag: `${city.id}/${number}`,
    id: `${report}/${about}/${turn}`,
    title: status
      ? t('push.title', { number, status: t(`status.${status}`) })
      : t(isOver ? 'push.title.overdue' : 'push.title.due', { number, day }),
    body: t(`push.body.${kind}`, { city: city.name[locale] }),
    lang: locale,
    url:
      kind === 'inbox' || kind === 'due' ? addresses.desk(city.id, number) : addresses.report(city.id, number, locale),
  }
}
