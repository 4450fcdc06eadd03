import type { Guide } from '#src/domain/guide.ts'
import { overdue } from '#src/domain/reminding.ts'
import { isOverdue, standsStill } from '#src/domain/term.ts'
import type { Letter } from '#src/outside/mail.ts'
import { hasOfficers } from '#src/store/memberships.ts'
import { administratorsWishing } from '#src/store/overdue-wishes.ts'
import type { Jobs } from '#src/store/queue.ts'
import { drop, findWaiting, markFailed, markSent, owedBy, type Reminder } from '#src/store/reminders.ts'
import { findById } from '#src/store/reports.ts'
import type { Tx } from '#src/store/store.ts'
import { deliver } from './deliver.ts'
import { digestLetter } from './letters/digest-letter.ts'
import { reminderLetter } from './letters/reminder-letter.ts'
import type { Parts } from './parts.ts'
import { wayTo } from './way-to.ts'

/** Reminders need no electronic message. */
type Sending = Omit<Parts, 'message'>

/**
 * Sends one reminder and writes down that it was sent, as a notice is sent. One whose report was answered, passed on or
 * given another day meanwhile is dropped: whoever has to be told instead is found anew.
 */
export async function sendReminder(parts: Sending, { city, reminder: id }: Jobs['send_reminder']): Promise<void> {
  const { means, mail, guides, addresses, log } = parts
  const tx = means.store.of(city)
  const guide = guides.get(city)
  if (!guide) throw new Error(`No guide to ${city}`)
  const reminder = await findWaiting(tx, id)
  if (!reminder) return

  const to = await addressOf(parts, reminder, guide)
  if (!to) return markFailed(tx, id, means.now())
  const letter = await written(parts, tx, guide, reminder)
  if (!letter) return drop(tx, id)
  const whole = {
    ...letter,
    to,
    messageId: `<${id}@${addresses.host}>`,
    ...(reminder.of && { headers: { References: `<${reminder.of.report}@${addresses.host}>` } }),
  }
  const isPerson = typeof reminder.to !== 'string'
  const answer = isPerson ? await deliver(parts, whole, 'person') : await mail.send(whole)
  if (answer === 'accepted') return markSent(tx, id, means.now())
  await markFailed(tx, id, means.now())
  const kind = isPerson ? 'administrator' : reminder.to
  log.warn({ city, reminder: id, to: kind }, 'The mail server refused an address for good')
}

/** As the city's data have it now; null when they no longer do, or the administrator is none any more. */
async function addressOf(
  { means: { store } }: Pick<Sending, 'means'>,
  { organization, to }: Reminder,
  { city, organizations }: Guide,
): Promise<string | null> {
  if (typeof to !== 'string') {
    const wishing = await administratorsWishing(store.of(city.id))
    return wishing.find(({ id }) => id === to.administrator)?.email ?? null
  }
  if (to === 'city') return city.email ?? null
  const known = organizations.get(organization)
  return (to === 'head' ? known?.headEmail : known?.email) ?? null
}

/** Digests name so many reports at most. */
const mostInDigest = 50

async function written(
  parts: Sending,
  tx: Tx,
  guide: Guide,
  reminder: Reminder,
): Promise<Pick<Letter, 'subject' | 'text' | 'html'> | null> {
  const { means, addresses } = parts
  const now = means.now()
  if (!reminder.of) {
    const until = reminder.term.toZonedDateTimeISO(guide.city.timeZone).add({ weeks: 1 }).toInstant()
    const { waitingStopsTerm: waitingStops } = guide.city.policy
    const owed = await owedBy(tx, reminder.organization, { until, now, waitingStops, most: mostInDigest })
    const hasDesk = await hasOfficers(tx, reminder.organization)
    return owed.all > 0 ? digestLetter({ guide, to: reminder.organization, ...owed, now, hasDesk }, addresses) : null
  }

  const report = await findById(tx, reminder.of.report)
  if (!report?.answerDue?.equals(reminder.term) || report.organization !== reminder.organization) return null
  const isAsItWas = (reminder.of.point === overdue) === isOverdue(report, now, guide.city)
  if (!isAsItWas || standsStill(report, guide.city)) return null
  const way = reminder.to === 'organization' ? await wayTo(parts, tx, report.organization, report, reminder.id) : null
  return reminderLetter({ guide, report, due: report.answerDue, to: reminder.to, way, now }, addresses)
}
