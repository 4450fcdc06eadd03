import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { sweep } from '#src/jobs/sweep.ts'
import { diskFiles } from '#src/outside/disk-files.ts'
import type { Store } from '#src/store/store.ts'

export type FilesFound = {
  readonly wrong: readonly string[]
  /** What kills had left before the sweep: files without a row, rows without a report, half-written files. */
  readonly orphans: number
  readonly unclaimed: number
  readonly halves: number
}

const parts = ['2048.webp', '320.webp', '960.webp']
const quiet = { info: () => undefined, warn: () => undefined }

/** Sweeps as one would a day later: then each row has its three files and a report, and each file its row. */
export async function auditFiles(store: Store, folder: string): Promise<FilesFound> {
  const files = diskFiles(folder)
  const before = await Array.fromAsync(files.list('media/'))
  const rows = await mediaIn(store)
  const known = new Set(rows.map(({ key }) => key))
  const orphans = before.filter(({ key }) => !known.has(key.split('/')[1] ?? '')).length
  const halves = await grownOld(folder)

  const now = () => Temporal.Now.instant().add({ hours: 25 })
  await sweep({ means: { store, files, now }, guides: new Map(), log: quiet })
  // What is half written goes with the next file that a new process writes.
  await files.put('next.json', new Uint8Array(1), 'application/json')
  await files.remove(['next.json'])

  const left = (await Array.fromAsync(files.list('media/'))).map(({ key }) => key).toSorted()
  const claimed = await mediaIn(store)
  const expected = claimed.flatMap(({ key }) => parts.map((part) => `media/${key}/${part}`)).toSorted()
  const wrong = [
    ...left.filter((key) => !expected.includes(key)).map((key) => `${key} is an orphan`),
    ...expected.filter((key) => !left.includes(key)).map((key) => `${key} is missing`),
    ...claimed.filter(({ report_id }) => report_id === null).map(({ key }) => `${key} belongs to no report`),
    ...(await halvesIn(folder)).map((name) => `${name} was left half written`),
  ]
  return { wrong, orphans, unclaimed: rows.filter(({ report_id }) => report_id === null).length, halves }
}

async function mediaIn({ whole }: Store): Promise<readonly { key: string; report_id: string | null }[]> {
  const { rows } = await sql<{ key: string; report_id: string | null }>`select key, report_id from media`.execute(whole)
  return rows
}

/** What a write that was killed left behind, as old as it is when it is taken away. */
async function grownOld(folder: string): Promise<number> {
  const names = await halvesIn(folder)
  const yesterday = new Date(Temporal.Now.instant().subtract({ hours: 25 }).epochMilliseconds)
  for (const name of names) await utimes(join(folder, '.incoming', name), yesterday, yesterday)
  return names.length
}

async function halvesIn(folder: string): Promise<readonly string[]> {
  return readdir(join(folder, '.incoming')).catch(() => [])
}
