import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Topic } from '#src/domain/following.ts'
import type { OrganizationId, PersonId, SessionId } from '#src/domain/id.ts'
import { follow } from '#src/operations/follow.ts'
import { screens } from '#src/outside/push/screens.ts'
import * as devices from '#src/store/devices.ts'
import type { Store } from '#src/store/store.ts'
import type { Role } from '#src/store/tables.ts'
import { aGuide } from '#test/a-guide.ts'
import { means as testMeans } from '#test/means.ts'
import { aKey, aPerson, aSubmitted, done } from '#test/some-reports.ts'
import { announceEvent } from '../announce-event.ts'
import { someAddresses } from '../examples.ts'
import { tellFollowers } from '../tell-followers.ts'
import { sendPushes } from './send-pushes.ts'
import { tellDevices } from './tell-devices.ts'

const guide = aGuide()
const { id: city } = guide.city

/** Noon in the city, on a working day. */
const noon = Temporal.Instant.from('2026-01-05T10:00Z')

/** A city whose people have devices, and a clock that is turned. */
export function withDevices(store: Store) {
  // Asked for by this test alone.
  const queue = { ...store.queue, send: async () => undefined, sendAll: async () => undefined }
  const here = testMeans({ ...store, queue }, { now: noon })
  const push = screens()
  const parts = {
    means: here,
    guides: new Map([[city, guide]]),
    addresses: someAddresses,
    push,
    log: { info: () => {}, warn: () => {} },
  }

  return {
    here,
    push,
    parts,
    /** Who looks at the city by a device of their own: its address. */
    async device({ id }: { readonly id: PersonId }, named: string = crypto.randomUUID()): Promise<string> {
      const session = crypto.randomUUID() as SessionId
      const expires = new Date(here.clock.at.epochMilliseconds + 60 * 24 * 60 * 60 * 1000)
      await store.whole
        .insertInto('session')
        .values({ id: session, person_id: id, token: session, expires_at: expires })
        .execute()
      const reached = { way: 'fcm', address: named } as const
      await devices.register(store.whole, { person: id, session }, reached, 'Android', here.now())
      return named
    },
    async staff(role: Role, organization: OrganizationId | null = null): Promise<Awaited<ReturnType<typeof aPerson>>> {
      const person = await aPerson(store)
      const membership = { city_id: city, email: `${person.id}@people.example`, role, organization_id: organization }
      await store.whole.insertInto('membership').values(membership).execute()
      return person
    },
    async follows({ id }: { readonly id: PersonId }, topic: Topic, frequency: 'at_once' | 'daily' = 'at_once') {
      await follow(here, guide, { email: `${id}@people.example`, locale: 'uk', topic, frequency }, 'owner')
    },
    async sends(author?: Awaited<ReturnType<typeof aPerson>>): Promise<number> {
      const { number } = await aSubmitted(here, {}, author ? { author } : {})
      await this.announced()
      return number
    },
    /** A step, and all that it leads to but the sending. */
    async moves(number: number, act: Act, actor: Actor): Promise<number> {
      await done(here, number, act, actor, aKey())
      return this.announced()
    },
    async happens(number: number, act: Act, actor: Actor): Promise<void> {
      await this.moves(number, act, actor)
      await this.send()
    },
    async announced(): Promise<number> {
      const row = await store.whole.selectFrom('report_event').select('seq').orderBy('seq', 'desc').limit(1).execute()
      const seq = row[0]?.seq ?? 0
      await announceEvent(here, { city, seq })
      await tellDevices(here, { city, seq })
      await tellFollowers(here, { city, seq })
      await tellDevices(here, { city, seq })
      return seq
    },
    send: () => sendPushes(parts, { city }),
    later(duration: Temporal.DurationLike): void {
      here.clock.at = here.clock.at.add(duration)
    },
    titlesOn: (device: string): readonly string[] => push.shownOn(device).map(({ title }) => title),
    waiting: async () =>
      (await store.whole.selectFrom('push').select('device_id').where('done_at', 'is', null).execute()).length,
  }
}
