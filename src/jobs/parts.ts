import type { BaseLogger } from 'pino'

import type { Guide } from '#src/domain/guide.ts'
import type { CityId } from '#src/domain/id.ts'
import type { MakeMessage } from '#src/message/make-message.ts'
import type { Means } from '#src/operations/means.ts'
import type { Mail } from '#src/outside/mail.ts'
import type { Addresses } from './addresses.ts'

/** What jobs are done with, built once in `bin/` and handed in. */
export type Parts = {
  readonly means: Means
  readonly mail: Mail
  readonly message: MakeMessage
  readonly guides: ReadonlyMap<CityId, Guide>
  readonly addresses: Addresses
  /** Told no personal data: ids and counts. */
  readonly log: Pick<BaseLogger, 'info' | 'warn'>
}
