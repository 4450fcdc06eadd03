import { declineReasons, delayReasons, extensionReasons, rejectReasons } from '#src/domain/act.ts'
import type { PublicEvent } from '#src/store/public-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Clock, dayInWords } from '#src/text/time.ts'

/** The reason that was chosen for an act, as a sentence; null where none is asked for. */
export function reasonWords(t: Say, { act, body: { reason } }: PublicEvent): string | null {
  const rejected = act === 'reject' && rejectReasons.find((one) => one === reason)
  if (rejected) return t(`reject.${rejected}`)
  const delayed = act === 'postpone' && delayReasons.find((one) => one === reason)
  if (delayed) return t(`delay.${delayed}`)
  const extended = act === 'extend' && extensionReasons.find((one) => one === reason)
  if (extended) return t(`extension.${extended}`)
  const declined = act === 'decline' && declineReasons.find((one) => one === reason)
  return declined ? t(`decline.${declined}`) : null
}

/** What was written with an act, whatever the act calls it. */
export function wordsWith({ body: { note, question, answer } }: PublicEvent): string | undefined {
  return note || question || answer || undefined
}

/** «Відкладено до 2 березня», «Строк відповіді продовжено до 2 березня»: the day that was named. */
export function untilWords(
  { t, clock }: { readonly t: Say; readonly clock: Clock },
  { act, body: { until } }: PublicEvent,
): string {
  if (!until) return t('status.postponed')
  const day = Temporal.PlainDate.from(until).toZonedDateTime(clock.timeZone).toInstant()
  return t(act === 'extend' ? 'report.extended' : 'report.postponed', { day: dayInWords(day, clock, t) })
}
