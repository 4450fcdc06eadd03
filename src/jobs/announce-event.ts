import { type Hearer, hearersOf } from '#src/domain/announcement.ts'
import { news } from '#src/domain/following.ts'
import type { Report } from '#src/domain/report.ts'
import type { Means } from '#src/operations/means.ts'
import { insertForSupporters, insertOnce, type Recipient } from '#src/store/notices.ts'
import type { Jobs } from '#src/store/queue.ts'
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
    const hearers = hearersOf(happened.event, { ...happened.report, organization: happened.organization })
    for (const to of recipientsOf(hearers, happened.report)) {
      const notice = { id: mint.id<'notice'>(), seq, report: happened.report.id, to, at: now() }
      if (await insertOnce(tx, notice)) await store.queue.send(tx, 'send_notice', { city, notice: notice.id })
    }
    if (happened.event.kind === 'moved' && news[happened.event.act.kind].length > 0)
      await store.queue.send(tx, 'tell_followers', { city, seq })
    if (!hearers.some(({ kind }) => kind === 'supporters')) return
    const notices = await insertForSupporters(tx, { seq, report: happened.report.id, at: now() })
    await store.queue.sendAll(
      tx,
      'send_notice',
      notices.map((notice) => ({ city, notice })),
    )
  })
}

function recipientsOf(hearers: readonly Hearer[], { reporter }: Report): readonly Recipient[] {
  return hearers.flatMap((hearer): readonly Recipient[] => {
    if (hearer.kind === 'organization') return [{ organization: hearer.id }]
    return hearer.kind === 'author' && reporter ? [{ person: reporter }] : []
  })
}
