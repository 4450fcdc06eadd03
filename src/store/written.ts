import type { ReportId } from '#src/domain/id.ts'
import { instant, moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'

/** Says of a report that was just made when it was written, where that was before. */
export async function keepWritten(tx: OpenTx, report: ReportId, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('report')
    .set({ written_at: moment(at) })
    .where('city_id', '=', tx.city)
    .where('id', '=', report)
    .execute()
}

/** When a report was written; null when that was as it was sent. */
export async function writtenOf(tx: Tx, report: ReportId): Promise<Temporal.Instant | null> {
  const row = await tx.db
    .selectFrom('report')
    .select('written_at')
    .where('city_id', '=', tx.city)
    .where('id', '=', report)
    .executeTakeFirst()
  return row?.written_at ? instant(row.written_at) : null
}
