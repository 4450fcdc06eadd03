import { createLog } from '#src/outside/log.ts'
import { configured, giveUp } from './configured.ts'
import { closeHouse, openHouse } from './open-house.ts'

// Opening the store migrates it; what a deploy changed in `cities/` follows.
const config = configured()
const house = await openHouse(config, createLog(config.logLevel), 'all')
if (!house.ok) giveUp(house.problem)

await closeHouse(house.value, 10)
console.log(`The database is up to date, and so are its cities: ${[...house.value.guides.keys()].join(', ')}.`)
