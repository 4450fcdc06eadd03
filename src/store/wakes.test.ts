import { Pool } from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { CityId } from '#src/domain/id.ts'
import { serverUrl } from '#test/server.ts'
import { type Wakes, wakesAmong, wakesWithin } from './wakes.ts'

const city = 'some-city' as CityId

it('reach everybody in a process at once, until they stop hearing', () => {
  const wakes = wakesWithin()
  const [one, other] = [vi.fn(), vi.fn()]
  wakes.hear(one)
  const stop = wakes.hear(other)
  wakes.wake(city)
  stop()
  wakes.wake(city)
  expect(one.mock.calls).toEqual([[city], [city]])
  expect(other.mock.calls).toEqual([[city]])
})

const without = serverUrl ? '' : ', skipped: TEST_DATABASE_URL names no server'

describe.skipIf(!serverUrl)(`among processes on a server${without}`, () => {
  const pool = new Pool({ connectionString: serverUrl })
  const processes: Wakes[] = [wakesAmong(pool, serverUrl), wakesAmong(pool, serverUrl)]
  const [first, second] = processes
  const heard: (CityId | null)[] = []
  afterAll(async () => {
    for (const wakes of processes) await wakes.close()
    await pool.end()
  })

  it('reach the others too, and each its own only once', async () => {
    const own = vi.fn()
    first?.hear(own)
    second?.hear((woken) => heard.push(woken))
    // Each says so once it listens: anything may have happened before.
    await vi.waitFor(() => expect([heard, own.mock.calls]).toEqual([[null], [[null]]]), 5000)
    first?.wake(city)
    await vi.waitFor(() => expect(heard).toEqual([null, city]), 5000)
    second?.wake(city)
    await vi.waitFor(() => expect(own.mock.calls).toEqual([[null], [city], [city]]), 5000)
    expect(heard).toEqual([null, city, city])
  })

  it('come again after the connection broke, which is heard as if anything had happened', async () => {
    heard.length = 0
    await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen news'`)
    await vi.waitFor(() => expect(heard).toEqual([null]), 10_000)
    first?.wake(city)
    await vi.waitFor(() => expect(heard).toEqual([null, city]), 5000)
  })
})
