import type { Kysely } from 'kysely'

import type { PersonId, SessionId } from '#src/domain/id.ts'
import { moment } from './moment.ts'
import type { Tables } from './tables.ts'

/** All sessions of a person but this one end, and what is told to their devices with them. */
export async function endOthers(whole: Kysely<Tables>, person: PersonId, session: SessionId): Promise<void> {
  await whole.deleteFrom('session').where('person_id', '=', person).where('id', '<>', session).execute()
}

/** Codes and sessions that nobody can use any more: whose they were is nobody's business then. */
export async function sweepExpired(whole: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await whole.deleteFrom('verification').where('expires_at', '<', moment(now)).execute()
  await whole.deleteFrom('session').where('expires_at', '<', moment(now)).execute()
}
