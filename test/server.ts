import { Client } from 'pg'
import { openStore } from '#src/store/open-store.ts'
import type { Store } from '#src/store/store.ts'
import { emptied } from './emptied.ts'
import { templateVersion } from './template-version.ts'

/** The server that tests may make databases on; `npm test` starts one and names it. */
export const serverUrl = process.env.TEST_DATABASE_URL ?? ''

/**
 * A database on the server, empty but for its tables. Making one takes a third of a second and there are a hundred suites,
 * so there is one for a worker, and each suite finds it emptied.
 */
export async function openEmptiedServer(): Promise<Store> {
  held.store ??= ownDatabase().then((url) => opened(url, usualConnections))
  const store = await held.store
  await emptied(store)
  return store
}

export const usualConnections = 10

/** Kept where the next file of the same worker finds it, whose modules may be loaded anew. */
const held: { store?: Promise<Store> } = Reflect.get(globalThis, Symbol.for('server')) ?? {}
Reflect.set(globalThis, Symbol.for('server'), held)

/** The first that no other worker has. Whose lock it is has it for as long as the worker lives; the next run finds it. */
async function ownDatabase(): Promise<string> {
  const template = await ensureTemplate(templateVersion(), migrated)
  const owner = new Client({ connectionString: serverUrl })
  await owner.connect()
  for (let number = 0; ; number++) {
    const { rows } = await owner.query('select pg_try_advisory_lock($1, $2) as is_ours', [lock, number])
    if (!rows[0].is_ours) continue
    const name = `${template}_${number}`
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await owner.query(`create database ${name} template ${template}`)
    return urlOf(name)
  }
}

/** A new database of its own, copied from a migrated template. Closing drops it. */
export async function openFreshServer(connections: number): Promise<{ store: Store; close: () => Promise<void> }> {
  const { url, drop } = await newMigratedDatabase()
  const store = await opened(url, connections)
  const close = async () => {
    await store.queue.stop(0)
    await store.close()
    await drop()
  }
  return { store, close }
}

/** A new database with every table, and nothing in them. */
export async function newMigratedDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return newDatabase(await ensureTemplate(templateVersion(), migrated))
}

/** A new database, empty or copied; its address, and what takes it away with whoever still uses it. */
export async function newDatabase(template = 'template0'): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await asOwner((owner) => owner.query(`create database ${name} template ${template}`))
  return { url: urlOf(name), drop: () => asOwner((owner) => dropDatabase(owner, name)) }
}

/** PostgreSQL waits five seconds for those who are leaving; forced at once, a closing connection would hear of it as a fault. */
async function dropDatabase(owner: Client, name: string): Promise<void> {
  try {
    await owner.query(`drop database ${name}`)
  } catch {
    await owner.query(`drop database ${name} with (force)`)
  }
}

/** Any number: workers make the template one at a time. */
const lock = 7_203_412

/** A database of this name to copy others from; where there is none yet, `fill` is given an empty one to make it of. */
export async function ensureTemplate(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  await asOwner(async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [lock])
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const { url, drop } = await newDatabase()
      await fill(url)
      // Under its name only when it is whole: a killed run leaves no half of one.
      await owner.query(`create database ${name} template ${new URL(url).pathname.slice(1)}`)
      await drop()
    }
  })
  return name
}

async function migrated(url: string): Promise<void> {
  const store = await opened(url, 2)
  await store.queue.stop(0)
  await store.close()
}

async function opened(url: string, connections: number): Promise<Store> {
  const store = await openStore({ url, connections }, fail)
  if (!store.ok) throw new Error(JSON.stringify(store.problem))
  return store.value
}

async function asOwner(work: (owner: Client) => Promise<unknown>): Promise<void> {
  const owner = new Client({ connectionString: serverUrl })
  await owner.connect()
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

function fail(fault: Error): never {
  throw fault
}
