import type { Handlers } from '#src/store/queue.ts'
import { announceEvent } from './announce-event.ts'
import type { Parts } from './parts.ts'
import { sendNotice } from './send-notice.ts'
import { sweep } from './sweep.ts'

/** What is done with each job that the queue hands over. */
export function jobHandlers(parts: Parts): Handlers {
  return {
    announce_event: (job) => announceEvent(parts.means, job),
    send_notice: (job) => sendNotice(parts, job),
    sweep: () => sweep(parts),
  }
}
