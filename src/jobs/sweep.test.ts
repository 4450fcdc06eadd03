import { sql } from 'kysely'
import { beforeEach, expect, it, vi } from 'vitest'

import { aDraft, aResident } from '#src/domain/examples.ts'
import type { DraftKey, MediaId } from '#src/domain/id.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import type { Files } from '#src/outside/files.ts'
import * as drafts from '#src/store/drafts.ts'
import { insert } from '#src/store/media.ts'
import { ensure } from '#src/store/people.ts'
import { count } from '#src/store/rate-limits.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means } from '#test/means.ts'
import { sweep } from './sweep.ts'

const guide = aGuide()
const city = guide.city.id
const now = Temporal.Instant.from('2026-01-10T10:00Z')
const ago = (hours: number) => now.subtract({ hours })

describeOnBoth('the sweep', (open) => {
  let store: Store
  let files: Files & { readonly stored: Map<string, Temporal.Instant> }
  const info = vi.fn()
  const swept = () => sweep({ means: { store, files, now: () => now }, log: { info, warn: info } })
  const left = () => [...files.stored.keys()].sort()

  beforeEach(async () => {
    store = await open()
    files = inMemory()
  })

  const aFile = async (key: string, hours: number, draft = aDraft().key) => {
    const id = crypto.randomUUID() as MediaId
    for (const part of ['large.webp', 'small.webp']) files.stored.set(`media/${key}/${part}`, ago(hours))
    const file = { id, key, kind: 'photo', type: 'image/webp', width: 4, height: 3 } as const
    await insert(store.of(city), file, draft, ago(hours))
    return id
  }

  it('removes files that nobody claimed in a day, and no report’s', async () => {
    const author = aResident()
    const names = { email: 'olena@example.com', firstName: 'Олена', lastName: '', locale: 'uk' } as const
    await ensure(store.whole, { id: author.id, ...names })
    const draft = aDraft()
    const claimed = await aFile('claimed', 30, draft.key)
    await aFile('old', 25)
    await aFile('fresh', 23)
    await submitReport(means(store, { now, files }), guide, { ...draft, media: [claimed] }, author)

    await swept()
    const kept = [
      'media/claimed/large.webp',
      'media/claimed/small.webp',
      'media/fresh/large.webp',
      'media/fresh/small.webp',
    ]
    expect(left()).toEqual(kept)
    expect(info).toHaveBeenLastCalledWith({ unclaimed: 1, orphans: 0 }, 'Swept')
    await swept()
    expect(left()).toEqual(kept)
  })

  it('removes stored files that no row knows once they are a day old, however many', async () => {
    for (let index = 0; index < 1100; index++) files.stored.set(`media/orphan-${index}/large.webp`, ago(25))
    files.stored.set('media/just-stored/large.webp', ago(1))
    await aFile('known', 20)
    await swept()
    expect(left()).toEqual(['media/just-stored/large.webp', 'media/known/large.webp', 'media/known/small.webp'])
    expect(info).toHaveBeenLastCalledWith({ unclaimed: 0, orphans: 1100 }, 'Swept')
  })

  it('forgets old forms, spent codes and sessions, and counts of tries', async () => {
    const [old, fresh] = [aDraft().key, aDraft().key] as [DraftKey, DraftKey]
    await drafts.keep(store.of(city), old, {}, ago(24 * 8))
    await drafts.keep(store.of(city), fresh, {}, ago(24 * 6))
    const limit = { most: 1, seconds: 60 }
    await count(store.whole, 'old', limit, ago(25))
    await count(store.whole, 'fresh', limit, ago(1))
    for (const hours of [1, -1]) {
      const expires = new Date(ago(hours).epochMilliseconds)
      await sql`insert into verification (id, identifier, value, expires_at)
        values (${crypto.randomUUID()}, 'x', 'y', ${expires})`.execute(store.whole)
    }

    await swept()
    const rows = async (table: 'draft' | 'rate_limit' | 'verification') =>
      (await store.whole.selectFrom(table).selectAll().execute()).length
    expect(await drafts.find(store.of(city), old)).toBeNull()
    expect(await drafts.find(store.of(city), fresh)).toEqual({})
    expect([await rows('rate_limit'), await rows('verification')]).toEqual([1, 1])
  })
})

function inMemory(): Files & { readonly stored: Map<string, Temporal.Instant> } {
  const stored = new Map<string, Temporal.Instant>()
  return {
    stored,
    put: async (key) => void stored.set(key, now),
    get: async () => null,
    remove: async (keys) => {
      for (const key of keys) stored.delete(key)
    },
    async *list(prefix) {
      for (const [key, modified] of [...stored]) if (key.startsWith(prefix)) yield { key, modified }
    },
  }
}
