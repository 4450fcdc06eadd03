import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storeOnEmbedded } from '#src/store/open-store.ts'
import { PGlitePool } from '#src/store/pglite-pool.ts'
import type { Store } from '#src/store/store.ts'
import { emptied } from './emptied.ts'
import { templateVersion } from './template-version.ts'

/**
 * The embedded database, empty but for its tables. It takes seconds to open and most of a gigabyte to hold, so there is
 * one in a worker, and each file finds it emptied.
 */
export async function openFreshEmbedded(): Promise<Store> {
  held.store ??= open()
  const store = await held.store
  await emptied(store)
  return store
}

/** Kept where the next file of the same worker finds it, whose modules may be loaded anew. */
const held: { store?: Promise<Store> } = Reflect.get(globalThis, Symbol.for('embedded')) ?? {}
Reflect.set(globalThis, Symbol.for('embedded'), held)

async function open(): Promise<Store> {
  const template = await readTemplate()
  const pool = await PGlitePool.open(undefined, template ?? undefined)
  const store = await storeOnEmbedded(pool, fail, async () => {})
  if (!template) await keepTemplate(await pool.dump())
  return store
}

/** Puts the tables into a new folder, where a worker has made them already: that takes a third of the time of making them. */
export async function writeTables(database: string): Promise<void> {
  const template = await readTemplate()
  if (!template) return
  const pool = await PGlitePool.open(database, template)
  await pool.end()
}

const folder = 'node_modules/.cache/open-city'

async function readTemplate(): Promise<Blob | null> {
  return readFile(join(folder, templateVersion())).then(
    (bytes) => new Blob([bytes]),
    () => null,
  )
}

async function keepTemplate(dump: Blob): Promise<void> {
  await mkdir(folder, { recursive: true })
  const written = join(folder, `${process.pid}.part`)
  await writeFile(written, dump.stream())
  // Whole or absent: another worker may be reading.
  await rename(written, join(folder, templateVersion()))
}

function fail(fault: Error): never {
  throw fault
}
