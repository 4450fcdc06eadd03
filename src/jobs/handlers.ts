import type { Push } from '#src/outside/push/push.ts'
import { type Handlers, oneByOne } from '#src/store/queue.ts'
import { announceEvent } from './announce-event.ts'
import { gatherLetters } from './gather-letters.ts'
import type { Parts } from './parts.ts'
import { sendPushes } from './push/send-pushes.ts'
import { tellDevices } from './push/tell-devices.ts'
import { remind } from './remind.ts'
import { sendConfirmation } from './send-confirmation.ts'
import { sendLetters } from './send-letters.ts'
import { sendNotice } from './send-notice.ts'
import { sendReminder } from './send-reminder.ts'
import { sweep } from './sweep.ts'
import { tellFollowers } from './tell-followers.ts'
import { tellOldAddress } from './tell-old-address.ts'
import { writeDataFiles } from './write-data-files.ts'

/** What is done with each job that the queue hands over. */
export function jobHandlers(parts: Parts & { readonly push: Push }): Handlers {
  return {
    announce_event: oneByOne((job) => announceEvent(parts.means, job)),
    send_notice: oneByOne((job) => sendNotice(parts, job)),
    tell_followers: oneByOne((job) => tellFollowers(parts.means, job)),
    gather_letters: oneByOne((job) => gatherLetters(parts, job)),
    send_letter: (jobs) => sendLetters(parts, jobs),
    send_confirmation: oneByOne((job) => sendConfirmation(parts, job)),
    tell_old_address: oneByOne((job) => tellOldAddress(parts, job)),
    remind: oneByOne(() => remind(parts)),
    send_reminder: oneByOne((job) => sendReminder(parts, job)),
    tell_devices: oneByOne((job) => tellDevices(parts.means, job)),
    send_pushes: oneByOne((job) => sendPushes(parts, job)),
    sweep: oneByOne(() => sweep(parts)),
    write_data_files: oneByOne(() => writeDataFiles(parts)),
  }
}
