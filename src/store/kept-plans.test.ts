import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, serverUrl } from '#test/server.ts'
import { keepingPlans } from './kept-plans.ts'

type Tables = { thing: { id: number; name: string } }

const without = serverUrl ? '' : ', skipped: TEST_DATABASE_URL names no server; npm test starts one'

describe.skipIf(!serverUrl)(`a connection (PostgreSQL${without})`, () => {
  let db: Kysely<Tables>
  let drop: () => Promise<void>

  beforeAll(async () => {
    const fresh = await newDatabase()
    drop = fresh.drop
    // One connection: what it keeps is what the next statement finds.
    const pool = new Pool({ connectionString: fresh.url, max: 1 })
    db = new Kysely({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }) })
    await sql`create table thing (id int, name text)`.execute(db)
    await sql`insert into thing values (1, 'one'), (2, 'two')`.execute(db)
  })
  afterAll(async () => {
    await db.destroy()
    await drop()
  })

  const named = (id: number) => db.selectFrom('thing').selectAll().where('id', '=', id).executeTakeFirst()
  const kept = async () => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
    return rows.map(({ statement }) => statement)
  }

  it('keeps the plan of what it is often told, and answers the same', async () => {
    expect(await named(1)).toEqual({ id: 1, name: 'one' })
    expect(await kept()).toEqual([])
    for (let turn = 0; turn < 30; turn += 1) await named(1)
    expect(await kept()).toEqual(['select * from "thing" where "id" = $1'])
    expect(await named(2)).toEqual({ id: 2, name: 'two' })
    expect(await named(3)).toBeUndefined()
  })

  it('outlives a migration beneath a plan', async () => {
    await sql`alter table thing add column size int`.execute(db)
    expect(await named(1)).toEqual({ id: 1, name: 'one', size: null })
  })

  it('loses the one transaction that a migration meets, and no other', async () => {
    await sql`alter table thing add column weight int`.execute(db)
    const inside = () =>
      db.transaction().execute((tx) => tx.selectFrom('thing').selectAll().where('id', '=', 2).executeTakeFirst())
    await expect(inside()).rejects.toThrow('cached plan')
    expect(await inside()).toEqual({ id: 2, name: 'two', size: null, weight: null })
  })

  it('keeps no more than it should of what everyone words differently', async () => {
    for (let words = 1; words < 260; words += 1) {
      const list = sql.join(Array.from({ length: words }, (_, at) => at))
      for (let turn = 0; turn < 20; turn += 1) await sql`select 1 where 1 in (${list})`.execute(db)
    }
    expect((await kept()).length).toBeLessThanOrEqual(202)
    expect(await named(1)).toMatchObject({ id: 1 })
  })
})
