import { beforeEach, expect, it } from 'vitest'
import { day } from '#src/domain/examples.ts'
import type { DraftKey } from '#src/domain/id.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { waitingJobs } from '#test/waiting-jobs.ts'
import * as drafts from './drafts.ts'
import { type Handlers, oneByOne } from './queue.ts'
import type { Store } from './store.ts'

const city = aGuide().city.id

describeOnBoth('a transaction of a city', (open) => {
  let store: Store
  beforeEach(async () => {
    store = await open()
  })

  it('has its job exactly when it commits', async () => {
    await store.inCity(city, async (tx) => {
      await store.queue.send(tx, 'announce_event', { city, seq: 1 })
    })
    expect(await waitingJobs(store)).toBe(1)
    const stopped = store.inCity(city, async (tx) => {
      await store.queue.send(tx, 'announce_event', { city, seq: 2 })
      throw new Error('Stopped')
    })
    await expect(stopped).rejects.toThrow('Stopped')
    expect(await waitingJobs(store)).toBe(1)
  })

  it('is never joined by a stranger’s statement', async () => {
    const key = crypto.randomUUID() as DraftKey
    const strangers = crypto.randomUUID() as DraftKey
    const inside = Promise.withResolvers<void>()
    const stopped = store.inCity(city, async (tx) => {
      await drafts.keep(tx, key, {}, day(0))
      inside.resolve()
      await new Promise((done) => setImmediate(done))
      throw new Error('Stopped')
    })
    const refused = expect(stopped).rejects.toThrow('Stopped')
    await inside.promise
    await drafts.keep(store.of(city), strangers, { name: ['x'] }, day(0))
    await refused
    expect(await drafts.find(store.of(city), key)).toBeNull()
    expect(await drafts.find(store.of(city), strangers)).toEqual({ name: ['x'] })
  })
})

describeOnBoth('who does jobs', (open, database) => {
  // A store's queue can't be told to stop working and go on, and all files here share the embedded one.
  it.skipIf(database === 'PGlite')('begins each when its transaction has committed', { timeout: 20_000 }, async () => {
    const store = await open({ alone: true })
    const send = (seq: number) => store.inCity(city, (tx) => store.queue.send(tx, 'announce_event', { city, seq }))
    const last = Promise.withResolvers<number>()
    const handlers: Pick<Handlers, 'announce_event'> = {
      announce_event: oneByOne(({ seq }) => (seq < 30 ? send(seq + 1) : Promise.resolve(last.resolve(seq)))),
    }
    await store.queue.work(handlers as Handlers) // safe: nothing else is sent here
    await send(1)
    // Found by looking every two seconds they would take a minute.
    expect(await last.promise).toBe(30)
  })
})

describeOnBoth('a form that waits', (open) => {
  let store: Store
  beforeEach(async () => {
    store = await open()
  })

  it('is kept as it was typed, the newest of a key, until it is forgotten or swept', async () => {
    const tx = store.of(city)
    const [first, second] = [crypto.randomUUID() as DraftKey, crypto.randomUUID() as DraftKey]
    await drafts.keep(tx, first, { words: ['раз'] }, day(0))
    await drafts.keep(tx, first, { words: ["два '", '"'] }, day(1))
    await drafts.keep(tx, second, {}, day(5))
    expect(await drafts.find(tx, first)).toEqual({ words: ["два '", '"'] })
    await drafts.sweep(store.whole, day(2))
    expect(await drafts.find(tx, first)).toBeNull()
    expect(await drafts.find(tx, second)).toEqual({})
    await drafts.forget(tx, second)
    expect(await drafts.find(tx, second)).toBeNull()
  })
})
