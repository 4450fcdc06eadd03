import { sql } from 'kysely'

import type { DraftKey, ReportId } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import type { Unnumbered } from '#src/domain/submission.ts'
import { moment, momentOrNull } from './moment.ts'
import { files, type ReportRow, reportFromRow } from './report-from-row.ts'
import type { OpenTx, Tx } from './store.ts'

/**
 * Saves a new report under the city's next number.
 *
 * Null when the same draft arrived first: then it waits for that twin to commit, so that reading
 * it afterwards is certain. The number is taken under the lock of the city's row in the same
 * statement, so that numbers have no gaps and a crash never shows one twice.
 */
export async function insertOnce(tx: OpenTx, report: Unnumbered): Promise<{ number: number; seq: number } | null> {
  const counted = await tx.db
    .updateTable('city')
    .set((eb) => ({ last_number: eb('last_number', '+', 1), last_seq: eb('last_seq', '+', 1) }))
    .where('id', '=', tx.city)
    .returning(['last_number as number', 'last_seq as seq'])
    .executeTakeFirstOrThrow()
  const inserted = await tx.db
    .insertInto('report')
    .values({
      ...columns(report),
      city_id: tx.city,
      id: report.id,
      number: counted.number,
      draft_key: report.draftKey,
      last_seq: counted.seq,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'draft_key']).doNothing())
    .returning('number')
    .executeTakeFirst()
  if (inserted) return counted

  // The twin committed while this one waited for the city's row: its number goes back, under the same lock.
  await tx.db
    .updateTable('city')
    .set((eb) => ({ last_number: eb('last_number', '-', 1), last_seq: eb('last_seq', '-', 1) }))
    .where('id', '=', tx.city)
    .execute()
  return null
}

/** True of the fault by which the database refuses a report of somebody who is not there any more. */
export function lacksReporter(fault: unknown): boolean {
  const { code, constraint } = fault as { readonly code?: string; readonly constraint?: string }
  return code === '23503' && constraint === 'report_reporter_id_fkey'
}

/** The report as it now stands, under its event's number. */
export async function save(tx: OpenTx, report: Report, seq: number): Promise<void> {
  await tx.db
    .updateTable('report')
    .set({ ...columns(report), last_seq: seq })
    .where('city_id', '=', tx.city)
    .where('id', '=', report.id)
    .execute()
}

export async function findByDraft(tx: Tx, key: DraftKey): Promise<Report | null> {
  return one(await selected(tx).where('r.draft_key', '=', key).executeTakeFirst())
}

export async function findByNumber(tx: Tx, number: number): Promise<Report | null> {
  return one(await selected(tx).where('r.number', '=', number).executeTakeFirst())
}

export async function findById(tx: Tx, id: ReportId): Promise<Report | null> {
  return one(await selected(tx).where('r.id', '=', id).executeTakeFirst())
}

/** The report that this draft became. Throws when there is none. */
export async function getByDraft(tx: Tx, key: DraftKey): Promise<Report> {
  const report = await findByDraft(tx, key)
  if (!report) throw new Error(`No report of draft ${key}`)
  return report
}

/** The report that this one is merged into, before anything is locked. */
export async function mainOf(tx: Tx, number: number): Promise<ReportId | null> {
  const row = await tx.db
    .selectFrom('report')
    .select('merged_into')
    .where('city_id', '=', tx.city)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.merged_into ?? null
}

/** Whether others were merged into the report. It is locked, and so is whoever would be merged into it. */
export async function isMain(tx: OpenTx, report: ReportId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('report')
    .select('id')
    .where('city_id', '=', tx.city)
    .where('merged_into', '=', report)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Holds the report until the transaction ends: an act is decided on what nobody else is changing. With its last event's number.
 *
 * `also` is held with it. Reports are always locked in the order of their ids, and before the city's row, so that
 * nobody waits for somebody who waits for them; their keys stay free, so that a row that only refers to one does not wait.
 */
export async function lockByNumber(
  tx: OpenTx,
  number: number,
  also: ReportId | null = null,
): Promise<{ report: Report; lastSeq: number } | null> {
  const rows = await tx.db
    .selectFrom('report')
    .select(['id', 'number', 'last_seq as lastSeq'])
    .where('city_id', '=', tx.city)
    .where((eb) => eb.or([eb('number', '=', number), ...(also ? [eb('id', '=', also)] : [])]))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const locked = rows.find((row) => row.number === number)
  const report = locked && (await findById(tx, locked.id))
  return report ? { report, lastSeq: locked.lastSeq } : null
}

function one(row: ReportRow | undefined): Report | null {
  return row ? reportFromRow(row) : null
}

function selected(tx: Tx) {
  return tx.db
    .selectFrom('report as r')
    .selectAll('r')
    .select([
      sql<number | null>`st_x(r.location)`.as('lng'),
      sql<number | null>`st_y(r.location)`.as('lat'),
      files.as('files'),
    ])
    .where('r.city_id', '=', tx.city)
}

function columns(report: Unnumbered) {
  const { location } = report
  return {
    category_id: report.categoryId,
    location: location && sql`st_setsrid(st_makepoint(${location.lng}, ${location.lat}), 4326)`,
    address: report.address,
    description: report.description,
    answers: JSON.stringify(report.answers),
    reporter_id: report.reporter,
    name_shown: report.nameShown,
    locale: report.locale,
    organization_id: report.organization,
    status: report.status,
    status_since: moment(report.statusSince),
    accepted_at: momentOrNull(report.acceptedAt),
    term_ends: momentOrNull(report.termEnds),
    answer_due: momentOrNull(report.answerDue),
    due_since: momentOrNull(report.dueSince),
    confirmed: report.confirmed,
    merged_into: report.mergedInto,
    submitted_at: moment(report.submittedAt),
  }
}
