import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { serverUrl } from '../server.ts'
import { aHouseWithMail } from './a-house.ts'
import { auditReports } from './audit.ts'
import { auditLetters, jobsLeft } from './audit-letters.ts'
import { isLong, seed } from './chance.ts'
import { openCrowd } from './crowd.ts'
import { drained, type OpenedStore, storeOf } from './drained.ts'

// In short: `bad-mail.test.ts`.
describe.skipIf(!serverUrl || !isLong)('a mail server that is down, while many act', () => {
  // Each waits for most of its time.
  it.concurrent.each(['refuses every letter for now', 'does not answer at all'])(
    'and %s loses nobody a letter: each is tried ever more rarely, and comes once',
    { timeout: 200_000 },
    async (how) => {
      await using opened = await aHouseWithMail('PostgreSQL', 'inside')
      const { house, post, source } = opened
      const crowd = await openCrowd({ origin: house.origin, source, post, seed })
      if (how.startsWith('refuses')) post.behave('refuses_for_now')
      else await post.close()
      const { reports, acts } = crowd.ledger
      await vi.waitFor(() => expect(Math.min(reports.size, acts.size)).toBeGreaterThan(5), { timeout: 100_000 })
      await crowd.leave()

      const body = new URLSearchParams({ email: 'olena@people.example' })
      const asked = await fetch(`${house.origin}/sign-in`, { method: 'POST', headers: { origin: house.origin }, body })
      expect(asked.status).toBe(503)
      expect(await asked.text()).toContain('Лист із кодом не вдалося надіслати')

      {
        await using store = await storeOf(house)
        // Ten seconds at most after the first failure, more after the second.
        await vi.waitFor(async () => expect(await longestWait(store)).toBeGreaterThan(10), { timeout: 60_000 })
        expect(await jobsLeft(store)).toMatchObject({ failed: 0 })
      }
      if (how.startsWith('refuses')) post.behave('well')
      else await post.open()

      await using store = await drained(house, null, { post, source, patiently: false })
      const letters = await auditLetters(store, source.guide, post, [])
      expect(letters.wrong).toEqual([])
      // How many there are is as fast as the machine.
      expect([letters.doubles, letters.sent > 0]).toEqual([0, true])
      expect(await auditReports(store, source.guide, crowd.ledger)).toEqual([])
    },
  )
})

/** Seconds until the next try of the letter that has to wait longest. */
async function longestWait({ whole }: OpenedStore): Promise<number> {
  const { rows } = await sql<{ seconds: number | null }>`
    select max(extract(epoch from start_after - now()))::float as seconds
    from pgboss.job where name = 'send_notice' and state = 'retry'`.execute(whole)
  return rows[0]?.seconds ?? 0
}
