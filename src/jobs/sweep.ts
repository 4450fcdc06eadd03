import type { Means } from '#src/operations/means.ts'
import type { Files } from '#src/outside/files.ts'
import * as addressChanges from '#src/store/address-changes.ts'
import * as deliveries from '#src/store/deliveries.ts'
import * as drafts from '#src/store/drafts.ts'
import { sweep as sweepEnded } from '#src/store/formal-appeals.ts'
import * as mailAddresses from '#src/store/mail-addresses.ts'
import { knownKeys, sweepUnclaimed } from '#src/store/media.ts'
import { sweep as sweepOpinionLinks } from '#src/store/opinion-links.ts'
import * as pushes from '#src/store/pushes.ts'
import * as rateLimits from '#src/store/rate-limits.ts'
import { sweepExpired } from '#src/store/sign-ins.ts'
import type { Store } from '#src/store/store.ts'
import { sweepUnconfirmed } from '#src/store/unconfirmed.ts'
import * as uploads from '#src/store/uploads.ts'
import type { Parts } from './parts.ts'

const day = { hours: 24 }
const week = { hours: 24 * 7 }
const quarter = { hours: 24 * 90 }

/**
 * Removes what nobody will come back for: files that no report claimed in a day, or of which no piece came in one, stored
 * files without a row, forms left for a week, spent codes, links and sessions, yesterday's counts of tries, what nobody
 * confirmed to follow, what was told a quarter ago, and who appealed formally once the city's time for that is over. Done
 * again, it removes nothing more.
 */
export async function sweep({
  means,
  guides,
  log,
}: { readonly means: Pick<Means, 'store' | 'files' | 'now'> } & Pick<Parts, 'guides' | 'log'>): Promise<void> {
  const { store, files } = means
  const now = means.now()
  // Rows first: a file that outlives its row because the process dies here is an orphan, and the next sweep's.
  const unclaimed = await sweepUnclaimed(store.whole, now.subtract(day))
  for (const key of unclaimed) await files.remove(await keysUnder(files, `media/${key}/`))
  const unfinished = await uploads.sweep(store.whole, now.subtract(day))
  for (const id of unfinished) await files.remove(await keysUnder(files, `uploads/${id}/`))
  const orphans =
    (await removeOrphans(files, 'media/', now.subtract(day), (keys) => knownKeys(store.whole, keys))) +
    (await removeOrphans(files, 'uploads/', now.subtract(day), (ids) => uploads.knownIds(store.whole, ids)))

  const appeals = await sweepAppeals(store, guides, now)

  await drafts.sweep(store.whole, now.subtract(week))
  await rateLimits.sweep(store.whole, now.subtract(day))
  await sweepOpinionLinks(store.whole, now)
  await sweepUnconfirmed(store.whole, now)
  await deliveries.sweep(store.whole, now.subtract(quarter))
  await pushes.sweep(store.whole, now.subtract(quarter))
  await addressChanges.sweep(store.whole, now.subtract(week))
  await mailAddresses.sweep(store.whole, now.subtract(quarter))
  await sweepExpired(store.whole, now)
  log.info({ unclaimed: unclaimed.length, orphans, appeals }, 'Swept')
}

/** Who appealed, once it is so long since the end of the appeal as the city keeps it. */
async function sweepAppeals(store: Store, guides: Parts['guides'], now: Temporal.Instant): Promise<number> {
  let count = 0
  for (const { city } of guides.values()) {
    const before = now.toZonedDateTimeISO(city.timeZone).subtract(city.policy.appeals.keptFor).toInstant()
    count += await sweepEnded(store.whole, city.id, before)
  }
  return count
}

const atOnce = 500

/** Only old ones: a file is stored shortly before its row is written. */
async function removeOrphans(
  files: Files,
  prefix: string,
  before: Temporal.Instant,
  known: (folders: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  let removed = 0
  let some: string[] = []
  const removeUnknown = async () => {
    const ours = await known([...new Set(some.map(folderOf))])
    const unknown = some.filter((file) => !ours.has(folderOf(file)))
    if (unknown.length > 0) await files.remove(unknown)
    removed += unknown.length
    some = []
  }
  for await (const { key, modified } of files.list(prefix)) {
    if (Temporal.Instant.compare(modified, before) >= 0) continue
    some.push(key)
    if (some.length === atOnce) await removeUnknown()
  }
  await removeUnknown()
  return removed
}

async function keysUnder(files: Files, prefix: string): Promise<readonly string[]> {
  return (await Array.fromAsync(files.list(prefix))).map(({ key }) => key)
}

/** Files stand under `media/<key>/`, their pieces under `uploads/<id>/`. */
function folderOf(file: string): string {
  return file.split('/')[1] ?? ''
}
