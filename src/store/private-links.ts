import { createHash } from 'node:crypto'

import type { LinkId, OrganizationId, ReportId } from '#src/domain/id.ts'
import { instant, moment } from './moment.ts'
import type { Tx } from './store.ts'

export type PrivateLink = {
  readonly id: LinkId
  readonly report: ReportId
  readonly number: number
  readonly organization: OrganizationId
  readonly expiresAt: Temporal.Instant
}

/** All that is kept of a secret: whoever reads the database can't use a link. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** One link for one report and organization. The same id again replaces its secret: a mail tried twice has one working link. */
export async function keep(
  tx: Tx,
  link: {
    readonly id: LinkId
    readonly secretHash: string
    readonly report: ReportId
    readonly organization: OrganizationId
    readonly at: Temporal.Instant
    readonly expiresAt: Temporal.Instant
  },
): Promise<void> {
  const { id, secretHash, report, organization, at, expiresAt } = link
  await tx.db
    .insertInto('private_link')
    .values({
      city_id: tx.city,
      id,
      secret_hash: secretHash,
      report_id: report,
      organization_id: organization,
      created_at: moment(at),
      expires_at: moment(expiresAt),
      revoked_at: null,
    })
    .onConflict((conflict) =>
      // Given to somebody else and back between two tries, the report is this organization's again.
      conflict
        .columns(['city_id', 'id'])
        .doUpdateSet({ secret_hash: secretHash, expires_at: moment(expiresAt), revoked_at: null }),
    )
    .execute()
}

/** By its secret's hash; null when unknown, expired or revoked. */
export async function findLive(tx: Tx, secretHash: string, now: Temporal.Instant): Promise<PrivateLink | null> {
  const row = await tx.db
    .selectFrom('private_link as l')
    .innerJoin('report as r', (join) => join.onRef('r.city_id', '=', 'l.city_id').onRef('r.id', '=', 'l.report_id'))
    .select(['l.id', 'l.report_id', 'r.number', 'l.organization_id', 'l.expires_at'])
    .where('l.city_id', '=', tx.city)
    .where('l.secret_hash', '=', secretHash)
    .where('l.revoked_at', 'is', null)
    .where('l.expires_at', '>', moment(now))
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        report: row.report_id,
        number: row.number,
        organization: row.organization_id,
        expiresAt: instant(row.expires_at),
      }
    : null
}

/** Links of a report that others than `except` hold stop working: it was passed on. */
export async function revoke(
  tx: Tx,
  report: ReportId,
  except: OrganizationId | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx.db
    .updateTable('private_link')
    .set({ revoked_at: moment(now) })
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('revoked_at', 'is', null)
    .$if(except !== null, (query) => query.where('organization_id', '<>', except as OrganizationId))
    .execute()
}
