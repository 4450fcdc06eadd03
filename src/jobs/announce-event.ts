import { hearersOf } from '#src/domain/announcement.ts'
import type { Means } from '#src/operations/means.ts'
import { insertOnce, type Recipient } from '#src/store/notices.ts'
import type { Jobs } from '#src/store/queue.ts'
import { type Happened, whatHappened } from './what-happened.ts'

/**
 * Makes one notice, and one job to send it, for each hearer of an event: all of them or none.
 * Done again, it adds nothing.
 */
export async function announceEvent(
  { store, now, mint }: Pick<Means, 'store' | 'now' | 'mint'>,
  { city, seq }: Jobs['announce_event'],
): Promise<void> {
  await store.inCity(city, async (tx) => {
    const happened = await whatHappened(tx, seq)
    for (const to of recipientsOf(happened)) {
      const notice = { id: mint.id<'notice'>(), seq, report: happened.report.id, to, at: now() }
      if (await insertOnce(tx, notice)) await store.queue.send(tx, 'send_notice', { city, notice: notice.id })
    }
  })
}

function recipientsOf({ event, report, organization }: Happened): readonly Recipient[] {
  return hearersOf(event, { ...report, organization }).flatMap((hearer): readonly Recipient[] => {
    if (hearer.kind === 'organization') return [{ organization: hearer.id }]
    return report.reporter ? [{ person: report.reporter }] : []
  })
}
