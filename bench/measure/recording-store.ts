import { join } from 'node:path'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { Pool, types } from 'pg'

import { PGlitePool } from '#src/store/pglite-pool.ts'
import { openQueue } from '#src/store/queue.ts'
import { type Store, storeOn } from '#src/store/store.ts'
import type { Tables } from '#src/store/tables.ts'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** A store that writes down what it says to the database, and the bare connections beneath it. */
export type RecordingStore = {
  readonly store: Store
  /** The statements of some work, in their order; those that begin and end a transaction are not among them. */
  record(work: () => Promise<unknown>): Promise<readonly Statement[]>
  /** Holds a connection and says the same again, with nothing between: what was said before is prepared. */
  session(): Promise<(statement: Statement) => Promise<readonly Record<string, unknown>[]>>
  close(): Promise<void>
}

/** On a PostgreSQL at an address, or the embedded database in a folder. */
export async function openRecordingStore(place: string, connections: number): Promise<RecordingStore> {
  const isServer = place.startsWith('postgres')
  const pool = isServer
    ? // What is learnt is learnt while all sessions are held.
      new Pool({ connectionString: place, max: connections + 2, types: { getTypeParser } })
    : await PGlitePool.open(join(place, 'database'))
  const said: Statement[] = []
  const whole = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: pool as PostgresPool }),
    log({ query }) {
      said.push({ text: query.sql, values: query.parameters })
    },
  })
  const executeSql = (text: string, values?: unknown[]) =>
    pool instanceof Pool ? pool.query(text, values) : pool.run(text, values)
  const queue = await openQueue({ executeSql }, isServer ? 'postgres' : 'pglite', fail)

  return {
    store: storeOn(whole, queue, () => whole.destroy()),
    async record(work) {
      said.length = 0
      await work()
      return [...said]
    },
    async session() {
      if (!(pool instanceof Pool)) {
        return async ({ text, values }) => (await pool.run(text, values)).rows as Record<string, unknown>[]
      }
      const client = await pool.connect()
      const names = new Map<string, string>()
      return async ({ text, values }) => {
        const name = names.get(text) ?? `s${names.size}`
        names.set(text, name)
        return (await client.query({ name, text, values: [...values] })).rows
      }
    },
    async close() {
      await queue.stop(0)
      process.exit(0)
    },
  }
}

const bigint = 20

function getTypeParser(oid: number, format?: 'text' | 'binary'): ReturnType<typeof types.getTypeParser> {
  return oid === bigint ? Number : types.getTypeParser(oid, format)
}

function fail(fault: Error): never {
  throw fault
}
