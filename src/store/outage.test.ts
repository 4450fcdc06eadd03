import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { openStore } from './open-store.ts'
import { isOutage } from './outage.ts'
import type { Store } from './store.ts'

describeOnBoth('an outage', (open, database) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  const faultOf = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (fault: unknown) => fault,
    )

  it.skipIf(database === 'PGlite')(
    'is what a transaction meets whose connection breaks between two statements',
    async () => {
      const { city } = aGuide()
      const fault = await faultOf(
        store.inCity(city.id, async (tx) => {
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db)
          await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(store.whole)
          await sql`select pg_sleep(0.2)`.execute(store.whole)
          await sql`select 1`.execute(tx.db)
        }),
      )
      expect(isOutage(fault)).toBe(true)
      expect(await store.answers()).toBe(true)
    },
  )

  it('is no mistake in a statement, and no rule of a table', async () => {
    expect(isOutage(await faultOf(sql`select * from no_such_table`.execute(store.whole)))).toBe(false)
    expect(isOutage(await faultOf(sql`insert into city (id) values ('Ґ')`.execute(store.whole)))).toBe(false)
  })
})

describe('a database that nobody listens for', () => {
  it('is unreachable when the store opens', async () => {
    const opened = await openStore({ url: 'postgres://127.0.0.1:1/none' }, () => undefined)
    expect(opened).toMatchObject({ ok: false, problem: { kind: 'unreachable' } })
  })
})
