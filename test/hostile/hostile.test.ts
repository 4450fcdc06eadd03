import { beforeAll, describe, expect, it } from 'vitest'

import type { Database } from '#test/database.ts'
import { serverUrl } from '#test/server.ts'
import { attackOn, stopAttack } from './attack.ts'
import { type Attack, shows } from './row.ts'
import { addresses } from './rows/addresses.ts'
import { figures } from './rows/figures.ts'
import { forged } from './rows/forged.ts'
import { forms } from './rows/forms.ts'
import { pretended } from './rows/pretended.ts'
import { texts } from './rows/texts.ts'
import { wire } from './rows/wire.ts'

const groups = [...texts, ...figures, ...pretended, ...forged, ...forms, ...addresses, ...wire]
const rows = groups.flatMap((group) => group.rows)

describe.each(['PGlite', 'PostgreSQL'] as const)(`hostile input, ${rows.length} rows, on %s`, (database: Database) => {
  if (database === 'PostgreSQL' && !serverUrl) return it.skip('TEST_DATABASE_URL names no server')
  let attack: Attack
  beforeAll(async () => {
    attack = await attackOn(database)
    return () => stopAttack(attack)
  })

  describe.each(groups)('$about', ({ rows }) => {
    for (const { name, send, status, says, keeps, after } of rows)
      it(name, async () => {
        const answer = await send(attack)
        expect(answer.status).toBeOneOf([status].flat())
        if (says) expect(answer.text).toContain(says)
        if (keeps) expect(shows(answer.text, keeps), `the page shows ${keeps.slice(0, 80)}`).toBe(true)
        await after?.(answer, attack)
      })
  })
})
