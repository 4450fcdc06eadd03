import type { Logger } from 'pino'

import type { Config } from '#src/config.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CityId } from '#src/domain/id.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { loadCity } from '#src/operations/load-city.ts'
import type { Means } from '#src/operations/means.ts'
import { guideFromJson } from '#src/outside/cities/guide-json.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { mint } from '#src/outside/mint.ts'
import { documents } from '#src/store/cities.ts'
import { openStore, type StoreFault } from '#src/store/open-store.ts'
import type { Store } from '#src/store/store.ts'
import { openFiles } from './open-files.ts'

/** What every process of the product stands on. */
export type House = { readonly means: Means; readonly guides: ReadonlyMap<CityId, Guide> }

/**
 * Opens the database, brings in the cities it lacks (`all`: every city anew), and reads what they say.
 * The problem is a sentence for the operator.
 */
export async function openHouse(config: Config, log: Logger, bring: 'missing' | 'all'): Promise<Result<House, string>> {
  const { databaseUrl, dataDir } = config
  const sources = await readCities('cities')
  if (!sources.ok)
    return refuse(sources.problem.map(({ file, line, message }) => `${file}:${line ?? 1}: ${message}`).join('\n'))

  const place = databaseUrl ? { url: databaseUrl } : { folder: dataDir }
  const opened = await openStore(place, (fault) => log.error({ err: fault }, 'the database or its queue'))
  if (!opened.ok) return refuse(sentenceOf(opened.problem))

  const store = opened.value
  const { guides: known } = await readGuides(store)
  // Also those that a program of another version wrote, and this one cannot read.
  const wanted = sources.value.filter(({ guide }) => bring === 'all' || !known.has(guide.city.id))
  for (const source of wanted) {
    const loaded = await loadCity({ store }, source)
    if (loaded.ok) continue
    await store.close()
    return refuse(loaded.problem)
  }
  const { guides, unread } = await readGuides(store)
  if (unread > 0) {
    await store.close()
    return refuse(
      'A city in the database was written by another version of this program, and has no folder in cities/.',
    )
  }

  const means = { store, files: openFiles(config), mint, now: () => Temporal.Now.instant() }
  return ok({ means, guides })
}

/** Lets jobs in hand finish, for so many seconds at most, then closes the database. */
export async function closeHouse({ means: { store } }: House, seconds: number): Promise<void> {
  await store.queue.stop(seconds)
  await store.close()
}

async function readGuides({ whole }: Store): Promise<{ guides: ReadonlyMap<CityId, Guide>; unread: number }> {
  const all = await documents(whole)
  const guides = all.flatMap(({ document, ...areas }) => guideFromJson(document, areas) ?? [])
  return { guides: new Map(guides.map((guide) => [guide.city.id, guide])), unread: all.length - guides.length }
}

function sentenceOf(fault: StoreFault): string {
  switch (fault.kind) {
    case 'in_use':
      return `${fault.folder} is open in another process: stop that one, or set DATA_DIR to another folder.`
    case 'unreachable':
      return `DATABASE_URL leads to no database that answers: ${fault.reason}.`
    case 'too_old_or_without_postgis':
      return `The database is not enough: PostgreSQL 15 or newer with PostGIS is needed, found ${fault.reason}.`
  }
}
