import { describe } from 'vitest'
import { brokenLink } from '../journeys/broken-link.ts'
import { describeInBrowser } from '../journeys/stage.ts'
import { serverUrl } from '../server.ts'
import { isLong } from './chance.ts'

const without = isLong ? '' : ', skipped: the journeys break it once; npm run faults does so often'

describe.skipIf(!isLong)(`A link that breaks while an outbox sends${without}`, () => {
  describeInBrowser('An outbox', serverUrl ? 'PostgreSQL' : 'PGlite', brokenLink)
})
