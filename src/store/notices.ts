import { sql } from 'kysely'

import type { OrganizationId, PersonId, ReportId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'

export type Recipient = { readonly person: PersonId } | { readonly organization: OrganizationId }

/** One row for one hearer of one event; false when it was there already. */
export async function insertOnce(
  tx: OpenTx,
  notice: {
    readonly id: string
    readonly seq: number
    readonly report: ReportId
    readonly to: Recipient
    readonly at: Temporal.Instant
  },
): Promise<boolean> {
  const { id, seq, report, to, at } = notice
  const inserted = await tx.db
    .insertInto('notice')
    .values({
      city_id: tx.city,
      id,
      event_seq: seq,
      report_id: report,
      person_id: 'person' in to ? to.person : null,
      organization_id: 'organization' in to ? to.organization : null,
      created_at: moment(at),
      sent_at: null,
      failed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'event_seq', 'person_id', 'organization_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** One row for each supporter of the report who has none of this event yet: the new ones, in one statement however many they are. */
export async function insertForSupporters(
  tx: OpenTx,
  { seq, report, at }: { readonly seq: number; readonly report: ReportId; readonly at: Temporal.Instant },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into notice (city_id, id, event_seq, report_id, person_id, created_at)
    select city_id, gen_random_uuid(), ${seq}, report_id, person_id, ${moment(at)}
    from support where city_id = ${tx.city} and report_id = ${report}
    on conflict (city_id, event_seq, person_id, organization_id) do nothing
    returning id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** There is nobody to send it to any more. */
export async function drop(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('notice').where('city_id', '=', tx.city).where('id', '=', id).execute()
}

export type Waiting = {
  readonly id: string
  readonly seq: number
  readonly report: ReportId
  readonly to:
    | {
        readonly kind: 'person'
        readonly id: PersonId
        readonly email: string
        readonly firstName: string
        readonly locale: Locale
      }
    | { readonly kind: 'organization'; readonly id: OrganizationId; readonly email: string }
}

/** A notice that is still to be sent, with where to; null when it was sent, given up, or its person is gone. */
export async function findWaiting(tx: Tx, id: string): Promise<Waiting | null> {
  const row = await tx.db
    .selectFrom('notice as n')
    .leftJoin('person as p', 'p.id', 'n.person_id')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.city_id', '=', 'n.city_id').onRef('o.id', '=', 'n.organization_id'),
    )
    .select([
      'n.id',
      'n.event_seq',
      'n.report_id',
      'p.id as person',
      'p.email',
      'p.first_name',
      'p.locale',
      'o.id as organization',
      'o.email as office',
    ])
    .where('n.city_id', '=', tx.city)
    .where('n.id', '=', id)
    .where('n.sent_at', 'is', null)
    .where('n.failed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const about = { id: row.id, seq: row.event_seq, report: row.report_id }
  if (row.person !== null && row.email !== null && row.locale !== null) {
    return {
      ...about,
      to: { kind: 'person', id: row.person, email: row.email, firstName: row.first_name ?? '', locale: row.locale },
    }
  }
  return row.organization !== null && row.office !== null
    ? { ...about, to: { kind: 'organization', id: row.organization, email: row.office } }
    : null
}

export async function markSent(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('notice')
    .set({ sent_at: moment(at) })
    .where('city_id', '=', tx.city)
    .where('id', '=', id)
    .execute()
}

/** The mail server refused the address for good: not tried again. */
export async function markFailed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('notice')
    .set({ failed_at: moment(at) })
    .where('city_id', '=', tx.city)
    .where('id', '=', id)
    .execute()
}
