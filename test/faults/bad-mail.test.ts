import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { addressesAt } from '#src/bin/addresses.ts'
import { openPictures } from '#src/bin/open-pictures.ts'
import { aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import { jobHandlers } from '#src/jobs/handlers.ts'
import { follow } from '#src/operations/follow.ts'
import { smtpMail } from '#src/outside/mail.ts'
import { screens } from '#src/outside/push/screens.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, waterLeak } from '../a-guide.ts'
import { describeOnBoth } from '../database.ts'
import { means as meansOn, type TestMeans } from '../means.ts'
import { aSubmitted, done, type Sent } from '../some-reports.ts'
import { isTriedOn } from './chance.ts'
import { type Behaviour, openPostOffice, type PostOffice } from './post-office.ts'

const guide = aGuide()
const { id: city } = guide.city
const followers = Array.from({ length: 12 }, (_, index) => `follower${index}@people.example`)

const bad: readonly (Behaviour | 'is_gone')[] = [
  'refuses_for_now',
  'refuses_for_ever',
  'is_silent',
  'breaks_off',
  'is_gone',
]

describeOnBoth('a mail server that behaves badly in every way, one after another', (open, database) => {
  let here: TestMeans
  let post: PostOffice
  let mail: ReturnType<typeof smtpMail>
  beforeAll(async () => {
    if (!isTriedOn(database, 'PostgreSQL')) return
    here = meansOn(await open(), { now: Temporal.Now.instant() })
    post = await openPostOffice()
    mail = smtpMail(post.url, 'city@localhost', { answer: 400, letter: 3000 })
  })
  afterAll(async () => {
    if (!isTriedOn(database, 'PostgreSQL')) return
    mail.close()
    await post.close()
  })

  it.runIf(isTriedOn(database, 'PostgreSQL'))(
    'loses no letter, doubles only what it had taken when it broke off, and all goes out by itself once it is well',
    {
      timeout: 120_000,
    },
    async () => {
      const { store } = here
      const report = await aSubmitted(here)
      for (const email of followers) {
        const wish = {
          email,
          locale: 'uk',
          topic: { kind: 'category', category: waterLeak },
          frequency: 'at_once',
        } as const
        await follow(here, guide, wish, 'owner')
        await follow(here, guide, { ...wish, topic: { kind: 'organization', organization: waterUtility } }, 'owner')
      }
      await workOn(here, mail)

      for (const how of bad) {
        if (how === 'is_gone') await post.close()
        else post.behave(how)
        const since = post.tries
        await stepOf[how](here, report)
        await vi.waitFor(async () => {
          if (how === 'is_gone') expect(await jobsIn(store, 'retry')).toBeGreaterThan(0)
          else expect(post.tries).toBeGreaterThan(since + 3)
        }, patience)
        await tryAgainNow(store)
      }

      await post.open()
      post.behave('well')
      await vi.waitFor(
        async () => {
          // What gathered meanwhile is due once the pause is over.
          here.clock.at = here.clock.at.add({ minutes: 11 })
          await store.inCity(city, (tx) => store.queue.send(tx, 'gather_letters', { city }))
          await tryAgainNow(store)
          expect(await unsent(store)).toEqual({ notices: 0, deliveries: 0, letters: 0 })
        },
        { ...patience, interval: 1000 },
      )

      const broken = new Set(post.taken.flatMap(({ id, isUnsaid }) => (isUnsaid ? [id] : [])))
      const times = new Map<string, number>()
      for (const { id } of post.taken) times.set(id, (times.get(id) ?? 0) + 1)
      const doubled = [...times].filter(([, count]) => count > 1).map(([id]) => id)
      expect(doubled.filter((id) => !broken.has(id))).toEqual([])
      expect(broken.size).toBeGreaterThan(0)
      for (const email of followers) {
        const told = post.taken.filter(({ to }) => to === email).map(({ id, text }) => [id, text] as const)
        const words = [...new Map(told).values()].join('\n')
        for (const what of ['Прийнято до розгляду', 'Вирішено', 'Відкрито повторно']) expect(words).toContain(what)
      }
      const { rows } = await sql`select email from mail_address where stopped is not null`.execute(store.whole)
      expect(rows).toEqual([])
    },
  )
})

const patience = { timeout: 40_000, interval: 50 }

/** One step of the report under each behaviour; whoever follows many hears of the first, the third and the fourth. */
const stepOf: Record<(typeof bad)[number], (here: TestMeans, sent: Sent) => Promise<unknown>> = {
  refuses_for_now: (here, { number }) => done(here, number, anAct('approve'), aModerator()),
  refuses_for_ever: (here, { number }) => done(here, number, anAct('start'), anOfficer()),
  is_silent: (here, { number }) => done(here, number, anAct('resolve'), anOfficer()),
  breaks_off: (here, { number, author }) => done(here, number, anAct('reopen'), author),
  is_gone: (here, { number }) => done(here, number, anAct('ask'), anOfficer()),
  well: async () => undefined,
}

async function workOn(here: TestMeans, mail: ReturnType<typeof smtpMail>): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined }
  const origin = 'http://localhost'
  const { message } = openPictures(here, origin)
  const guides = new Map([[city, guide]])
  await here.store.queue.work(
    jobHandlers({ means: here, mail, push: screens(), message, guides, log, addresses: addressesAt(origin) }),
  )
}

/** As after the seconds that a failed job waits. */
async function tryAgainNow({ whole }: Store): Promise<void> {
  await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(whole)
}

async function jobsIn({ whole }: Store, state: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pgboss.job where state::text = ${state}`.execute(whole)
  return rows[0]?.count ?? 0
}

async function unsent({ whole }: Store): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from notice where sent_at is null) as notices,
    (select count(*)::int from delivery where letter_id is null) as deliveries,
    (select count(*)::int from letter where sent_at is null) as letters`.execute(whole)
  return rows[0] ?? {}
}
