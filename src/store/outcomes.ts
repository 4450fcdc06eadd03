import { sql } from 'kysely'

import type { DeclineReason } from '#src/domain/act.ts'
import { type Figures, noFigures, type Outcome, type Span } from '#src/domain/figures.ts'
import type { AreaId, CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Tx } from './store.ts'

/** What figures are narrowed to. Months are told by their first day; `until` is the first that is left out. */
export type Narrowed = {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly organization?: OrganizationId
  readonly categories?: readonly CategoryId[]
  readonly area?: AreaId
}

/** By which day things stand, and whether a term waits for the author as long as the city says that it does. */
export type AsOf = { readonly day: Temporal.PlainDate; readonly waitingStops: boolean }

export type By = 'month' | 'organization' | 'category' | { readonly areas: readonly AreaId[] }

/**
 * What the public reports came to as of a day, apart for each month they were sent in, for each organization that answers
 * for them, category or area (then `area` narrows nothing). One statement over counts: what it costs grows with months and kinds, not with reports.
 */
export async function figuresBy(
  { city, db }: Tx,
  by: By,
  { from, until, organization, categories, area }: Narrowed,
  { day: today, waitingStops }: AsOf,
): Promise<ReadonlyMap<string, Figures>> {
  const cut = cutOf(by === 'organization' || organization !== undefined, by === 'category' || categories !== undefined)
  const areas = typeof by === 'object' ? by.areas : [area ?? '']
  const day = today.toString()
  const member = sql.ref(by === 'month' ? by : typeof by === 'object' ? 'area_id' : `${by}_id`)
  const { rows } = await sql<Row>`
    select ${by === 'month' ? sql`${member}::text` : member} as member, outcome, reason,
      case when outcome = 'open' then ${day}::date - accepted_on else days end as days,
      sum(reports)::int as reports, sum(late)::int as late, sum(found_solved)::int as "foundSolved",
      sum(found_unsolved)::int as "foundUnsolved",
      coalesce(sum(reports) filter (where outcome = 'open' and due_on < ${day}::date
        and not (${waitingStops} and reason = 'waiting')), 0)::int as overdue
    from outcome_count
    where city_id = ${city} and cut = ${sql.lit(cut)} and area_id = any(${areas})
      and month >= ${from.toString()}::date and month < ${until.toString()}::date
      ${organization ? sql`and organization_id = ${organization}` : sql``}
      ${categories ? sql`and category_id = any(${categories})` : sql``}
    group by ${member}, 2, 3, 4`.execute(db)
  const members = Map.groupBy(rows, ({ member }) => (by === 'month' ? member.slice(0, '2026-11'.length) : member))
  return new Map([...members].map(([member, some]) => [member, figuresOf(some)]))
}

/** When the first month began that figures can tell of; null before the first public report. */
export async function firstMonth({ city, db }: Tx): Promise<Temporal.PlainDate | null> {
  const row = await db
    .selectFrom('outcome_count')
    .select(sql<string>`month::text`.as('month'))
    .where('city_id', '=', city)
    .where('area_id', '=', '')
    .where('cut', '=', '')
    .orderBy('month')
    .limit(1)
    .executeTakeFirst()
  return row ? Temporal.PlainDate.from(row.month) : null
}

type Row = {
  readonly member: string
  readonly outcome: Outcome
  readonly reason: DeclineReason | 'unknown' | 'waiting' | ''
  readonly days: number
  readonly reports: number
  readonly late: number
  readonly foundSolved: number
  readonly foundUnsolved: number
  readonly overdue: number
}

/** Said as in the indexes of two of them: a parameter would hide from the planner that it fits. */
function cutOf(byOrganization: boolean, byCategory: boolean): string {
  if (byOrganization && byCategory) return 'both'
  return byOrganization ? 'organization' : byCategory ? 'category' : ''
}

function figuresOf(rows: readonly Row[]): Figures {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const having = (outcome: Outcome) => sum((row) => (row.outcome === outcome ? row.reports : 0))
  const declined: { -readonly [Reason in keyof Figures['declined']]: Figures['declined'][Reason] } = {}
  for (const { reason, reports } of rows)
    if (reason && reason !== 'waiting') declined[reason] = (declined[reason] ?? 0) + reports
  return {
    ...noFigures,
    came: sum(({ reports }) => reports),
    open: having('open'),
    overdue: sum(({ overdue }) => overdue),
    resolved: having('resolved'),
    declined,
    merged: having('merged'),
    late: sum(({ late }) => late),
    foundSolved: sum(({ foundSolved }) => foundSolved),
    foundUnsolved: sum(({ foundUnsolved }) => foundUnsolved),
    spans: spansOf(rows),
  }
}

/** By days, rising: what sorts some thousand rows here costs PostgreSQL a third of the statement, for their words. */
function spansOf(rows: readonly Row[]): readonly Span[] {
  const spans: { days: number; answered: number; left: number }[] = []
  for (const { days, outcome, reports } of rows.toSorted((one, other) => one.days - other.days)) {
    const last = spans.at(-1)
    const span = last?.days === days ? last : { days, answered: 0, left: 0 }
    if (span !== last) spans.push(span)
    if (outcome === 'resolved' || outcome === 'not_resolved') span.answered += reports
    else span.left += reports
  }
  return spans
}
