import { serverUrl } from '../server.ts'
import { brokenLink } from './broken-link.ts'
import { inAShell } from './in-a-shell.ts'
import { inOrder } from './in-order.ts'
import { inThePocket } from './in-the-pocket.ts'
import { actsOffline, outbox } from './outbox.ts'
import { describeInBrowser } from './stage.ts'
import { versions } from './versions.ts'
import { whoseOutbox } from './whose-outbox.ts'
import { pressedWithoutConnection, withoutConnection } from './without-connection.ts'

// A house of their own: one neighbour may send no more reports a day, and one network ask for no more codes an hour, than
// the other journeys do already.
describeInBrowser('In the pocket', serverUrl ? 'PostgreSQL' : 'PGlite', (stage) => {
  withoutConnection(stage)
  pressedWithoutConnection(stage)
  versions(stage)
  outbox(stage)
  brokenLink(stage)
  actsOffline(stage)
  inOrder(stage)
  whoseOutbox(stage)
  inThePocket(stage)
  inAShell(stage)
})
