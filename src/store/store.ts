import { type Kysely, sql, type Transaction } from 'kysely'

import type { CityId } from '#src/domain/id.ts'
import { againAfterDeadlock } from './deadlock.ts'
import type { Queue } from './queue.ts'
import type { Tables } from './tables.ts'
import { type Wakes, wakesWithin } from './wakes.ts'

/** The database as one city sees it: every function of the store takes one, and names its city in every statement. */
export type Tx = { readonly city: CityId; readonly db: Kysely<Tables> }

/** A {@link Tx} that commits or rolls back as a whole: what changes more than one row asks for this. */
export type OpenTx = { readonly city: CityId; readonly db: Transaction<Tables> }

/** One in which events can be recorded: those who wait for the city's news are woken once it is committed. */
export type RecordingTx = OpenTx & { readonly recorded: () => void }

export type Store = {
  /** One city's transaction: everything in `work` happens, or nothing does. `work` may be begun anew, and changes nothing else. */
  inCity<Value>(city: CityId, work: (tx: RecordingTx) => Promise<Value>): Promise<Value>
  /** For pages: each statement by itself, without a transaction. */
  of(city: CityId): Tx
  /** What belongs to no city: people, sessions, the list of cities. */
  readonly whole: Kysely<Tables>
  readonly queue: Queue
  /** Hears when something is recorded, by whichever process. */
  readonly wakes: Pick<Wakes, 'hear'>
  /** True when the database answers. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

export function storeOn(
  whole: Kysely<Tables>,
  queue: Queue,
  close: () => Promise<void>,
  wakes: Wakes = wakesWithin(),
): Store {
  return {
    async inCity(city, work) {
      let isNews = false
      const recorded = () => {
        isNews = true
      }
      const { value, db } = await againAfterDeadlock(() =>
        whole.transaction().execute(async (db) => ({ value: await work({ city, db, recorded }), db })),
      )
      queue.committed(db)
      if (isNews) wakes.wake(city)
      return value
    },
    of: (city) => ({ city, db: whole }),
    whole,
    queue,
    wakes,
    answers: () =>
      sql`select 1`.execute(whole).then(
        () => true,
        () => false,
      ),
    async close() {
      await wakes.close()
      await close()
    },
  }
}
