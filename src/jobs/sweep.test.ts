import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, expect, it, vi } from 'vitest'

import { aDraft, anAct, anOfficer, aResident } from '#src/domain/examples.ts'
import type { DraftKey, MediaId } from '#src/domain/id.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import * as drafts from '#src/store/drafts.ts'
import { keepWaiting } from '#src/store/media.ts'
import { keep } from '#src/store/opinion-links.ts'
import { lastClosing } from '#src/store/opinions.ts'
import { ensure } from '#src/store/people.ts'
import { count } from '#src/store/rate-limits.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { type TestMeans, means as testMeans } from '#test/means.ts'
import { anAccepted, done } from '#test/some-reports.ts'
import { sweep } from './sweep.ts'

const guide = aGuide()
const city = guide.city.id
const now = Temporal.Instant.from('2026-01-10T10:00Z')
const ago = (hours: number) => now.subtract({ hours })

describeOnBoth('the sweep', (open) => {
  let store: Store
  let means: TestMeans
  const info = vi.fn()
  const swept = () => sweep({ means, guides: new Map([[city, guide]]), log: { info, warn: info } })
  const left = async () => (await Array.fromAsync(means.files.list('media/'))).map(({ key }) => key).sort()

  const stored = async (key: string, hours: number) => {
    const path = join(means.folder, key)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, '')
    const then = new Date(ago(hours).epochMilliseconds)
    await utimes(path, then, then)
  }

  beforeEach(async () => {
    store = await open()
    means = testMeans(store, { now })
  })

  const aFile = async (key: string, hours: number, draft = aDraft().key) => {
    const id = crypto.randomUUID() as MediaId
    for (const part of ['large.webp', 'small.webp']) await stored(`media/${key}/${part}`, hours)
    const file = { id, key, kind: 'photo', type: 'image/webp', width: 4, height: 3 } as const
    const waiting = { draft, source: key }
    await store.inCity(city, (tx) => keepWaiting(tx, file, waiting, { most: 5, now: ago(hours) }))
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
    await submitReport(means, guide, { ...draft, media: [claimed] }, author)

    await swept()
    const kept = [
      'media/claimed/large.webp',
      'media/claimed/small.webp',
      'media/fresh/large.webp',
      'media/fresh/small.webp',
    ]
    expect(await left()).toEqual(kept)
    expect(info).toHaveBeenLastCalledWith({ unclaimed: 1, orphans: 0, appeals: 0 }, 'Swept')
    await swept()
    expect(await left()).toEqual(kept)
  })

  it('removes stored files that no row knows once they are a day old, however many', async () => {
    for (let index = 0; index < 1100; index++) await stored(`media/orphan-${index}/large.webp`, 25)
    await stored('media/just-stored/large.webp', 1)
    await aFile('known', 20)
    await swept()
    expect(await left()).toEqual(['media/just-stored/large.webp', 'media/known/large.webp', 'media/known/small.webp'])
    expect(info).toHaveBeenLastCalledWith({ unclaimed: 0, orphans: 1100, appeals: 0 }, 'Swept')
  })

  it('forgets by which letters it could be said whether a report is solved, once they are too old', async () => {
    const { number, author } = await anAccepted(means)
    const report = await done(means, number, anAct('resolve'), anOfficer())
    const closed = await lastClosing(store.of(city), report.id)
    for (const hours of [1, -1]) {
      const link = { report: report.id, person: author.id, closing: closed?.seq ?? 0, expiresAt: ago(hours) }
      await keep(store.of(city), { ...link, id: crypto.randomUUID(), secretHash: `${hours}` })
    }
    await swept()
    const rows = await store.whole.selectFrom('opinion_link').select('secret_hash').execute()
    expect(rows).toEqual([{ secret_hash: '-1' }])
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
