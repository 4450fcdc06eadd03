import { type Kysely, sql } from 'kysely'

import { moment } from './moment.ts'
import type { Tables } from './tables.ts'

export type Limit = { readonly most: number; readonly seconds: number }

/** Counts one more try under a key, or so many. The seconds to wait when that is too many, else null. Fixed windows: simple, and exact across processes. */
export async function count(
  whole: Kysely<Tables>,
  key: string,
  { most, seconds }: Limit,
  now: Temporal.Instant,
  times = 1,
): Promise<number | null> {
  const length = seconds * 1000
  const start = Math.floor(now.epochMilliseconds / length) * length
  const { hits } = await whole
    .insertInto('rate_limit')
    .values({ key, window_start: new Date(start), hits: times })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet({ hits: sql`rate_limit.hits + excluded.hits` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow()
  return hits > most ? Math.ceil((start + length - now.epochMilliseconds) / 1000) : null
}

export async function sweep(whole: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await whole.deleteFrom('rate_limit').where('window_start', '<', moment(before)).execute()
}
