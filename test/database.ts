import { afterAll, describe } from 'vitest'
import { loadCity } from '#src/operations/load-city.ts'
import type { Store } from '#src/store/store.ts'
import { aSource } from './a-guide.ts'
import { openFreshEmbedded } from './embedded.ts'
import { openEmptiedServer, openFreshServer, serverUrl, usualConnections } from './server.ts'

export type Database = 'PGlite' | 'PostgreSQL'

/**
 * A store with nothing in it but the city of {@link aSource}. Call it in `beforeAll`; it is closed after the suite.
 * Opened again, it is another fresh one, and an earlier one of the same suite is spent.
 */
export type Open = (options?: {
  readonly connections?: number
  /** On the server: nobody has left figures of their tables for the planner, nor finds what is left running. */
  readonly alone?: boolean
}) => Promise<Store>

/** Opening for the first time in a machine's life makes the templates. */
const patience = 120_000

type Suite = (open: Open, database: Database) => void

/** Runs a suite on the embedded database and on PostgreSQL. Where there is no PostgreSQL, that half is skipped by name. */
export function describeOnBoth(name: string, suite: Suite): void {
  onEmbedded(name, suite)
  onServer(name, suite)
}

/** Runs a suite once, on PostgreSQL where there is one: what is asked is not the database's business. */
export function describeOnOne(name: string, suite: Suite): void {
  if (serverUrl) onServer(name, suite)
  else onEmbedded(name, suite)
}

function onEmbedded(name: string, suite: Suite): void {
  describe(`${name} (PGlite)`, { timeout: 30_000 }, () => {
    suite(async () => withCity(await openFreshEmbedded()), 'PGlite')
  })
}

function onServer(name: string, suite: Suite): void {
  const without = serverUrl ? '' : ', skipped: TEST_DATABASE_URL names no server; npm test starts one'
  describe.skipIf(!serverUrl)(`${name} (PostgreSQL${without})`, { timeout: 30_000 }, () => {
    const opened: { close: () => Promise<void> }[] = []
    afterAll(async () => {
      for (const { close } of opened) await close()
    }, patience)
    suite(async ({ connections = usualConnections, alone = false } = {}) => {
      if (connections === usualConnections && !alone) return withCity(await openEmptiedServer())
      const server = await openFreshServer(connections)
      opened.push(server)
      return withCity(server.store)
    }, 'PostgreSQL')
  })
}

async function withCity(store: Store): Promise<Store> {
  await loadCity({ store }, aSource())
  return store
}
