import { beforeEach, expect, it } from 'vitest'
import { day } from '#src/domain/examples.ts'
import { describeOnBoth } from '#test/database.ts'
import { together } from '#test/together.ts'
import { count, sweep } from './rate-limits.ts'
import type { Store } from './store.ts'

const limit = { most: 20, seconds: 600 }

describeOnBoth('a rate limit', (open) => {
  let store: Store
  beforeEach(async () => {
    store = await open({ connections: 50 })
  })

  it('lets through exactly as many as it says, with 50 at once', async () => {
    const waits = await together(store, 50, () => count(store.whole, 'one', limit, day(0)))
    expect(waits.filter((wait) => wait === null)).toHaveLength(20)
    expect(new Set(waits)).toEqual(new Set([null, 600]))
  })

  it('says how long to wait until the window ends, and begins anew with the next', async () => {
    const once = { most: 1, seconds: 600 }
    expect(await count(store.whole, 'one', once, day(0))).toBeNull()
    expect(await count(store.whole, 'one', once, day(0).add({ seconds: 1 }))).toBe(599)
    expect(await count(store.whole, 'one', once, day(0).add({ milliseconds: 599_999 }))).toBe(1)
    expect(await count(store.whole, 'one', once, day(0).add({ seconds: 600 }))).toBeNull()
  })

  it('counts each key by itself', async () => {
    const once = { most: 1, seconds: 600 }
    expect(await count(store.whole, 'one', once, day(0))).toBeNull()
    expect(await count(store.whole, 'other', once, day(0))).toBeNull()
  })

  it('is forgotten once its window is long over', async () => {
    await count(store.whole, 'old', limit, day(0))
    await count(store.whole, 'new', limit, day(2))
    await sweep(store.whole, day(1))
    const rows = await store.whole.selectFrom('rate_limit').select('key').execute()
    expect(rows).toEqual([{ key: 'new' }])
  })
})
