import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Dice, diceOf } from '#src/demo/dice.ts'
import type { RunningHouse } from '../running-house.ts'
import { serverUrl } from '../server.ts'
import { aHouseWithMail, type HouseAndMail } from './a-house.ts'
import { auditReports } from './audit.ts'
import { auditFiles } from './audit-files.ts'
import { auditLetters, type Kill } from './audit-letters.ts'
import { seed, times } from './chance.ts'
import { type Crowd, openCrowd } from './crowd.ts'
import { drained, startWorker, type Worker } from './drained.ts'

/** Many kills are followed by the two minutes that a dead worker's jobs wait, for real; few pass them over. */
const patiently = times > 3
const timeout = 120_000 + times * 20_000 + (patiently ? 1_200_000 : 0)

for (const database of ['PGlite', 'PostgreSQL'] as const) {
  describe.skipIf(database === 'PostgreSQL' && !serverUrl)(`processes that are killed (${database})`, () => {
    let opened: HouseAndMail
    beforeAll(async () => {
      opened = await aHouseWithMail(database, database === 'PGlite' ? 'inside' : 'separate')
    })
    afterAll(() => opened[Symbol.asyncDispose]())

    it('lose nothing that was said to be saved, and do nothing twice', { timeout }, async () => {
      const { house, post, source } = opened
      const dice = diceOf(`${seed} kills`)
      post.hesitate(() => dice.between(0, 60))
      const worker = database === 'PostgreSQL' ? await startWorker(house) : null
      const crowd = await openCrowd({ origin: house.origin, source, post, seed })
      const kills = await killAgainAndAgain(house, worker, crowd, dice)
      await crowd.leave()

      await using store = await drained(house, worker, { post, source, patiently })
      const { ledger } = crowd
      const letters = await auditLetters(store, source.guide, post, kills)
      const files = await auditFiles(store, join(house.env.DATA_DIR ?? '', 'files'))
      console.log(
        `${database}, SEED=${seed}: ${kills.length} kills; saved ${ledger.reports.size} reports and ${ledger.acts.size} acts ` +
          `in ${ledger.tries} requests, ${ledger.retries} of them again; ${letters.sent} letters, ${letters.doubles} doubles; ` +
          `swept ${files.orphans} orphans, ${files.unclaimed} unclaimed, ${files.halves} half-written files. ` +
          `Refused: ${[...ledger.refused].map(([what, count]) => `${count} ${what}`).join(', ')}.`,
      )
      expect(ledger.faults).toEqual([])
      expect(await auditReports(store, source.guide, ledger)).toEqual([])
      expect(letters.wrong).toEqual([])
      expect(files.wrong).toEqual([])
      expect(ledger.reports.size).toBeGreaterThan(times)
      expect(ledger.acts.size).toBeGreaterThan(times)
    })
  })
}

/** The server, the worker, or both: some time after some more has been saved, as the dice say. */
async function killAgainAndAgain(
  house: RunningHouse,
  worker: Worker | null,
  { ledger }: Crowd,
  dice: Dice,
): Promise<readonly Kill[]> {
  const saved = () => ledger.reports.size + ledger.acts.size
  const kills: Kill[] = []
  for (let time = 0; time < times; time++) {
    const goal = saved() + dice.whole(1, 10)
    await vi.waitFor(() => expect(saved()).toBeGreaterThanOrEqual(goal), { timeout: 60_000, interval: 5 })
    await new Promise((done) => setTimeout(done, dice.between(0, 300)))
    const doomed = worker ? dice.pick([[house], [worker], [house, worker]]) : [house]
    const from = Date.now()
    await Promise.all(doomed.map((one) => one.kill()))
    await Promise.all(doomed.map((one) => one.start()))
    kills.push({ from, to: Date.now() })
  }
  return kills
}
