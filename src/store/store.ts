import { type Kysely, sql, type Transaction } from 'kysely'

import type { CityId } from '#src/domain/id.ts'
import type { Queue } from './queue.ts'
import type { Tables } from './tables.ts'

/** The database as one city sees it: every function of the store takes one, and names its city in every statement. */
export type Tx = { readonly city: CityId; readonly db: Kysely<Tables> }

/** A {@link Tx} that commits or rolls back as a whole: what changes more than one row asks for this. */
export type OpenTx = { readonly city: CityId; readonly db: Transaction<Tables> }

export type Store = {
  /** One city's transaction: everything in `work` happens, or nothing does. */
  inCity<Value>(city: CityId, work: (tx: OpenTx) => Promise<Value>): Promise<Value>
  /** For pages: each statement by itself, without a transaction. */
  of(city: CityId): Tx
  /** What belongs to no city: people, sessions, the list of cities. */
  readonly whole: Kysely<Tables>
  readonly queue: Queue
  /** True when the database answers. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

export function storeOn(whole: Kysely<Tables>, queue: Queue, close: () => Promise<void>): Store {
  return {
    inCity: (city, work) => whole.transaction().execute((db) => work({ city, db })),
    of: (city) => ({ city, db: whole }),
    whole,
    queue,
    answers: () =>
      sql`select 1`.execute(whole).then(
        () => true,
        () => false,
      ),
    close,
  }
}
