import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { Db } from 'pg-boss'

import { ok, type Result, refuse } from '#src/domain/result.ts'
import { holdFolder } from './hold-folder.ts'
import { keepingPlans } from './kept-plans.ts'
import { madeWhole } from './made-whole.ts'
import { inTurn, migrate } from './migrate.ts'
import { PGlitePool } from './pglite-pool.ts'
import { openQueue } from './queue.ts'
import { type Store, storeOn } from './store.ts'
import type { Tables } from './tables.ts'
import { wakesAmong } from './wakes.ts'

export type Place = { readonly url: string; readonly connections?: number } | { readonly folder: string }

export type StoreFault =
  | { readonly kind: 'in_use'; readonly folder: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'too_old_or_without_postgis'; readonly reason: string }

type Hearer = (fault: Error) => void

/** Opens the database and brings it up to this program: a PostgreSQL at `url`, or the embedded one in `folder`. */
export async function openStore(place: Place, onFault: Hearer): Promise<Result<Store, StoreFault>> {
  return 'url' in place ? openServer(place.url, place.connections ?? 10, onFault) : openFolder(place.folder, onFault)
}

async function openFolder(folder: string, onFault: Hearer): Promise<Result<Store, StoreFault>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const release = await holdFolder(folder)
  if (!release) return refuse({ kind: 'in_use', folder })

  const database = join(folder, 'database')
  const pool = await madeWhole(database, () => PGlitePool.open(database))
  return ok(await storeOnEmbedded(pool, onFault, release))
}

/** The store on an embedded database that is open already. */
export async function storeOnEmbedded(
  pool: PGlitePool,
  onFault: Hearer,
  whenClosed: () => Promise<void>,
): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db)
  const queue = await openQueue({ executeSql: async (text, values) => pool.run(text, values) }, 'pglite', onFault)
  return storeOn(db, queue, async () => {
    await db.destroy()
    await whenClosed()
  })
}

const oldestServer = 15

async function openServer(url: string, connections: number, onFault: Hearer): Promise<Result<Store, StoreFault>> {
  let pool: Pool
  try {
    pool = new Pool({
      connectionString: url,
      // One is held while another works, as the database is opened.
      max: Math.max(connections, 2),
      connectionTimeoutMillis: 10_000,
      types: { getTypeParser },
    })
    pool.on('error', onFault)
    // In hand and between two statements, a connection that breaks would end the process: its next statement tells.
    pool.on('connect', (client) => client.on('error', () => undefined))
    const { rows } = await pool.query<{ version: number; postgis: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version,
              exists (select from pg_available_extensions where name = 'postgis') as postgis`,
    )
    const [server] = rows
    if (!server || server.version < oldestServer || !server.postgis) {
      await pool.end()
      return refuse({
        kind: 'too_old_or_without_postgis',
        reason: `PostgreSQL ${server?.version}, PostGIS ${server?.postgis ? 'present' : 'absent'}`,
      })
    }
  } catch (fault) {
    return refuse({
      kind: 'unreachable',
      reason: fault instanceof Error ? fault.message || String((fault as { code?: string }).code) : String(fault),
    })
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }) })
  await migrate(db)
  // The queue makes its own tables, and fails where another process is making them.
  const queue = await inTurn(db, () => openQueue(jobsOn(pool), 'postgres', onFault))
  return ok(storeOn(db, queue, () => db.destroy(), wakesAmong(pool, url)))
}

function jobsOn(pool: Pool): Db {
  return { executeSql: (text, values) => pool.query(text, values) }
}

/** Counters fit a double for longer than any city stands, so a bigint is read as a number, as the embedded database does. */
const bigint = 20

function getTypeParser(oid: number, format?: 'text' | 'binary'): ReturnType<typeof types.getTypeParser> {
  return oid === bigint ? Number : types.getTypeParser(oid, format)
}
