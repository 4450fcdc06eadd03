import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type Dice, diceOf } from '#src/demo/dice.ts'
import { ended, launch, startProgram } from '../programs.ts'
import { anEmptyHouse, type StandingHouse } from '../running-house.ts'
import { isLong, isTriedOn, seed, times } from './chance.ts'

for (const database of ['PGlite', 'PostgreSQL'] as const) {
  // The embedded database takes long to make, and `made-whole.test.ts` holds that half of one is never opened.
  describe.skipIf(!isTriedOn(database, 'PostgreSQL'))(`a first start that is killed (${database})`, () => {
    const kills = isLong && database === 'PostgreSQL' ? times : Math.ceil(times / 3)

    it('is made good by the next one, wherever it had come to', { timeout: 60_000 + kills * 150_000 }, async () => {
      const dice = diceOf(`${seed} starts`)
      console.log(`A first start that is killed on ${database}, SEED=${seed}: ${kills} times`)
      for (let time = 0; time < kills; time++) {
        await using house = await anEmptyHouse(database)
        const killed = launch('serve', house.env)
        await underWay(house, dice)
        await ended(killed, 'SIGKILL')

        const server = await startProgram('serve', house.env, 'Open City is at')
        for (const path of ['/zhytomyr', '/vinnytsia/reports', '/readyz'])
          expect((await fetch(house.origin + path)).status).toBe(200)
        await ended(server, 'SIGTERM')
        expect(server.exitCode).toBe(0)
      }
    })
  })
}

/** Some time after the embedded database has begun to be written out, or after the process began. */
async function underWay({ env }: StandingHouse, dice: Dice): Promise<void> {
  if (!env.DATABASE_URL) {
    const begun = join(env.DATA_DIR ?? '', 'database')
    await vi.waitFor(() => expect(existsSync(begun)).toBe(true), { timeout: 60_000, interval: 1 })
  }
  await new Promise((done) => setTimeout(done, dice.between(0, 2500)))
}
