import { sql } from 'kysely'

import type { OrganizationId, PersonId, ReportId } from '#src/domain/id.ts'
import type { Reached } from '#src/domain/reminding.ts'
import type { Status } from '#src/domain/report.ts'
import { instant, instantOrNull, moment } from './moment.ts'
import { runsInRow } from './overdue.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** A report at a point of its term of which nobody was told, nor was found to have nothing to be told. */
export type Untold = {
  readonly report: ReportId
  readonly organization: OrganizationId
  readonly due: Temporal.Instant
  readonly dueSince: Temporal.Instant | null
}

/** As the indexes of open reports have it, so that the planner knows that they fit. */
const atWork = sql<boolean>`r.status in ('accepted', 'in_progress', 'awaiting_answer', 'postponed')`

/** Those that are due soonest, `most` of them. */
export async function untold(
  tx: Tx,
  { point, after, until }: Reached,
  waitingStops: boolean,
  most: number,
): Promise<readonly Untold[]> {
  const rows = await tx.db
    .selectFrom('report as r')
    .select(['r.id', 'r.organization_id', 'r.answer_due', 'r.due_since'])
    .where('r.city_id', '=', tx.city)
    .where(atWork)
    .where('r.answer_due', '<=', moment(until))
    .$if(after !== null, (query) => query.where('r.answer_due', '>', moment(after as Temporal.Instant)))
    .where(runsInRow(sql`r`, waitingStops))
    .where(
      sql<boolean>`not exists (select from reminder m where m.city_id = r.city_id and m.report_id = r.id
        and m.term = r.answer_due and m.point = ${point})`,
    )
    .orderBy('r.answer_due')
    .orderBy('r.number')
    .limit(most)
    .execute()
  return rows.flatMap(({ id, organization_id, answer_due, due_since }) =>
    organization_id && answer_due
      ? [{ report: id, organization: organization_id, due: instant(answer_due), dueSince: instantOrNull(due_since) }]
      : [],
  )
}

export type Recipient = Exclude<Tables['reminder']['recipient'], 'administrator'> | { readonly administrator: PersonId }

export type Reminder = {
  readonly id: string
  readonly organization: OrganizationId
  readonly to: Recipient
  readonly term: Temporal.Instant
  /** The report and the point of its term; null for the digest of a week. */
  readonly of: { readonly report: ReportId; readonly point: number } | null
}

/** The ids of those that were not there yet, but for the ones that are moot: they are kept so that nobody looks again. */
export async function insertOnce(
  tx: OpenTx,
  reminders: readonly (Reminder & { readonly moot: boolean })[],
  at: Temporal.Instant,
): Promise<readonly string[]> {
  if (reminders.length === 0) return []
  const inserted = await tx.db
    .insertInto('reminder')
    .values(
      reminders.map(({ id, organization, to, term, of, moot }) => ({
        city_id: tx.city,
        id,
        organization_id: organization,
        ...recipientColumns(to),
        report_id: of?.report ?? null,
        term: moment(term),
        point: of?.point ?? null,
        moot,
        created_at: moment(at),
        sent_at: null,
        failed_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'moot'])
    .execute()
  return inserted.filter(({ moot }) => !moot).map(({ id }) => id)
}

function recipientColumns(to: Recipient): Pick<Tables['reminder'], 'recipient' | 'person_id'> {
  return typeof to === 'string'
    ? { recipient: to, person_id: null }
    : { recipient: 'administrator', person_id: to.administrator }
}

/** A reminder that is still to be sent; null when it was sent or given up. */
export async function findWaiting(tx: Tx, id: string): Promise<Reminder | null> {
  const row = await tx.db
    .selectFrom('reminder')
    .select(['id', 'organization_id', 'recipient', 'person_id', 'term', 'report_id', 'point'])
    .where('city_id', '=', tx.city)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { report_id: report, point, recipient, person_id: person } = row
  const to = recipient === 'administrator' ? person && { administrator: person } : recipient
  if (!to) return null
  return {
    id: row.id,
    organization: row.organization_id,
    to,
    term: instant(row.term),
    of: report !== null && point !== null ? { report, point } : null,
  }
}

/** What it was of is so no longer. */
export async function drop(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('reminder').where('city_id', '=', tx.city).where('id', '=', id).execute()
}

export async function markSent(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await mark(tx, id, { sent_at: moment(at) })
}

/** The mail server refused the address for good: not tried again. */
export async function markFailed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await mark(tx, id, { failed_at: moment(at) })
}

async function mark(tx: Tx, id: string, when: { sent_at: Date } | { failed_at: Date }): Promise<void> {
  await tx.db.updateTable('reminder').set(when).where('city_id', '=', tx.city).where('id', '=', id).execute()
}

/** The organizations that have their row for a week, sent or not. */
export async function withDigest(tx: Tx, week: Temporal.Instant): Promise<ReadonlySet<OrganizationId>> {
  const rows = await tx.db
    .selectFrom('reminder')
    .select('organization_id')
    .where('city_id', '=', tx.city)
    .where('report_id', 'is', null)
    .where('term', '=', moment(week))
    .execute()
  return new Set(rows.map((row) => row.organization_id))
}

/** The organizations that have to answer something until a moment, or had to before. */
export async function owing(
  tx: Tx,
  until: Temporal.Instant,
  waitingStops: boolean,
): Promise<ReadonlySet<OrganizationId | null>> {
  const rows = await tx.db
    .selectFrom('report as r')
    .select('r.organization_id')
    .distinct()
    .where('r.city_id', '=', tx.city)
    .where(atWork)
    .where('r.answer_due', '<=', moment(until))
    .where(runsInRow(sql`r`, waitingStops))
    .execute()
  return new Set(rows.map((row) => row.organization_id))
}

export type Owed = {
  readonly number: number
  readonly description: string
  readonly address: string
  readonly status: Status
  readonly due: Temporal.Instant
}

/** What an organization has to answer until a moment, the soonest first: how many, how many of them are late now, and the first `most`. */
export async function owedBy(
  tx: Tx,
  organization: OrganizationId,
  {
    until,
    now,
    waitingStops,
    most,
  }: { until: Temporal.Instant; now: Temporal.Instant; waitingStops: boolean; most: number },
): Promise<{ readonly all: number; readonly late: number; readonly first: readonly Owed[] }> {
  const rows = await tx.db
    .selectFrom('report as r')
    .select(['r.number', 'r.description', 'r.address', 'r.status', 'r.answer_due'])
    .select([
      sql<number>`(count(*) over ())::int`.as('all'),
      sql<number>`(count(*) filter (where r.answer_due < ${moment(now)}) over ())::int`.as('late'),
    ])
    .where('r.city_id', '=', tx.city)
    .where('r.organization_id', '=', organization)
    .where(atWork)
    .where('r.answer_due', '<=', moment(until))
    .where(runsInRow(sql`r`, waitingStops))
    .orderBy('r.answer_due')
    .orderBy('r.number')
    .limit(most)
    .execute()
  const first = rows.flatMap(({ number, description, address, status, answer_due }) =>
    answer_due ? [{ number, description, address, status, due: instant(answer_due) }] : [],
  )
  return { all: rows[0]?.all ?? 0, late: rows[0]?.late ?? 0, first }
}
