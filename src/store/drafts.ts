import type { Kysely } from 'kysely'

import type { DraftKey } from '#src/domain/id.ts'
import { moment } from './moment.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** What a form said, field by field, as it was typed. */
export type Fields = Readonly<Record<string, readonly string[]>>

/** Keeps a form that can't be a report yet; the newest of a key stays. */
export async function keep(tx: Tx, key: DraftKey, fields: Fields, now: Temporal.Instant): Promise<void> {
  const values = { fields: JSON.stringify(fields), saved_at: moment(now) }
  await tx.db
    .insertInto('draft')
    .values({ city_id: tx.city, key, ...values })
    .onConflict((conflict) => conflict.columns(['city_id', 'key']).doUpdateSet(values))
    .execute()
}

export async function find(tx: Tx, key: DraftKey): Promise<Fields | null> {
  const row = await tx.db
    .selectFrom('draft')
    .select('fields')
    .where('city_id', '=', tx.city)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? (row.fields as Fields) : null
}

export async function forget(tx: Tx, key: DraftKey): Promise<void> {
  await tx.db.deleteFrom('draft').where('city_id', '=', tx.city).where('key', '=', key).execute()
}

export async function sweep(whole: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await whole.deleteFrom('draft').where('saved_at', '<', moment(before)).execute()
}
