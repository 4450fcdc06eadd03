import type { Kysely } from 'kysely'

import { identityOn } from '#src/outside/identity.ts'
import { createLog } from '#src/outside/log.ts'
import { readReturned } from '#src/outside/returned-mail.ts'
import { createApp } from '#src/web/app.ts'
import { readAssets } from '#src/web/assets.ts'
import { createHandlers } from '#src/web/handlers.ts'
import { limitsOn } from '#src/web/limits.ts'
import { openLive } from '#src/web/live/live.ts'
import { createMetrics } from '#src/web/middleware/metrics.ts'
import { publicLooks } from '#src/web/public-look.ts'
import { paths } from '#src/web/routes.ts'
import { addressesAt } from './addresses.ts'
import { configured, giveUp } from './configured.ts'
import { doJobs } from './do-jobs.ts'
import { listen, stopListening, whyNotListen } from './listen.ts'
import { openApps } from './open-apps.ts'
import { closeHouse, openHouse } from './open-house.ts'
import { openMail, sendCodes } from './open-mail.ts'
import { openPictures } from './open-pictures.ts'
import { openPush } from './open-push.ts'
import { viewerOf } from './viewer-of.ts'
import { whenStopped } from './when-stopped.ts'

const config = configured()
const { origin, secret, proxies } = config
const log = createLog(config.logLevel)
// Before the database, which takes seconds to open and longer to make.
const whyNot = await whyNotListen(config)
if (whyNot) giveUp(whyNot)
const house = await openHouse(config, log, 'missing')
if (!house.ok) giveUp(house.problem)
const { means, guides } = house.value
const { store } = means

const mail = openMail(config, means.now)
const { push, door, close: closePush } = openPush(config)
const metrics = createMetrics()
const assets = readAssets('dist')
const identity = identityOn({
  db: store.whole as unknown as Kysely<never>,
  secret,
  origin,
  sendLetter: sendCodes(mail, origin, log),
})
const countTry = limitsOn(store, secret)
const looks = publicLooks(store)
const whoIs = viewerOf(identity, store)
const live = openLive(store, (err) => log.warn({ err }, 'news could not be read'))
metrics.watch('live_streams', 'Streams of news that are open.', live.size)
const { basemaps, stills, message } = openPictures(means, origin)

const app = createApp({
  means,
  guides,
  handlers: createHandlers({
    assets,
    registry: metrics.registry,
    identity,
    countTry,
    looks,
    letters: mail.letters,
    live,
    viewerOf: whoIs,
    stills,
    apps: await openApps(config.storeApps),
    message,
    readReturned,
    origin,
  }),
  basemaps,
  assets,
  door,
  origin,
  proxies,
  viewerOf: whoIs,
  served(served) {
    metrics.observe(served)
    log.info(served, 'answered')
  },
  fault: (err, requestId) => log.error({ err, requestId }, 'a surprise'),
})

const server = await listen(app.fetch, config)
if (!server.ok) {
  await closeHouse(house.value, 0)
  giveUp(server.problem)
}
if (config.work === 'inside') {
  await doJobs({ means, guides, log, mail: mail.mail, push, message, addresses: addressesAt(origin) })
}
whenStopped(async () => {
  const stopped = stopListening(server.value, 10)
  // No sooner than nobody new is let in: whoever listened comes back to another process.
  live.close()
  await stopped
  await closeHouse(house.value, 10)
  mail.close()
  closePush()
})

console.log(`Open City is at ${origin}`)
if (mail.letters) console.log(`Letters are at ${origin}${paths('uk').mailbox()}`)
