import { createLog } from '#src/outside/log.ts'
import { configured, giveUp } from './configured.ts'
import { openHouse } from './open-house.ts'

// Opening the store migrates it; what a deploy changed in `cities/` follows.
const config = configured()
const house = await openHouse(config, createLog(config.logLevel), 'all')
if (!house.ok) giveUp(house.problem)

const { store, guides } = house.value
await store.queue.stop(10)
await store.close()
console.log(`The database is up to date, and so are its cities: ${[...guides.keys()].join(', ')}.`)
