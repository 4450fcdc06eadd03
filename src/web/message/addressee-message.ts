import type { Actor } from '#src/domain/actor.ts'
import { mayRead, readerOf } from '#src/domain/disclosure.ts'
import type { Report } from '#src/domain/report.ts'
import type { MakeMessage } from '#src/message/make-message.ts'
import { type AppealReader, read } from '#src/store/formal-appeals.ts'
import type { Context } from '../context.ts'
import { pdfAnswer, tagOf } from './pdf-answer.ts'

/**
 * The addressee's copy of a formal appeal, with who appeals: for who answers for the report now, each time written
 * down. For anybody else, and for a report that is no appeal, there is none.
 */
export async function addresseeMessage(
  { request, guide, locale, means, now, t, problem }: Context<'deskMessage' | 'answerMessage'>,
  make: MakeMessage,
  report: Report,
  actors: readonly Actor[],
): Promise<Response> {
  const reader = readerAmong(actors, report)
  const appeal = reader && (await read(means.store.of(guide.city.id), report.id, reader, now))
  const bytes = appeal && (await make({ guide, number: report.number, locale, appeal }))
  if (!bytes) return problem({ kind: 'not_found' })
  const name = t('message.file', { number: report.number })
  return pdfAnswer(request, bytes, { name, tag: tagOf(bytes), cache: 'private, no-store' })
}

/** True when one of them is the addressee, who may read the particulars of an appeal. */
export function isAddressee(actors: readonly Actor[], report: Report): boolean {
  return readerAmong(actors, report) !== null
}

function readerAmong(actors: readonly Actor[], report: Report): AppealReader | null {
  const actor = actors.find((one) => mayRead(readerOf(one, report), 'appeal_particulars', report))
  if (actor?.kind === 'officer') return { organization: actor.organization, by: { person: actor.id } }
  return actor?.kind === 'correspondent' ? { organization: actor.organization, by: { link: actor.link } } : null
}
