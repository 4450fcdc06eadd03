import { type Kysely, sql } from 'kysely'

import { people } from './migrations/0001-people.ts'
import { cities } from './migrations/0002-cities.ts'
import { reports } from './migrations/0003-reports.ts'
import { media } from './migrations/0004-media.ts'
import { publicViews } from './migrations/0005-public-views.ts'
import { listIndexes } from './migrations/0006-list-indexes.ts'
import { places } from './migrations/0007-places.ts'
import { reportCounts } from './migrations/0010-report-counts.ts'
import { support } from './migrations/0013-support.ts'
import { keysByCity } from './migrations/0014-keys-by-city.ts'
import { sameFileOnce } from './migrations/0015-same-file-once.ts'
import { areas } from './migrations/0016-areas.ts'
import { areasByStatus } from './migrations/0017-areas-by-status.ts'
import { plannedCells } from './migrations/0018-planned-cells.ts'
import { openReports } from './migrations/0019-open-reports.ts'
import { terms } from './migrations/0020-terms.ts'
import { reminders } from './migrations/0021-reminders.ts'
import { formalAppeals } from './migrations/0022-formal-appeals.ts'
import { following } from './migrations/0024-following.ts'
import { mailAddresses } from './migrations/0025-mail-addresses.ts'
import { opinions } from './migrations/0026-opinions.ts'
import { additions } from './migrations/0027-additions.ts'
import { outcomes } from './migrations/0029-outcomes.ts'
import { dataFiles } from './migrations/0031-data-files.ts'
import { followingGroups } from './migrations/0032-following-groups.ts'
import { overdueToAdministrators } from './migrations/0033-overdue-to-administrators.ts'
import { devices } from './migrations/0034-devices.ts'
import { uploads } from './migrations/0036-uploads.ts'
import { outcomesAtOnce } from './migrations/0037-outcomes-at-once.ts'
import { writtenBefore } from './migrations/0038-written-before.ts'
import { daysInPublic } from './migrations/0040-days-in-public.ts'
import { countsNarrowed } from './migrations/0041-counts-narrowed.ts'
import { addressChanges } from './migrations/0042-address-changes.ts'
import { unseenMedia } from './migrations/0044-unseen-media.ts'
import { renewedSubscriptions } from './migrations/0045-renewed-subscriptions.ts'
import type { Tables } from './tables.ts'

/** In order, only ever added to. Each runs once, in a transaction of its own. */
const migrations = {
  '0001-people': people,
  '0002-cities': cities,
  '0003-reports': reports,
  '0004-media': media,
  '0005-public-views': publicViews,
  '0006-list-indexes': listIndexes,
  '0007-places': places,
  '0010-report-counts': reportCounts,
  '0013-support': support,
  '0014-keys-by-city': keysByCity,
  '0015-same-file-once': sameFileOnce,
  '0016-areas': areas,
  '0017-areas-by-status': areasByStatus,
  '0018-planned-cells': plannedCells,
  '0019-open-reports': openReports,
  '0020-terms': terms,
  '0021-reminders': reminders,
  '0024-following': following,
  '0025-mail-addresses': mailAddresses,
  '0022-formal-appeals': formalAppeals,
  '0026-opinions': opinions,
  '0029-outcomes': outcomes,
  '0031-data-files': dataFiles,
  '0027-additions': additions,
  '0032-following-groups': followingGroups,
  '0033-overdue-to-administrators': overdueToAdministrators,
  '0034-devices': devices,
  '0036-uploads': uploads,
  '0037-outcomes-at-once': outcomesAtOnce,
  '0038-written-before': writtenBefore,
  '0040-days-in-public': daysInPublic,
  '0041-counts-narrowed': countsNarrowed,
  '0042-address-changes': addressChanges,
  '0044-unseen-media': unseenMedia,
  '0045-renewed-subscriptions': renewedSubscriptions,
}

/** Any number that no other program locks in this database. */
const lock = 7_203_411

/** Brings the database up to this program, however many processes start at once. Refuses a database that is newer than it. */
export async function migrate(db: Kysely<Tables>): Promise<readonly string[]> {
  return inTurn(db, runMissing)
}

/** What processes that open the database at the same moment do one after another. It holds a connection meanwhile. */
export async function inTurn<Value>(
  db: Kysely<Tables>,
  work: (session: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  return db.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(${sql.lit(lock)})`.execute(session)
    try {
      return await work(session)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(lock)})`.execute(session)
    }
  })
}

async function runMissing(session: Kysely<Tables>): Promise<readonly string[]> {
  await sql`create table if not exists migration (name text primary key, ran_at timestamptz not null default now())`.execute(
    session,
  )
  const ran = new Set((await session.selectFrom('migration').select('name').execute()).map(({ name }) => name))
  const unknown = [...ran].filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new Error(`The database is newer than this program: it has ${unknown.join(', ')}`)

  for (const extension of ['postgis', 'pg_trgm', 'btree_gin', 'btree_gist'])
    await sql`create extension if not exists ${sql.ref(extension)}`.execute(session)

  const missing = Object.entries(migrations).filter(([name]) => !ran.has(name))
  for (const [name, statements] of missing) {
    await session.transaction().execute(async (tx) => {
      for (const statement of statementsIn(statements)) await sql.raw(statement).execute(tx)
      await tx.insertInto('migration').values({ name }).execute()
    })
  }
  return missing.map(([name]) => name)
}

/** A statement ends with a semicolon at the end of a line, but not within a function's body. */
function statementsIn(migration: string): readonly string[] {
  const statements = migration.match(/(?:\$\$[\s\S]*?\$\$|(?!;\s*$)[\s\S])+/gm) ?? []
  return statements.map((one) => one.replace(/^;/, '').trim()).filter(Boolean)
}
