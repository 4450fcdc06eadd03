import { type RawBuilder, sql } from 'kysely'

import type { City } from '#src/domain/city.ts'
import { moment } from './moment.ts'

/** By when and by which rule an answer is late. */
export type Overdue = { readonly at: Temporal.Instant; readonly waitingStops: boolean }

/** Late now, in a city. */
export function overdueIn({ policy }: Pick<City, 'policy'>, now: Temporal.Instant): Overdue {
  return { at: now, waitingStops: policy.waitingStopsTerm }
}

/** The domain's `isOverdue` of a row of reports, for the database. */
export function isOverdueRow(row: RawBuilder<unknown>, { at, waitingStops }: Overdue): RawBuilder<boolean> {
  return sql<boolean>`(${row}.answer_due < ${moment(at)} and ${runsInRow(row, waitingStops)})`
}

/** False of a report whose term waits for its author: the domain's `standsStill`. */
export function runsInRow(row: RawBuilder<unknown>, waitingStops: boolean): RawBuilder<boolean> {
  if (!waitingStops) return sql<boolean>`true`
  return sql<boolean>`not (${row}.status = 'awaiting_answer' and ${row}.status_since <= ${row}.answer_due)`
}
