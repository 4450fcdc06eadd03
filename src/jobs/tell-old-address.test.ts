import { beforeAll, beforeEach, expect, it } from 'vitest'

import { aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import type { Topic } from '#src/domain/following.ts'
import type { SessionId, StopKey, SubscriptionId } from '#src/domain/id.ts'
import { changeAddress } from '#src/operations/change-address.ts'
import { confirmFollowing } from '#src/operations/follow.ts'
import { stopSupportByKey, supportReport } from '#src/operations/support-report.ts'
import { standingOf, stopBounced, stoppedAt } from '#src/store/mail-addresses.ts'
import { findLive } from '#src/store/opinion-links.ts'
import { hashOf } from '#src/store/private-links.ts'
import type { Store } from '#src/store/store.ts'
import { findByKey } from '#src/store/subscriptions.ts'
import { aGuide, oldTown, pothole, waterLeak } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { anAccepted, aPerson, aSubmitted, type Resident } from '#test/some-reports.ts'
import { followed } from './followed.examples.ts'
import { sweep } from './sweep.ts'

const { id: city } = aGuide().city
const [before, after] = ['ana.before@people.example', 'ana.after@people.example']
const told = 'Адресу вашої пошти змінено'
const leaks: Topic = { kind: 'category', category: waterLeak }

describeOnBoth('who comes to go by another address', (open) => {
  let store: Store
  let town: ReturnType<typeof followed>
  let ana: Resident

  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    for (const table of ['follower', 'person', 'mail_address'] as const) await store.whole.deleteFrom(table).execute()
    town = followed(store)
    ana = await aPerson(store, { email: before })
  })

  const changes = async (to = after) => {
    const session = crypto.randomUUID() as SessionId
    const changed = await changeAddress(town.here, { person: ana.id, session }, to)
    await town.work()
    return changed.ok
  }
  const aLeakAppears = async () => {
    const { number } = await aSubmitted(town.here)
    await town.happens(number, anAct('approve'), aModerator())
    return `№ ${number}: Прийнято до розгляду`
  }
  const topicsOf = async (email: string) =>
    (await findByKey(store.of(city), await town.keyOf(email)))?.subscriptions
      .map(({ topic, frequency }) => [topic.kind, frequency])
      .toSorted()
  const standingsLeft = async () =>
    (await store.whole.selectFrom('mail_address').select('email').execute()).map(({ email }) => email)
  const standsStill = {
    send: () => Promise.reject(new Error('The mail server does not answer')),
  }

  it('follows the same, and hears there what waited, once; the old address is told, and its links end nothing', async () => {
    await town.follows(before, leaks, 'at_once')
    await town.follows(before, { kind: 'category', category: pothole }, 'daily')
    const oldKey = await town.keyOf(before)
    town.mailBy(standsStill)
    const news = await aLeakAppears()
    expect(await changes()).toBe(true)
    town.mailBy(town.box)
    await town.later({ minutes: 11 })
    expect(town.subjectsTo(before)).toEqual([told])
    expect(town.subjectsTo(after)).toEqual([news])
    expect(town.lettersTo(before)[0]?.text).not.toContain(after)
    expect(await topicsOf(after)).toEqual([
      ['category', 'at_once'],
      ['category', 'daily'],
    ])
    expect(await findByKey(store.of(city), oldKey)).toBeNull()
    expect(await store.whole.selectFrom('address_change').selectAll().execute()).toEqual([])
  })

  it('leaves nothing to who reads the old mailbox: a letter’s link confirms, stops and answers no more', async () => {
    await town.follows(before, leaks, 'at_once', 'anybody')
    const asked = /\/follow\/([0-9a-f-]{36})/.exec(town.lettersTo(before)[0]?.text ?? '')?.[1] as SubscriptionId
    expect(await confirmFollowing(town.here, city, asked, 'uk')).toBe(await town.keyOf(before))
    const supported = await anAccepted(town.here)
    await supportReport(town.here, city, supported.number, ana.id)
    const mine = await aSubmitted(town.here, {}, { author: ana })
    await town.happens(mine.number, anAct('approve'), aModerator())
    await town.happens(supported.number, anAct('postpone'), anOfficer())
    await town.happens(mine.number, anAct('resolve'), anOfficer())
    const letters = town.lettersTo(before).map(({ text }) => text)
    const stop = letters.map((text) => /\/support\/([0-9a-f-]{36})/.exec(text)?.[1]).find(Boolean) as StopKey
    const opinion = letters.map((text) => /\/opinions\/([\w-]+)/.exec(text)?.[1]).find(Boolean) ?? ''
    expect(await findLive(store.of(city), hashOf(opinion), town.here.now())).not.toBeNull()

    await changes()
    expect(await confirmFollowing(town.here, city, asked, 'uk')).toBeNull()
    expect(await stopSupportByKey(town.here, city, stop)).toBeNull()
    expect(await findLive(store.of(city), hashOf(opinion), town.here.now())).toBeNull()
    expect(await topicsOf(after)).toEqual([['category', 'at_once']])
    expect(await standingsLeft()).not.toContain(before)
  })

  it('becomes one with what the new address followed already: nothing is told twice, and nothing lost', async () => {
    await town.follows(after, leaks, 'daily')
    await town.follows(after, { kind: 'area', area: oldTown }, 'at_once', 'anybody')
    await town.follows(before, leaks, 'at_once')
    await town.follows(before, { kind: 'area', area: oldTown }, 'daily')
    await town.follows(before, { kind: 'category', category: pothole }, 'at_once', 'anybody')
    town.mailBy(standsStill)
    const first = await aLeakAppears()
    expect(await changes()).toBe(true)
    town.mailBy(town.box)
    const second = await aLeakAppears()
    await town.later({ hours: 24 })
    expect(await topicsOf(after)).toEqual([
      ['area', 'daily'],
      ['category', 'daily'],
    ])
    expect(await town.addresses()).toEqual([after])
    expect(town.subjectsTo(before)).toEqual([told, expect.stringContaining('Підтвердьте')])
    const [letter, ...earlier] = town.lettersTo(after)
    expect(earlier.map(({ subject }) => subject)).toEqual([expect.stringContaining('Підтвердьте')])
    for (const subject of [first, second]) expect(letter?.text).toContain(subject.split(':')[0])
  })

  it('is written to at an address that letters came back from, and the old one, if they do there, is not told', async () => {
    for (const email of [before, after]) {
      await standingOf(store.whole, email, town.here.now())
      await stopBounced(store.whole, email, town.here.now())
    }
    await town.follows(before, leaks, 'at_once')
    expect(await changes()).toBe(true)
    expect(await stoppedAt(store.whole, after)).toBeNull()
    const news = await aLeakAppears()
    expect([town.subjectsTo(before), town.subjectsTo(after)]).toEqual([[], [news]])
    expect(await store.whole.selectFrom('address_change').selectAll().execute()).toEqual([])
  })

  it('takes nothing from somebody who goes by it', async () => {
    await aPerson(store, { email: after })
    await town.follows(before, leaks, 'at_once')
    expect(await changes()).toBe(false)
    expect(await town.addresses()).toEqual([before])
    expect(town.subjectsTo(before)).toEqual([])
  })

  it('has the old address forgotten after a week in which it could not be told', async () => {
    town.mailBy(standsStill)
    await changes()
    await town.later({ hours: 24 * 6 })
    await sweep({ ...town.parts(), means: town.here })
    expect(await store.whole.selectFrom('address_change').select('email').execute()).toEqual([{ email: before }])
    await town.later({ hours: 25 })
    await sweep({ ...town.parts(), means: town.here })
    expect(await store.whole.selectFrom('address_change').select('email').execute()).toEqual([])
  })
})
