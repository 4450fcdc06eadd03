import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'

import type { Trait } from '#src/domain/figures.ts'
import type { AreaId, CategoryId, CityId, OrganizationId } from '#src/domain/id.ts'
import { openStatuses, type Status } from '#src/domain/report.ts'
import { moment } from './moment.ts'
import type { AsOf } from './outcomes.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** What a list asks for. Every part narrows it; `before` is the number of the last report of the page before. */
export type Filter = {
  readonly statuses?: readonly Status[]
  readonly categories?: readonly CategoryId[]
  readonly organization?: OrganizationId
  readonly area?: AreaId
  readonly words?: string
  readonly from?: Temporal.Instant
  readonly until?: Temporal.Instant
  readonly before?: number
  /** Open, and the answer was due before a day of the city. */
  readonly overdue?: AsOf
  readonly trait?: Trait
  /** West, south, east, north. */
  readonly bounds?: readonly [number, number, number, number]
  readonly numbers?: readonly number[]
}

/**
 * The reports that a filter leaves, newest first. The rows of an area, and those of what reports came to, also say when
 * their reports came: they are read in that order, where the reports themselves are when neither is asked for.
 */
export function narrowed(tx: Tx, filter: Filter) {
  const row = orderedBy(filter)
  return reportsIn(tx, filter)
    .where('r.city_id', '=', tx.city)
    .where((eb) => eb.and(narrowing(eb, tx, filter)))
    .orderBy(sql`${row}.submitted_at`, 'desc')
    .orderBy(sql`${row}.number`, 'desc')
}

function reportsIn(tx: Tx, filter: Filter) {
  const everywhere = tx.db.selectFrom('public_report as r')
  if (!filter.area)
    return asksForOutcome(filter) ? (withOutcome(tx, filter) as unknown as typeof everywhere) : everywhere
  const inArea = tx.db
    .selectFrom('report_area as k')
    .innerJoin('public_report as r', (join) =>
      join.onRef('r.city_id', '=', 'k.city_id').onRef('r.number', '=', 'k.number'),
    )
    .where('k.city_id', '=', tx.city)
    .where('k.area_id', '=', filter.area)
    .$if(asksForOutcome(filter), (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('public_outcome as o')
            .select('o.number')
            .where('o.city_id', '=', tx.city)
            .whereRef('o.number', '=', 'k.number')
            .where(havingOutcome(filter)),
        ),
      ),
    )
  return inArea as unknown as typeof everywhere // safe: whoever narrows it further names columns of `r` alone
}

function withOutcome({ city, db }: Tx, filter: Filter) {
  return db
    .selectFrom('public_outcome as o')
    .innerJoin('public_report as r', (join) =>
      join.onRef('r.city_id', '=', 'o.city_id').onRef('r.number', '=', 'o.number'),
    )
    .where('o.city_id', '=', city)
    .where(havingOutcome(filter))
}

function asksForOutcome({ trait, overdue }: Filter): boolean {
  return trait !== undefined || overdue !== undefined
}

/** Said as in the indexes: parameters would hide from the planner that they fit. */
function havingOutcome({ trait, overdue }: Filter): RawBuilder<boolean> {
  const due =
    overdue &&
    sql`o.outcome = 'open' and o.due_on < ${overdue.day.toString()}::date and not (${overdue.waitingStops} and o.reason = 'waiting')`
  return sql`${sql.join([...(due ? [due] : []), ...(trait ? [havingTrait(trait)] : [])], sql` and `)}`
}

function havingTrait(trait: Trait): RawBuilder<unknown> {
  if (trait === 'late') return sql`o.late`
  if (trait === 'found_solved') return sql`o.verdict = 1`
  if (trait === 'found_unsolved') return sql`o.verdict = -1`
  return sql`o.reason = ${trait} and o.reason <> ''`
}

/** The row that has the order of the list. */
function orderedBy(filter: Filter): RawBuilder<unknown> {
  if (filter.area) return sql.ref('k')
  return sql.ref(asksForOutcome(filter) ? 'o' : 'r')
}

function narrowing(eb: ExpressionBuilder<Tables & { r: Tables['public_report'] }, 'r'>, { city }: Tx, filter: Filter) {
  const { statuses, categories, organization, words, bounds, numbers } = filter
  return [
    // One is said as one: then the index that has it has the order too.
    ...(statuses ? [oneOf(sql.ref(filter.area ? 'k.status' : 'r.status'), statuses)] : []),
    // An area's rows are found by status already.
    ...(!filter.area && statuses?.every(isOpen) ? [stillOpen] : []),
    ...(categories ? [oneOf(sql`r.category_id`, categories)] : []),
    ...(organization ? [eb('r.organization_id', '=', organization)] : []),
    ...(words ? words.split(/\s+/).map(bare).map(having) : []),
    ...inTime(city, filter),
    ...(bounds ? [sql<boolean>`r.location && st_makeenvelope(${sql.join(bounds)}, 4326)`] : []),
    ...(numbers ? [sql<boolean>`r.number = any(${numbers})`] : []),
  ]
}

/** A word without the signs of a sentence around it: people write them, and nobody looks for them. */
function bare(word: string): string {
  return word.replace(/^[«»„“”"(]+|[!?.,;:…«»„“”")]+$/g, '') || word
}

/** As in the index of open reports: parameters would hide from the planner that it fits. A public one is no longer submitted. */
const stillOpen = sql<boolean>`r.status in ('accepted', 'in_progress', 'awaiting_answer', 'postponed')`

function isOpen(status: Status): boolean {
  return openStatuses.some((open) => open === status)
}

/** Which part of the list's order is asked for: what the index that has it is read from, and to. */
function inTime(city: CityId, filter: Filter): readonly RawBuilder<boolean>[] {
  const { from, until, before } = filter
  const row = orderedBy(filter)
  return [
    ...(from ? [sql<boolean>`${row}.submitted_at >= ${moment(from)}`] : []),
    ...(until ? [sql<boolean>`${row}.submitted_at < ${moment(until)}`] : []),
    ...(before
      ? [
          sql<boolean>`(${row}.submitted_at, ${row}.number) < (coalesce((select b.submitted_at from report b
            where b.city_id = ${city} and b.number = ${before}), 'infinity'), ${before}::int)`,
        ]
      : []),
  ]
}

/** A group may hold no category: then nothing is asked for, which an empty `in ()` could not say. */
function oneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> {
  const [only] = values
  return values.length === 1 ? sql`${column} = ${only}` : sql`${column} = any(${values})`
}

/** After these a word begins, and at the beginning. */
const beforeWords = ['% ', '%\n', '%(', '%«', '%"', '%-', '%/', '']

/** Anywhere in the text; one or two letters only where a word begins, for which alone the index can look them up. */
function having(word: string): RawBuilder<boolean> {
  const text = sql`(r.description || ' ' || r.address)`
  // The signs that `ilike` would take for more than themselves.
  const letters = word.replace(/[\\%_]/g, '\\$&')
  const before = [...word].length > 2 ? ['%'] : beforeWords
  return sql`(${sql.join(
    before.map((sign) => sql`${text} ilike ${`${sign}${letters}%`}`),
    sql` or `,
  )})`
}
