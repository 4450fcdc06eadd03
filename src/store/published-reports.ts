import { sql } from 'kysely'

import { declineReasons } from '#src/domain/act.ts'
import type { Outcome } from '#src/domain/figures.ts'
import type { AreaId } from '#src/domain/id.ts'
import type { PublishedReport } from '#src/domain/published-report.ts'
import { instant, instantOrNull } from './moment.ts'
import { type Filter, narrowed } from './narrowed.ts'
import type { Tx } from './store.ts'

/** What open data tell of the newest public reports that a filter leaves. One statement. */
export async function publishedReports(tx: Tx, filter: Filter, most: number): Promise<readonly PublishedReport[]> {
  const rows = await narrowed(tx, filter)
    // Looked up for each of the few: joined otherwise, the planner would read all of them through.
    .leftJoinLateral(
      ({ selectFrom }) =>
        selectFrom('public_outcome')
          .select(['outcome', 'reason', 'days', 'late', 'verdict'])
          .where('city_id', '=', tx.city)
          .whereRef('public_outcome.number', '=', 'r.number')
          .limit(1)
          .as('came_to'),
      (join) => join.onTrue(),
    )
    .select(['r.number', 'r.status', 'r.status_since', 'r.category_id', 'r.organization_id', 'r.address'])
    .select(['r.description', 'r.locale', 'r.submitted_at', 'r.accepted_at', 'r.answer_due', 'r.confirmed'])
    .select('r.supporters')
    .select([
      sql<number | null>`st_x(r.location)`.as('lng'),
      sql<number | null>`st_y(r.location)`.as('lat'),
      sql<AreaId[]>`array(select k.area_id from report_area k
        where k.city_id = r.city_id and k.number = r.number order by k.area_id)`.as('areas'),
      // Asked of the few that it is true of: joined to some hundred at once, the planner would read all reports through.
      sql<number | null>`case when r.status = 'merged' then (select m.merged_into_number from public_report m
        where m.city_id = r.city_id and m.id = r.id) end`.as('merged_into'),
    ])
    .select(['came_to.outcome', 'came_to.reason', 'came_to.days', 'came_to.late', 'came_to.verdict'])
    .limit(most)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    statusSince: instant(row.status_since),
    categoryId: row.category_id,
    organization: row.organization_id,
    address: row.address,
    description: row.description,
    locale: row.locale,
    location: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    areas: row.areas,
    submittedAt: instant(row.submitted_at),
    acceptedAt: instantOrNull(row.accepted_at),
    answerDue: instantOrNull(row.answer_due),
    confirmed: row.confirmed,
    mergedInto: row.merged_into,
    supporters: row.supporters,
    ...answerOf(row),
  }))
}

type CameTo = {
  readonly outcome: Outcome | null
  readonly reason: string | null
  readonly days: number | null
  readonly late: boolean | null
  readonly verdict: number | null
}

function answerOf({ outcome, reason, days, late, verdict }: CameTo) {
  const isAnswered = outcome === 'resolved' || outcome === 'not_resolved'
  return {
    declineReason: declineReasons.find((one) => outcome === 'not_resolved' && one === reason) ?? null,
    daysToAnswer: isAnswered ? days : null,
    answeredLate: isAnswered ? late : null,
    foundSolved: verdict ? verdict > 0 : null,
  }
}

/** Reports that are in memory at once while all are read. */
export const readAtOnce = 100

/**
 * All that a filter leaves, newest first, read on as they are taken, each page a statement of its own: who takes them
 * slowly holds nothing of the database. A report that is public all the while comes exactly once, as it stood when its
 * page was read; those that were sent meanwhile do not come.
 */
export async function* allPublished(
  tx: Tx,
  filter: Filter,
  atOnce = readAtOnce,
): AsyncGenerator<readonly PublishedReport[]> {
  let before = filter.before
  for (;;) {
    const page = await publishedReports(tx, before === undefined ? filter : { ...filter, before }, atOnce)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < atOnce) return
    before = last.number
  }
}

/** When the first of the reports that are public was sent; null while there is none. */
export async function oldest({ city, db }: Tx): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('public_report')
    .select('submitted_at')
    .where('city_id', '=', city)
    .orderBy('submitted_at')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row ? instant(row.submitted_at) : null
}
