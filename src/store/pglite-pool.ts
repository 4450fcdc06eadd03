import { PGlite, types } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

import { embeddedPostgis } from './embedded-postgis.ts'

/** The arrays of the database that statements answer with, by the numbers of their types in PostgreSQL's catalogue. */
const arrays = {
  bool: 1000,
  int2: 1005,
  int4: 1007,
  text: 1009,
  varchar: 1015,
  int8: 1016,
  float8: 1022,
  timestamptz: 1185,
  numeric: 1231,
  uuid: 2951,
  jsonb: 3807,
}
const read = [...Object.keys(types.parsers).map(Number), ...Object.values(arrays)]

/**
 * The embedded database behind the shape of a pool of `pg`, so that one dialect serves both.
 *
 * It has a single session: whoever connects holds it until release, and a transaction is never
 * interleaved with a stranger's statement. (Kysely's own PGlite dialect shares one connection
 * object among all callers, so that a query beside an open transaction would join it.)
 */
export class PGlitePool implements PostgresPool {
  readonly #database: PGlite
  readonly options = {}
  #turn: Promise<void> = Promise.resolve()

  constructor(database: PGlite) {
    this.#database = database
  }

  /** Opens the database in a folder, or in memory, from a template when one is given. */
  static async open(folder?: string, template?: Blob): Promise<PGlitePool> {
    const database = await PGlite.create({
      ...(folder ? { dataDir: folder } : {}),
      ...(template ? { loadDataDir: template } : {}),
      extensions: { postgis: embeddedPostgis, pg_trgm, btree_gin, btree_gist },
      relaxedDurability: false,
    })
    // It copies all of them for each statement, those of every array that any table could have too: half of a short one's time.
    database.parsers = Object.fromEntries(read.map((type) => [type, database.parsers[type] ?? String]))
    return new PGlitePool(database)
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#turn
    const turn = Promise.withResolvers<void>()
    this.#turn = turn.promise
    await before
    return {
      query: (text: unknown, values?: unknown) => this.#query(text, values),
      release: () => turn.resolve(),
    } as PostgresPoolClient
  }

  /** Several statements without parameters, or one with. */
  async run(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> {
    const client = await this.connect()
    try {
      if (values && values.length > 0) return await this.#query(text, values)
      const results = await this.#database.exec(text)
      return { rows: results.findLast(({ rows }) => rows.length > 0)?.rows ?? [] }
    } finally {
      client.release()
    }
  }

  /** Everything in it, to open another from. */
  async dump(): Promise<Blob> {
    const client = await this.connect()
    try {
      return await this.#database.dumpDataDir('none')
    } finally {
      client.release()
    }
  }

  async end(): Promise<void> {
    await this.connect()
    await this.#database.close()
  }

  async #query(text: unknown, values: unknown): Promise<{ command: string; rowCount: number; rows: unknown[] }> {
    const sql = String(text)
    const result = await this.#database.query(sql, values as unknown[])
    return {
      command: (/^\s*(?:with\b[\s\S]*?\)\s*)?(\w+)/i.exec(sql)?.[1] ?? '').toUpperCase(),
      rowCount: result.affectedRows ?? 0,
      rows: result.rows,
    }
  }
}
