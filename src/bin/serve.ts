import { createLog } from '#src/outside/log.ts'
import { createApp } from '#src/web/app.ts'
import { readAssets } from '#src/web/assets.ts'
import { createHandlers } from '#src/web/handlers.ts'
import { createMetrics } from '#src/web/middleware/metrics.ts'
import { configured, giveUp } from './configured.ts'
import { listen, stopListening } from './listen.ts'
import { openHouse } from './open-house.ts'

const config = configured()
const log = createLog(config.logLevel)
const house = await openHouse(config, log, 'missing')
if (!house.ok) giveUp(house.problem)
const { store, guides } = house.value

const metrics = createMetrics()
const assets = readAssets('dist/client')
const app = createApp({
  means: { store, files: never(), now: () => Temporal.Now.instant(), mint: never() },
  guides,
  handlers: createHandlers({ assets, registry: metrics.registry }),
  assets,
  origin: config.origin,
  proxies: config.proxies,
  viewerOf: async () => ({ kind: 'visitor' }),
  served: (served) => {
    metrics.observe(served)
    log.info(served, 'answered')
  },
  fault: (err, requestId) => log.error({ err, requestId }, 'a surprise'),
})

const server = await listen(app.fetch, config)
if (!server.ok) {
  await store.close()
  giveUp(server.problem)
}
console.log(`Open City is at ${config.origin}`)

const stop = async () => {
  await stopListening(server.value, 10)
  await store.queue.stop(10)
  await store.close()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

function never(): never {
  return null as never
}
