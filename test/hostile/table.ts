import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Database } from '#test/database.ts'
import { serverUrl } from '#test/server.ts'
import { isTriedOn } from '../faults/chance.ts'
import { attackOn } from './attack.ts'
import { isMemoryKnown, memoryOf } from './memory.ts'
import { disguised, published } from './published.ts'
import { type Attack, shows } from './row.ts'
import { addresses } from './rows/addresses.ts'
import { atOnce } from './rows/at-once.ts'
import { figures } from './rows/figures.ts'
import { files } from './rows/files.ts'
import { forged } from './rows/forged.ts'
import { forms } from './rows/forms.ts'
import { letters } from './rows/letters.ts'
import { photos } from './rows/photos.ts'
import { pretended } from './rows/pretended.ts'
import { texts } from './rows/texts.ts'
import { ofUploads } from './rows/uploads.ts'
import { wire } from './rows/wire.ts'

const all = [
  ...texts,
  ...figures,
  ...pretended,
  ...forged,
  ...forms,
  ...addresses,
  ...wire,
  ...photos,
  ...files,
  ...ofUploads,
  ...atOnce,
  ...letters,
]

/** Megabytes that the server may hold at most, and more than before once all is over. */
const mostMemory = { PGlite: 2200, PostgreSQL: 1400, growth: 500 }

const withoutIt = {
  PGlite: ', skipped: npm run faults sends them',
  PostgreSQL: ', skipped: TEST_DATABASE_URL names no server',
}

/** Milliseconds for any answer, on a machine that is busy with other things too. */
const patience = 20_000

/**
 * Sends every row of the table at a house on this database. Where there are both, some rows go to one house only, and
 * all that go to the embedded one do so in `npm run faults`.
 */
export function sendAllAt(database: Database): void {
  const groups = all.filter(({ besideTheDatabase }) => !serverUrl || database === 'PostgreSQL' || !besideTheDatabase)
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const without = isTriedOn(database, 'PostgreSQL') ? '' : withoutIt[database]
  describe.skipIf(without)(`hostile input, ${count} rows, on ${database}${without}`, () => {
    let attack: Attack
    let before: number
    beforeAll(async () => {
      attack = await attackOn(database)
      before = isMemoryKnown ? memoryOf(attack.house.pid()).now : 0
      return () => attack.house[Symbol.asyncDispose]()
    })

    describe.each(groups)('$about', ({ rows }) => {
      for (const { name, send, status, says, keeps, after } of rows)
        it(name, { timeout: patience }, async () => {
          const answer = await send(attack)
          expect(answer.status).toBeOneOf([status].flat())
          if (says) expect(answer.text).toContain(says)
          if (keeps) expect(shows(answer.text, keeps), `the page shows ${keeps.slice(0, 80)}`).toBe(true)
          await after?.(answer, attack)
        })
    })

    describe('after all of it', () => {
      it('nothing that anybody reads hides or disguises what it says', async () => {
        expect(disguised(await published(attack))).toEqual([])
      })

      it('the server still answers, and was never surprised', async () => {
        expect((await attack.stranger().get('/readyz')).status).toBe(200)
        expect(attack.house.log()).not.toContain('"level"')
      })

      it('nothing is left of files and forms on their way', async () => {
        expect(await readdir(attack.house.env.TMPDIR ?? '')).toEqual([])
      })

      it.runIf(isMemoryKnown)('memory was bounded, and is given back', async () => {
        const { now, most } = memoryOf(attack.house.pid())
        console.log(`${database}: ${before} MB before, ${most} MB at most, ${now} MB after ${count} rows`)
        expect(most).toBeLessThan(mostMemory[database])
        expect(now - before).toBeLessThan(mostMemory.growth)
      })
    })
  })
}
