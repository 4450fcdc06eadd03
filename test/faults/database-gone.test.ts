import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { diceOf } from '#src/demo/dice.ts'
import { type RunningHouse, runHouse } from '../running-house.ts'
import { serverUrl } from '../server.ts'
import { seed, times } from './chance.ts'

describe.skipIf(!serverUrl)('a database that goes away under a running server', () => {
  let house: RunningHouse
  let owner: Client
  beforeAll(async () => {
    house = await runHouse('PostgreSQL')
    owner = new Client({ connectionString: serverUrl })
    await owner.connect()
  })
  afterAll(async () => {
    await opened()
    await owner.end()
    await house[Symbol.asyncDispose]()
  })

  const name = () => new URL(house.env.DATABASE_URL ?? '').pathname.slice(1)
  /** As a restart does: everybody is thrown out, and until `opened` nobody comes in. */
  const closed = async () => {
    await owner.query(`alter database ${name()} allow_connections false`)
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name()])
  }
  const opened = () => owner.query(`alter database ${name()} allow_connections true`)
  const look = async (path: string, accept = 'text/html') => {
    const answer = await fetch(house.origin + path, { headers: { accept } })
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), html: await answer.text() }
  }

  it('is told to people as a pause, and everything goes on once it is back', async () => {
    expect((await look('/zhytomyr/reports')).status).toBe(200)
    const pid = house.pid()
    await closed()
    const meanwhile = await look('/zhytomyr/reports')
    expect([meanwhile.status, meanwhile.retryAfter]).toEqual([503, '30'])
    expect(meanwhile.html).toContain('Сервіс ненадовго призупинено')
    expect((await look('/zhytomyr/reports.geojson')).status).toBe(503)
    expect((await look('/healthz')).status).toBe(200)
    expect((await look('/readyz')).status).toBe(503)

    await opened()
    expect((await look('/zhytomyr/reports')).status).toBe(200)
    expect((await look('/readyz')).status).toBe(200)
    expect(house.pid()).toBe(pid)
  })

  it('ends no process, though it goes again and again in the middle of everybody’s work', async () => {
    const pid = house.pid()
    let isOver = false
    const statuses = new Set<number>()
    const crowd = Array.from({ length: 8 }, async (_, index) => {
      while (!isOver) {
        const key = crypto.randomUUID()
        const form = {
          method: 'POST',
          headers: { origin: house.origin },
          body: new URLSearchParams({ key, address: 'а' }),
        }
        const answer =
          index % 2
            ? await fetch(`${house.origin}/zhytomyr/reports`)
            : await fetch(`${house.origin}/zhytomyr/reports/new`, form)
        await answer.text()
        statuses.add(answer.status)
      }
    })
    const dice = diceOf(seed)
    console.log(`A database that goes away, SEED=${seed}: ${4 * times} times`)
    for (let time = 0; time < 4 * times; time++) {
      await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name()])
      await new Promise((done) => setTimeout(done, dice.between(10, 80)))
    }
    isOver = true
    await Promise.all(crowd)
    expect([...statuses].filter((status) => ![200, 422, 503].includes(status))).toEqual([])
    await vi.waitFor(async () => expect((await look('/zhytomyr/reports')).status).toBe(200))
    expect(house.pid()).toBe(pid)
  })
})
