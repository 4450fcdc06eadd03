import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Page } from 'playwright-core'
import type { RunningHouse } from '../running-house.ts'

/** What waits on a device: its forms, and of each file the form it is of, its SHA-256, and whether it is as it is sent. */
export function kept(page: Page): Promise<{ entries: readonly string[]; files: readonly KeptFile[] }> {
  return page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await asked(indexedDB.open('files-to-send'))
    database.onversionchange = () => database.close()
    const reading = database.transaction(['entries', 'files'])
    const [entries, files] = await Promise.all([
      asked(reading.objectStore('entries').getAllKeys()),
      asked(reading.objectStore('files').getAll()),
    ])
    database.close()
    const hashed = files.map(async ({ form, file, begun }: { form: string; file: File; begun: number | null }) => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      return { form, size: file.size, hash, isReady: begun === null }
    })
    return { entries: entries.map(String), files: await Promise.all(hashed) }
  })
}

type KeptFile = { readonly form: string; readonly size: number; readonly hash: string; readonly isReady: boolean }

/** The SHA-256 of each file that a report has, as it arrived before anything was made of it; null where no server can be asked. */
export async function arrived({ env }: RunningHouse, form: string): Promise<readonly string[] | null> {
  if (!env.DATABASE_URL) return null
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select source from media where draft_key = $1 and report_id is not null order by source',
      [form],
    )
    return rows.map(({ source }: { source: string }) => source)
  } finally {
    await client.end()
  }
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
