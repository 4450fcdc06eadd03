import { it } from 'vitest'
import { brokenLink } from '../journeys/broken-link.ts'
import { describeInBrowser } from '../journeys/stage.ts'
import { serverUrl } from '../server.ts'
import { isLong } from './chance.ts'

if (isLong) describeInBrowser('An outbox', serverUrl ? 'PostgreSQL' : 'PGlite', brokenLink)
else it.skip('a link breaks twenty times while an outbox sends: in npm run faults', () => undefined)
