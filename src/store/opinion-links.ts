import type { Kysely } from 'kysely'

import type { PersonId, ReportId } from '#src/domain/id.ts'
import { moment } from './moment.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** Whom a letter asked, and about which closing of which report. */
export type OpinionLink = {
  readonly report: ReportId
  readonly number: number
  readonly person: PersonId
  /** The `seq` of the closing. */
  readonly closing: number
}

/** One link for one letter. The same id again replaces its secret, which is kept nowhere: a letter tried twice has one working link. */
export async function keep(
  tx: Tx,
  link: Omit<OpinionLink, 'number'> & {
    readonly id: string
    readonly secretHash: string
    readonly expiresAt: Temporal.Instant
  },
): Promise<void> {
  const { id, secretHash, report, person, closing, expiresAt } = link
  const fresh = { secret_hash: secretHash, expires_at: moment(expiresAt) }
  await tx.db
    .insertInto('opinion_link')
    .values({ city_id: tx.city, id, report_id: report, closing_seq: closing, person_id: person, ...fresh })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doUpdateSet(fresh))
    .execute()
}

/** By its secret's hash; null when unknown or expired, or its person erased the account. */
export async function findLive(tx: Tx, secretHash: string, now: Temporal.Instant): Promise<OpinionLink | null> {
  const row = await tx.db
    .selectFrom('opinion_link as l')
    .innerJoin('report as r', (join) => join.onRef('r.city_id', '=', 'l.city_id').onRef('r.id', '=', 'l.report_id'))
    .select(['l.report_id as report', 'r.number', 'l.person_id as person', 'l.closing_seq as closing'])
    .where('l.city_id', '=', tx.city)
    .where('l.secret_hash', '=', secretHash)
    .where('l.expires_at', '>', moment(now))
    .executeTakeFirst()
  return row ?? null
}

/** Letters that a person has got ask nothing any more. */
export async function forget(whole: Kysely<Tables>, person: PersonId): Promise<void> {
  await whole.deleteFrom('opinion_link').where('person_id', '=', person).execute()
}

/** Forgets links that open nothing any more. */
export async function sweep(whole: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await whole.deleteFrom('opinion_link').where('expires_at', '<', moment(now)).execute()
}
