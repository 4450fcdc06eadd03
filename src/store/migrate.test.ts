import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { describeOnBoth } from '#test/database.ts'
import { newDatabase, serverUrl } from '#test/server.ts'
import { migrate } from './migrate.ts'
import { openStore } from './open-store.ts'

const all = ['0001-people', '0002-cities', '0003-reports', '0004-media', '0005-public-views']

describeOnBoth('migrations', (open) => {
  it('are not run again, nor by several at once', async () => {
    const store = await open()
    const ran = await Promise.all(Array.from({ length: 5 }, () => migrate(store.whole)))
    expect(ran.flat()).toEqual([])
    const rows = await store.whole.selectFrom('migration').select('name').orderBy('name').execute()
    expect(rows.map(({ name }) => name).slice(0, all.length)).toEqual(all)
  })

  it('refuse a database that a newer program has changed', async () => {
    const store = await open()
    await store.whole.insertInto('migration').values({ name: '9999-from-the-future' }).execute()
    const refused = migrate(store.whole)
    await expect(refused).rejects.toThrow('The database is newer than this program: it has 9999-from-the-future')
    await store.whole.deleteFrom('migration').where('name', '=', '9999-from-the-future').execute()
    expect(await migrate(store.whole)).toEqual([])
  })
})

const without = serverUrl ? '' : ' (skipped: TEST_DATABASE_URL names no server; npm test starts one)'

describe.skipIf(!serverUrl)(`opening a server${without}`, { timeout: 60_000 }, () => {
  let drop: (() => Promise<void>) | null = null
  afterEach(async () => {
    await drop?.()
    drop = null
  })

  it('that is empty, by five processes at once, migrates it once', async () => {
    const database = await newDatabase()
    drop = database.drop
    const faults: Error[] = []
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => openStore({ url: database.url, connections: 3 }, (fault) => faults.push(fault))),
    )
    const stores = opened.flatMap((store) => (store.ok ? [store.value] : []))
    expect(stores).toHaveLength(5)
    const { rows } = await sql<{ name: string }>`select name from migration order by ran_at`.execute(
      stores[0]?.whole ?? never(),
    )
    expect(rows.map(({ name }) => name).slice(0, all.length)).toEqual(all)
    for (const store of stores) {
      await store.queue.stop(0)
      await store.close()
    }
    expect(faults).toEqual([])
  })

  it('that does not answer is said in words', async () => {
    const nobody = await openStore({ url: 'postgres://postgres@127.0.0.1:9/none' }, never)
    expect(nobody).toMatchObject({ ok: false, problem: { kind: 'unreachable' } })
    const unknown = new URL(serverUrl)
    unknown.pathname = '/no_such_database'
    expect(await openStore({ url: unknown.href }, never)).toMatchObject({ ok: false, problem: { kind: 'unreachable' } })
    expect(await openStore({ url: 'postgres://[' }, never)).toMatchObject({
      ok: false,
      problem: { kind: 'unreachable' },
    })
  })
})

function never(): never {
  throw new Error('This must not be reached')
}
