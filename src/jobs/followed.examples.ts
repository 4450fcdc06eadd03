import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Frequency, Topic } from '#src/domain/following.ts'
import type { FollowKey } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import { follow } from '#src/operations/follow.ts'
import type { Mail } from '#src/outside/mail.ts'
import { type Kept, mailbox } from '#src/outside/mailbox.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide } from '#test/a-guide.ts'
import { means as testMeans } from '#test/means.ts'
import { aKey, done } from '#test/some-reports.ts'
import { announceEvent } from './announce-event.ts'
import { someAddresses } from './examples.ts'
import { gatherLetters } from './gather-letters.ts'
import type { Parts } from './parts.ts'
import { sendConfirmation } from './send-confirmation.ts'
import { sendLetters } from './send-letters.ts'
import { sendNotice } from './send-notice.ts'
import { tellFollowers } from './tell-followers.ts'
import { tellOldAddress } from './tell-old-address.ts'

const guide = aGuide()
const { id: city } = guide.city

/** A city whose jobs are kept in a list until they are done in turn, a clock that is turned, and all letters. */
export function followed(store: Store) {
  const jobs: { readonly name: string; readonly job: object }[] = []
  const keep = async (_: unknown, name: string, job: object) => void jobs.push({ name, job: { ...job } })
  const keepAll = async (_: unknown, name: string, all: readonly object[]) => {
    jobs.push(...all.map((job) => ({ name, job: { ...job } })))
  }
  const queue = { ...store.queue, send: keep, sendAll: keepAll } as Store['queue'] // safe: they take every job
  const here = testMeans({ ...store, queue }, { now: Temporal.Instant.from('2026-01-05T10:00Z') })
  const box = mailbox(here.now)
  let mail: Mail = box

  const parts = (): Parts => ({
    means: here,
    mail,
    // Organizations' letters have it with them; what it looks like is told elsewhere.
    message: async () => new Uint8Array(),
    guides: new Map([[city, guide]]),
    addresses: someAddresses,
    log: { info: () => {}, warn: () => {} },
  })

  /** Does what waits, and what follows of that; what cannot be done is left, as by the queue. */
  async function work(): Promise<void> {
    const left: typeof jobs = []
    for (let next = jobs.shift(); next; next = jobs.shift()) {
      const { name, job } = next
      const all: Record<string, (job: never) => Promise<void>> = {
        announce_event: (one) => announceEvent(here, one),
        tell_followers: (one) => tellFollowers(here, one),
        gather_letters: (one) => gatherLetters(parts(), one),
        send_notice: (one) => sendNotice(parts(), one),
        send_letter: async (one) => {
          const [sent] = await sendLetters(parts(), [one])
          if (sent?.status === 'rejected') throw sent.reason
        },
        send_confirmation: (one) => sendConfirmation(parts(), one),
        tell_old_address: (one) => tellOldAddress(parts(), one),
      }
      await all[name]?.(job as never).catch(() => left.push(next))
    }
    jobs.push(...left)
  }

  return {
    here,
    jobs,
    box,
    parts,
    work,
    /** From now on letters go another way. */
    mailBy(other: Mail): void {
      mail = other
    },
    /** Time goes by; the queue asks for letters as it does each minute. */
    async later(duration: Temporal.DurationLike): Promise<void> {
      here.clock.at = here.clock.at.add(duration)
      jobs.push({ name: 'gather_letters', job: {} })
      await work()
    },
    async follows(email: string, topic: Topic, frequency: Frequency, asks: 'owner' | 'anybody' = 'owner') {
      const asked = await follow(here, guide, { email, locale: 'uk', topic, frequency }, asks)
      if (!asked.ok) throw new Error(asked.problem)
      await work()
    },
    /** A step, and all that follows of it. */
    async happens(number: number, act: Act, actor: Actor): Promise<Report> {
      const after = await done(here, number, act, actor, aKey())
      await work()
      return after
    },
    /** A step alone: its number. */
    async moves(number: number, act: Act, actor: Actor): Promise<number> {
      await done(here, number, act, actor, aKey())
      const announced = jobs.splice(0).find(({ name }) => name === 'announce_event')?.job
      return (announced as { seq: number }).seq
    },
    /** Newest first. */
    lettersTo: (address: string): readonly Kept[] => box.letters().filter(({ to }) => to === address),
    subjectsTo: (address: string) => box.letters().flatMap(({ to, subject }) => (to === address ? [subject] : [])),
    async keyOf(email: string): Promise<FollowKey> {
      const row = await store.whole.selectFrom('follower').select('key').where('email', '=', email).executeTakeFirst()
      if (!row) throw new Error(`${email} follows nothing`)
      return row.key
    },
    addresses: async () =>
      (await store.whole.selectFrom('follower').select('email').execute()).map(({ email }) => email),
  }
}
