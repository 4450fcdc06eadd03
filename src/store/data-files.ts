import { type Kysely, sql } from 'kysely'

import type { Locale } from '#src/domain/locale.ts'
import { instant, moment } from './moment.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** One file of a day's open data. */
export type DataFile = {
  /** The day in the city that it tells up to the end of. */
  readonly day: Temporal.PlainDate
  readonly locale: Locale
  readonly format: 'csv' | 'geojson'
  /** Under which it is stored. */
  readonly key: string
  readonly reports: number
  readonly bytes: number
  readonly sha256: string
  readonly writtenAt: Temporal.Instant
}

/** False when the same file was written by another before: that one stays. */
export async function keep({ city, db }: Tx, file: DataFile): Promise<boolean> {
  const { day, locale, format, key, reports, bytes, sha256, writtenAt } = file
  const { numInsertedOrUpdatedRows: kept = 0n } = await db
    .insertInto('data_file')
    .values({
      ...{ city_id: city, day: day.toString(), locale, format, key, reports, bytes, sha256 },
      written_at: moment(writtenAt),
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'day', 'locale', 'format']).doNothing())
    .executeTakeFirstOrThrow()
  return kept > 0n
}

/** Every file of a city, newest day first. */
export async function ofCity({ city, db }: Tx): Promise<readonly DataFile[]> {
  const rows = await db
    .selectFrom('data_file')
    .select(['locale', 'format', 'key', 'reports', 'bytes', 'sha256', 'written_at'])
    .select(sql<string>`day::text`.as('day'))
    .where('city_id', '=', city)
    .orderBy('data_file.day', 'desc')
    .orderBy('format')
    .orderBy('locale', 'desc')
    .execute()
  return rows.map(({ day, written_at, ...row }) => ({
    ...row,
    day: Temporal.PlainDate.from(day),
    writtenAt: instant(written_at),
  }))
}

/** Forgets the files of days before this one; the keys under which they are stored. */
export async function forgetBefore({ city, db }: Tx, day: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await db
    .deleteFrom('data_file')
    .where('city_id', '=', city)
    .where('day', '<', String(day))
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Which of these keys a row knows, in any city. */
export async function knownKeys(whole: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await whole.selectFrom('data_file').select('key').where(sql<boolean>`key = any(${keys})`).execute()
  return new Set(rows.map(({ key }) => key))
}
