import { createLog } from '#src/outside/log.ts'
import { addressesAt } from './addresses.ts'
import { configured, giveUp } from './configured.ts'
import { doJobs } from './do-jobs.ts'
import { closeHouse, openHouse } from './open-house.ts'
import { openMail } from './open-mail.ts'
import { openPictures } from './open-pictures.ts'
import { openPush } from './open-push.ts'
import { whenStopped } from './when-stopped.ts'

const config = configured()
// Its mailbox would be in this process's memory, where no page shows it.
if (!config.smtpUrl) giveUp('SMTP_URL is needed by a process that only does jobs.')

const log = createLog(config.logLevel)
const house = await openHouse(config, log, 'missing')
if (!house.ok) giveUp(house.problem)
const { means, guides } = house.value

const mail = openMail(config, means.now)
const { push, close: closePush } = openPush(config)
const { message } = openPictures(means, config.origin)
await doJobs({ means, guides, log, mail: mail.mail, push, message, addresses: addressesAt(config.origin) })
whenStopped(async () => {
  await closeHouse(house.value, 20)
  mail.close()
  closePush()
})

console.log('Doing jobs.')
