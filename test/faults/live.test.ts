import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { diceOf } from '#src/demo/dice.ts'
import { aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import { everyone, newsFor } from '#src/domain/news.ts'
import { newsAfter } from '#src/store/news.ts'
import { openStore } from '#src/store/open-store.ts'
import type { Store } from '#src/store/store.ts'
import { ofCity } from '#src/store/versions.ts'
import { aGuide } from '#test/a-guide.ts'
import { manyEvents } from '#test/many-events.ts'
import { means as meansOn } from '#test/means.ts'
import { aPerson, aSubmitted, done } from '#test/some-reports.ts'
import { ended, startProgram } from '../programs.ts'
import { freePort, type RunningHouse, runHouse } from '../running-house.ts'
import { serverUrl } from '../server.ts'
import { isLong, seed } from './chance.ts'
import { aListener } from './listeners.ts'

const restarts = isLong ? 10 : 2
const listeners = isLong ? 2000 : 50
const city = aGuide().city.id
/** Behind a proxy that tells who calls, since of one network so many may listen and no more. Nobody sends letters. */
const settings = {
  WORK: 'separate',
  TRUST_PROXY: '1',
  SMTP_URL: 'smtp://localhost:1',
  SECRET: 'a secret of tests that is long enough',
}

describe.skipIf(!serverUrl)('who listens to the news of a city', () => {
  let house: RunningHouse
  let store: Store
  beforeAll(async () => {
    house = await runHouse('PostgreSQL', settings)
    const opened = await openStore({ url: house.env.DATABASE_URL ?? '', connections: 4 }, () => undefined)
    if (!opened.ok) throw new Error(opened.problem.kind)
    store = opened.value
  })
  afterAll(async () => {
    await store.queue.stop(0)
    await store.close()
    await house[Symbol.asyncDispose]()
  })

  it('hears each once and in order, whichever process ends or is killed meanwhile', {
    timeout: 120_000 + restarts * 20_000,
  }, async () => {
    const dice = diceOf(`${seed} listeners`)
    const processes = [processOf(house), ...(isLong ? [await anotherProcess(house)] : [])]
    const addresses = processes.map(({ port }) => `http://localhost:${port}/${city}/live`)
    const from = await ofCity(store.of(city))
    const all = Array.from({ length: listeners }, (_, index) =>
      aListener(addresses, from, `10.2.${Math.floor(index / 200)}.${index % 200}`),
    )

    const here = { ...meansOn(store), now: () => Temporal.Now.instant() }
    const author = await aPerson(store)
    let isBusy = true
    const happens = async () => {
      while (isBusy) {
        const { number } = await aSubmitted(here, {}, { author })
        await done(here, number, anAct('approve'), aModerator())
        for (const act of ['start', 'note', 'resolve'] as const) await done(here, number, anAct(act), anOfficer())
        await pause(30)
      }
    }
    const happening = happens()
    for (let time = 0; time < restarts; time++) {
      const heard = all[0]?.told.length ?? 0
      await vi.waitFor(() => expect(all[0]?.told.length).toBeGreaterThan(heard + 10), { timeout: 60_000 })
      const one = dice.pick(processes)
      // Both at least once.
      await one.end(time < 2 ? time === 0 : dice.chance(0.5))
      await one.start()
    }
    isBusy = false
    await happening

    const { events } = await newsAfter(store.of(city), from, 1_000_000, null)
    const news = events.flatMap((event) => (newsFor(everyone, event) ? [event.seq] : []))
    for (const { told } of all) await vi.waitFor(() => expect(told.at(-1)).toBe(news.at(-1)), { timeout: 60_000 })
    for (const { told, anew } of all) {
      expect(told).toEqual(news)
      expect(anew).toEqual([])
    }
    const back = all.reduce((sum, one) => sum + one.cameBack(), 0)
    console.log(`SEED=${seed}: ${listeners} listeners came back ${back} times, and heard ${news.length} events each`)
    expect(back).toBeGreaterThan(listeners / 2)
    await Promise.all(all.map((one) => one.leave()))
    await processes[1]?.end(true)
  })

  it('hears all that it missed, however long it was away, and what happens meanwhile', async () => {
    const here = { ...meansOn(store), now: () => Temporal.Now.instant() }
    const { number } = await aSubmitted(here)
    await done(here, number, anAct('approve'), aModerator())
    const from = await ofCity(store.of(city))
    const seqs = [...(await manyEvents(store, city, number, 12_000))]
    const address = `http://localhost:${house.env.PORT}/${city}/live`
    const all = Array.from({ length: 5 }, (_, index) => aListener([address], from, `10.4.0.${index}`))
    seqs.push(...(await manyEvents(store, city, number, 700)))
    for (const { told } of all) await vi.waitFor(() => expect(told.at(-1)).toBe(seqs.at(-1)), { timeout: 30_000 })
    for (const { told, anew, cameBack } of all) {
      expect(told).toEqual(seqs)
      expect([anew, cameBack()]).toEqual([[], 0])
    }
    await Promise.all(all.map((one) => one.leave()))
  })

  it.runIf(isLong)('takes little memory, also as two thousand', { timeout: 120_000 }, async () => {
    const address = `http://localhost:${house.env.PORT}/${city}/live`
    const here = { ...meansOn(store), now: () => Temporal.Now.instant() }
    for (let time = 0; time < 200; time++) await (await fetch(`${house.origin}/${city}/reports`)).text()
    const idle = residentMegabytes(house.pid())

    const from = await ofCity(store.of(city))
    const all = Array.from({ length: 2000 }, (_, index) =>
      aListener([address], from, `10.3.${Math.floor(index / 200)}.${index % 200}`),
    )
    let most = 0
    for (let event = 1; event <= 20; event++) {
      const { number } = await aSubmitted(here)
      await done(here, number, anAct('approve'), aModerator())
      await vi.waitFor(() => expect(all.every(({ told }) => told.length === event)).toBe(true), { timeout: 60_000 })
      most = Math.max(most, residentMegabytes(house.pid()))
    }
    console.log(`2000 listeners: ${idle} MB before they came, at most ${most} MB while they heard`)
    expect(most - idle).toBeLessThan(200)
    await Promise.all(all.map((one) => one.leave()))
  })
})

type OneProcess = { readonly port: string; end(gently: boolean): Promise<void>; start(): Promise<void> }

function processOf(house: RunningHouse): OneProcess {
  return {
    port: house.env.PORT ?? '',
    async end(gently) {
      if (!gently) return house.kill()
      // What is open must not hold it up.
      const began = performance.now()
      expect(await house.stop()).toBe(0)
      expect(performance.now() - began).toBeLessThan(8000)
    },
    start: house.start,
  }
}

/** Of the same city, on the same database. */
async function anotherProcess({ env }: RunningHouse): Promise<OneProcess> {
  const port = String(await freePort())
  const start = () => startProgram('serve', { ...env, PORT: port }, 'Open City is at')
  let running = await start()
  return {
    port,
    end: (gently) => ended(running, gently ? 'SIGTERM' : 'SIGKILL'),
    async start() {
      running = await start()
    },
  }
}

function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
