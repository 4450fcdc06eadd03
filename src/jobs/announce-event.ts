import { type Hearer, hearersOf } from '#src/domain/announcement.ts'
import type { PersonId, ReportId } from '#src/domain/id.ts'
import { news } from '#src/domain/news.ts'
import type { Report } from '#src/domain/report.ts'
import type { Means } from '#src/operations/means.ts'
import { find as findAddition } from '#src/store/additions.ts'
import { insertForSupporters, insertOnce, type Recipient } from '#src/store/notices.ts'
import type { Jobs } from '#src/store/queue.ts'
import type { Tx } from '#src/store/store.ts'
import { whatHappened } from './what-happened.ts'

/**
 * Makes one notice, and one job to send it, for each hearer of an event, and one job for all who follow it: all or none.
 * Done again, it adds nothing.
 */
export async function announceEvent(
  { store, now, mint }: Pick<Means, 'store' | 'now' | 'mint'>,
  { city, seq }: Jobs['announce_event'],
): Promise<void> {
  await store.inCity(city, async (tx) => {
    const happened = await whatHappened(tx, seq)
    const { event, report, before, organization } = happened
    const hearers = hearersOf(event, { ...report, organization }, before)
    for (const to of await recipientsOf(tx, hearers, happened.report)) {
      const notice = { id: mint.id<'notice'>(), seq, report: happened.report.id, to, at: now() }
      if (await insertOnce(tx, notice)) await store.queue.send(tx, 'send_notice', { city, notice: notice.id })
    }
    if (happened.event.kind === 'moved' && news[happened.event.act.kind].followers.length > 0)
      await store.queue.send(tx, 'tell_followers', { city, seq })
    await store.queue.send(tx, 'tell_devices', { city, seq })
    if (!hearers.some(({ kind }) => kind === 'supporters')) return
    const notices = await insertForSupporters(tx, { seq, report: happened.report.id, at: now() })
    await store.queue.sendAll(
      tx,
      'send_notice',
      notices.map((notice) => ({ city, notice })),
    )
  })
}

/** Nobody for who erased the account; supporters are asked for in one statement, however many they are. */
async function recipientsOf(
  tx: Tx,
  hearers: readonly Hearer[],
  { id, reporter }: Report,
): Promise<readonly Recipient[]> {
  const recipients: Recipient[] = []
  for (const hearer of hearers) {
    if (hearer.kind === 'organization') recipients.push({ organization: hearer.id })
    const person =
      hearer.kind === 'author' ? reporter : hearer.kind === 'writer' ? await writerOf(tx, id, hearer) : null
    if (person) recipients.push({ person })
  }
  return recipients
}

async function writerOf(
  tx: Tx,
  report: ReportId,
  { addition }: { readonly addition: number },
): Promise<PersonId | null> {
  return (await findAddition(tx, report, addition))?.person ?? null
}
