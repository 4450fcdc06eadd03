import { type Selectable, sql } from 'kysely'

import type { CategoryId } from '#src/domain/id.ts'
import type { Point, Status } from '#src/domain/report.ts'
import { instant } from './moment.ts'
import type { Filter } from './narrowed.ts'
import type { CellRange } from './report-counts.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** What a map shows of one report. */
export type Pin = {
  readonly number: number
  readonly status: Status
  readonly categoryId: CategoryId
  readonly submittedAt: Temporal.Instant
  readonly location: Point
}

/** The level of the cell that is stored with a report. */
const finest = 26

/** Every public report in a range of cells that the filter leaves. Ask for few cells: it costs what they hold. */
export async function inCells(
  tx: Tx,
  { level, first, end }: CellRange,
  { statuses, categories }: Pick<Filter, 'statuses' | 'categories'>,
): Promise<readonly Pin[]> {
  const inside = 4 ** (finest - level)
  const rows = await selected(tx)
    .where('cell', '>=', first * inside)
    .where('cell', '<', end * inside)
    .$if(statuses !== undefined, (query) => query.where(sql<boolean>`status = any(${statuses})`))
    .$if(categories !== undefined, (query) => query.where(sql<boolean>`category_id = any(${categories})`))
    .execute()
  return rows.map(pinFromRow)
}

/** The reports of these numbers. */
export async function ofNumbers(tx: Tx, numbers: readonly number[]): Promise<readonly Pin[]> {
  const rows = await selected(tx).where(sql<boolean>`number = any(${numbers})`).execute()
  return rows.map(pinFromRow)
}

function selected({ city, db }: Tx) {
  return db
    .selectFrom('public_pin')
    .select(['number', 'status', 'category_id', 'submitted_at'])
    .select([sql<number>`st_x(location)`.as('lng'), sql<number>`st_y(location)`.as('lat')])
    .where('city_id', '=', city)
    .orderBy('number')
}

type PinRow = Pick<Selectable<Tables['public_pin']>, 'number' | 'status' | 'category_id' | 'submitted_at'> & Point

function pinFromRow({ number, status, category_id, submitted_at, lng, lat }: PinRow): Pin {
  return { number, status, categoryId: category_id, submittedAt: instant(submitted_at), location: { lng, lat } }
}
