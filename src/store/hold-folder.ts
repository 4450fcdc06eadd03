import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const busy = 5

/**
 * Claims a folder for this process, because the embedded database is ruined by two.
 *
 * The lock is the operating system's own, which SQLite knows how to take everywhere: of many who come at the same
 * moment one gets it, and it is free the moment its owner dies, however it dies. Null when another process holds the
 * folder; otherwise what gives it back.
 */
export async function holdFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const lock = new DatabaseSync(join(folder, 'open.lock'))
  try {
    lock.exec('begin exclusive')
  } catch (fault) {
    lock.close()
    if ((fault as { readonly errcode?: number }).errcode === busy) return null
    throw fault
  }
  return async () => lock.close()
}
