import type { Guide } from '#src/domain/guide.ts'
import type { Moved } from '#src/domain/lifecycle.ts'
import { isPublic } from '#src/domain/report.ts'
import type { Attachment, Letter } from '#src/outside/mail.ts'
import { find as findAddition } from '#src/store/additions.ts'
import { isAppeal } from '#src/store/formal-appeals.ts'
import { drop, findWaiting, markFailed, markSent, type Waiting } from '#src/store/notices.ts'
import type { Jobs } from '#src/store/queue.ts'
import { findById } from '#src/store/reports.ts'
import type { Tx } from '#src/store/store.ts'
import { findStopKey } from '#src/store/supports.ts'
import { say } from '#src/text/catalogue.ts'
import { askWhetherSolved } from './ask-whether-solved.ts'
import { deliver } from './deliver.ts'
import type { About } from './letters/about.ts'
import { additionLetter } from './letters/addition-letter.ts'
import { authorLetter } from './letters/author-letter.ts'
import {
  handsOver,
  isTaken,
  leadsToAct,
  organizationLetter,
  organizationLocale,
} from './letters/organization-letter.ts'
import { supporterLetter } from './letters/supporter-letter.ts'
import type { Parts } from './parts.ts'
import { wayTo } from './way-to.ts'
import { type Happened, whatHappened } from './what-happened.ts'

/**
 * Sends one notice and writes down that it was sent, or that its address will never work. A notice that was sent,
 * given up, or whose person erased the account is done; a failure that may pass is thrown, and the queue tries again.
 *
 * The record follows the mail server's acceptance, so a process that dies between the two, or whose database does,
 * sends the letter a second time. Both copies carry one Message-ID, made of the notice's id: mail programs that
 * know it show one letter, and a person can tell that nothing happened twice. The link in the later copy is the
 * one that works. Never is a letter lost.
 */
export async function sendNotice(parts: Parts, { city, notice }: Jobs['send_notice']): Promise<void> {
  const { means, guides, addresses, log } = parts
  const tx = means.store.of(city)
  const waiting = await findWaiting(tx, notice)
  if (!waiting) return

  const guide = guides.get(city)
  if (!guide) throw new Error(`No guide to ${city}`)
  const letter = await written(parts, tx, guide, waiting)
  if (!letter) return drop(tx, notice)
  const whole = {
    ...letter,
    to: waiting.to.email,
    messageId: `<${waiting.id}@${addresses.host}>`,
    // So that mail programs show all letters about one report together.
    headers: { References: `<${waiting.report}@${addresses.host}>`, ...letter.headers },
  }
  const answer = await deliver(parts, whole, waiting.to.kind === 'person' ? 'person' : 'office')

  if (answer === 'accepted') return markSent(tx, notice, means.now())
  await markFailed(tx, notice, means.now())
  log.warn({ city, notice, to: waiting.to.kind }, 'An address takes no letters')
}

/**
 * Null when nobody is left to read it, or it is so no longer: a supporter has left, or may not see the report any more, an
 * addition was shown after all, a report that was taken from an organization is its own again.
 */
async function written(
  parts: Parts,
  tx: Tx,
  guide: Guide,
  { id, seq, to }: Waiting,
): Promise<Pick<Letter, 'subject' | 'text' | 'html' | 'headers' | 'attachments'> | null> {
  const { means, addresses } = parts
  const happened = await whatHappened(tx, seq)
  const about: About = { guide, ...happened, main: await mainOf(tx, happened) }
  if (to.kind === 'person') {
    const { event, earlier, report } = happened
    if (event.kind === 'moved' && event.act.kind === 'decline_addition') {
      const { addition } = event.act
      const isDeclined = (await findAddition(tx, report.id, addition))?.state === 'declined'
      return isDeclined ? additionLetter(about, wordsAdded(earlier, addition), to.locale, addresses) : null
    }
    const isAuthor = to.id === about.report.reporter
    const stop = isAuthor ? null : await findStopKey(tx, about.report.id, to.id)
    if (!isAuthor && (!stop || !isPublic(report))) return null
    const secret = await askWhetherSolved(parts, tx, { ...about, event: happened.event }, to.id, id)
    return stop
      ? supporterLetter(about, to.locale, addresses, stop, secret)
      : authorLetter(about, to.locale, addresses, secret)
  }

  if (isTaken({ ...about, to: to.id }) && about.report.organization === to.id) return null
  const way = leadsToAct({ ...about, to: to.id })
    ? await wayTo({ means, addresses }, tx, to.id, about.report, id)
    : null
  const question = questionBefore(happened)
  const told = { ...about, to: to.id, way, question }
  if (!handsOver(told)) return organizationLetter({ ...told, isAppeal: false }, addresses)
  const isFormal = await isAppeal(tx, about.report.id)
  const letter = organizationLetter({ ...told, isAppeal: isFormal }, addresses)
  return { ...letter, attachments: await messageOf(parts, about, isFormal) }
}

/** The electronic message itself; none when the public may not see the report any more. */
async function messageOf(
  { message }: Parts,
  { guide, report: { number } }: About,
  isFormal: boolean,
): Promise<readonly Attachment[]> {
  // A letter stays in mailboxes for ever: who appeals is shown where it can be erased, and where readings are counted.
  const appeal = isFormal ? 'apart' : null
  const bytes = await message({ guide, number, locale: organizationLocale, appeal })
  const name = say(organizationLocale)('message.file', { number })
  return bytes ? [{ name, type: 'application/pdf', bytes }] : []
}

async function mainOf(tx: Tx, { event }: Happened): Promise<number | null> {
  if (event.kind === 'submitted' || event.act.kind !== 'merge') return null
  return (await findById(tx, event.act.into))?.number ?? null
}

function wordsAdded(earlier: Happened['earlier'], addition: number): string {
  const event = earlier.find(({ seq }) => seq === addition)
  return event?.kind === 'moved' && event.act.kind === 'add' ? event.act.note : ''
}

/** What the author's answer answers. */
function questionBefore({ event, earlier }: Happened): Moved | null {
  if (event.kind === 'submitted' || event.act.kind !== 'answer') return null
  const asked = earlier.findLast((one) => one.kind === 'moved' && one.act.kind === 'ask')
  return asked?.kind === 'moved' ? asked : null
}
