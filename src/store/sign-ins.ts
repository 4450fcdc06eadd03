import type { Kysely } from 'kysely'

import { moment } from './moment.ts'
import type { Tables } from './tables.ts'

/** Codes and sessions that nobody can use any more: whose they were is nobody's business then. */
export async function sweepExpired(whole: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await whole.deleteFrom('verification').where('expires_at', '<', moment(now)).execute()
  await whole.deleteFrom('session').where('expires_at', '<', moment(now)).execute()
}
