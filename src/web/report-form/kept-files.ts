import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { storeOfFiles } from './store-of-files.ts'

/** A file that has not reached the server yet. */
export type KeptFile = {
  readonly id: string
  readonly form: string
  readonly at: number
  readonly file: File
  /** The address at which it goes on; null before its first byte has left. */
  readonly upload: string | null
}

type Schema = DBSchema & { files: { key: string; value: KeptFile } }

/** Milliseconds: as long as the server keeps files without a report. */
const longest = 24 * 60 * 60 * 1000

/** Files on this device until they are sent, so that a crash loses none. Where a browser gives no room, it keeps nothing. */
export const keptFiles = {
  async keep(kept: KeptFile): Promise<void> {
    await inStore((files) => files.put('files', kept))
  },
  async drop(id: string): Promise<void> {
    await inStore((files) => files.delete('files', id))
  },
  /** Those of a form, oldest first; what is older than a day goes. */
  async of(form: string, now: number): Promise<readonly KeptFile[]> {
    const all = (await inStore((files) => files.getAll('files'))) ?? []
    for (const { id } of all.filter(({ at }) => now - at > longest)) await keptFiles.drop(id)
    return all.filter((kept) => kept.form === form && now - kept.at <= longest).sort((one, other) => one.at - other.at)
  },
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

async function inStore<Value>(work: (files: IDBPDatabase<Schema>) => Promise<Value>): Promise<Value | null> {
  try {
    opened ??= openDB<Schema>(storeOfFiles, 1, {
      upgrade: (files) => void files.createObjectStore('files', { keyPath: 'id' }),
      // Another tab deletes them all: what is open here would hold it up.
      blocking: (_version, _newer, event) => {
        opened = undefined
        ;(event.target as IDBDatabase).close() // safe: `versionchange` is told to a database
      },
    })
    return await work(await opened)
  } catch {
    // Private windows and full devices: sending goes on without.
    return null
  }
}
