import { serverUrl } from '../server.ts'
import { pages } from './pages.ts'
import { describeInBrowser } from './stage.ts'

// Pages are the same on either database; this one leaves a core to the browser.
describeInBrowser('Pages', serverUrl ? 'PostgreSQL' : 'PGlite', pages)
