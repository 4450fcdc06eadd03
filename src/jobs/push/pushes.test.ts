import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import { erasePerson } from '#src/operations/change-person.ts'
import { supportReport } from '#src/operations/support-report.ts'
import { choose } from '#src/store/push-choices.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, roadWorks } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { aPerson, done } from '#test/some-reports.ts'
import { remind } from '../remind.ts'
import { withDevices } from './pushes.examples.ts'
import { sendPushes } from './send-pushes.ts'
import { tellDevices } from './tell-devices.ts'

const { id: city } = aGuide().city

describeOnBoth('messages on devices', (open) => {
  let store: Store
  let town: ReturnType<typeof withDevices>
  let author: Awaited<ReturnType<typeof aPerson>>
  let phone: string
  let number: number

  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    await store.whole.deleteFrom('device').execute()
    await store.whole.deleteFrom('membership').execute()
    town = withDevices(store)
    author = await aPerson(store)
    phone = await town.device(author)
    number = await town.sends(author)
    await town.happens(number, anAct('approve'), aModerator())
  })

  const happens = (...step: [Parameters<typeof town.happens>[1], Parameters<typeof town.happens>[2]]) =>
    town.happens(number, ...step)

  it('tell a follower what a resident added, once a moderator shows it', async () => {
    const [follower, writer] = [await aPerson(store), await aPerson(store)]
    const theirs = await town.device(follower)
    await town.follows(follower, { kind: 'report', number })
    const addition = await town.moves(number, anAct('add'), writer)
    await town.send()
    expect(town.titlesOn(theirs)).toEqual([])
    await happens({ kind: 'show_addition', addition, files: [] }, aModerator())
    expect(town.titlesOn(theirs)).toHaveLength(1)
  })

  it('tell the author what became of a report, and nothing of their own steps or of those on the way', async () => {
    await happens(anAct('start'), anOfficer())
    expect(town.titlesOn(phone)).toEqual([])
    await happens(anAct('ask'), anOfficer())
    expect(town.push.shownOn(phone)).toEqual([
      {
        tag: `zhytomyr/${number}`,
        id: expect.stringMatching(/\/step\/1$/),
        title: `№ ${number}: Потрібне уточнення`,
        body: 'Житомир. Організація чекає на вашу відповідь.',
        lang: 'uk',
        url: `https://city.example/zhytomyr/reports/${number}`,
      },
    ])
    await happens(anAct('answer'), author)
    expect(town.push.broughtTo(phone)).toBe(1)
  })

  it('are one for each report, the newest', async () => {
    await happens(anAct('ask'), anOfficer())
    await happens(anAct('resolve'), anOfficer())
    expect(town.titlesOn(phone)).toEqual([`№ ${number}: Вирішено`])
    expect(town.push.broughtTo(phone)).toBe(2)
  })

  it('say what was chosen to be said', async () => {
    await choose(store.whole, author.id, { kinds: ['progress'], quiet: true })
    await happens(anAct('start'), anOfficer())
    expect(town.titlesOn(phone)).toEqual([`№ ${number}: В роботі`])
    await happens(anAct('resolve'), anOfficer())
    expect(town.push.broughtTo(phone)).toBe(1)
  })

  it('tell those who follow it at once or support it, each once, and not those who read a daily letter', async () => {
    const [follower, supporter, daily] = await Promise.all([aPerson(store), aPerson(store), aPerson(store)])
    const [one, other, none] = [await town.device(follower), await town.device(supporter), await town.device(daily)]
    await town.follows(follower, { kind: 'report', number })
    await town.follows(daily, { kind: 'report', number }, 'daily')
    await supportReport(town.here, city, number, supporter.id)
    await town.follows(supporter, { kind: 'report', number })
    await happens(anAct('resolve'), anOfficer())
    for (const device of [one, other]) expect(town.titlesOn(device)).toEqual([`№ ${number}: Вирішено`])
    expect([one, other, none].map((device) => town.push.broughtTo(device))).toEqual([1, 1, 0])
  })

  it('tell officers of their inbox and moderators of their queue, with the way to the desk', async () => {
    const [officer, stranger] = [await town.staff('officer', waterUtility), await town.staff('officer', roadWorks)]
    const moderator = await town.staff('moderator')
    const [desk, foreign, queue] = [
      await town.device(officer),
      await town.device(stranger),
      await town.device(moderator),
    ]
    const next = await town.sends()
    await town.send()
    expect(town.titlesOn(queue)).toEqual([`№ ${next}: На модерації`])
    expect(town.titlesOn(desk)).toEqual([])
    await town.happens(next, anAct('approve'), { kind: 'moderator', id: moderator.id })
    expect(town.push.shownOn(desk).map(({ title, url }) => [title, url])).toEqual([
      [`№ ${next}: Прийнято до розгляду`, `https://city.example/zhytomyr/desk/${next}`],
    ])
    expect(town.push.broughtTo(queue)).toBe(1)
    expect(town.titlesOn(foreign)).toEqual([])
  })

  it('remind officers of a term, once, by its day alone', async () => {
    const desk = await town.device(await town.staff('officer', waterUtility))
    const told: string[] = []
    for (const days of [29, 0, 9]) {
      town.later({ hours: 24 * days })
      await Promise.all([remind(town.parts), remind(town.parts)])
      const before = town.push.broughtTo(desk)
      await town.send()
      if (town.push.broughtTo(desk) > before) told.push(...town.titlesOn(desk))
    }
    expect(told.filter((title) => title.startsWith(`№ ${number}:`))).toEqual([
      `№ ${number}: відповідь до 5 лютого 2026 року`,
      `№ ${number}: строк відповіді минув 5 лютого 2026 року`,
    ])
  })

  it('are sent once, however often and from however many processes each step is done', async () => {
    const seq = await town.moves(number, anAct('resolve'), anOfficer())
    await Promise.all([1, 2, 3].map(() => tellDevices(town.here, { city, seq })))
    await Promise.all([1, 2, 3].map(() => town.send()))
    await tellDevices(town.here, { city, seq })
    await town.send()
    expect(town.push.broughtTo(phone)).toBe(1)
  })

  it('reach each of many who follow, once', async () => {
    const many = 1100
    await sql`with people as (
        insert into person (id, email) select gen_random_uuid(), 'many' || n || '@people.example'
        from generate_series(1, ${many}::int) n returning id, email
      ), sessions as (
        insert into session (id, person_id, token, expires_at) select id, id, email, 'infinity' from people returning id, token
      ), devices as (
        insert into device (person_id, session_id, way, address, name, since) select id, id, 'fcm', token, '', now() from sessions
      ) insert into follower (city_id, email, locale) select ${city}, email, 'uk' from people`.execute(store.whole)
    await sql`insert into subscription (city_id, follower_id, category_id, frequency, since)
      select city_id, id, 'water-leak', 'at_once', timestamptz '2025-01-01' from follower where city_id = ${city} and email like 'many%'`.execute(
      store.whole,
    )
    const seq = await town.moves(number, anAct('resolve'), anOfficer())
    await tellDevices(town.here, { city, seq })
    await Promise.all([town.send(), town.send()])
    const brought = Array.from({ length: many }, (_, n) => town.push.broughtTo(`many${n + 1}@people.example`))
    expect(brought.filter((times) => times !== 1)).toEqual([])
    await sql`delete from follower where email like 'many%'`.execute(store.whole)
  })

  it('are sent again under the same tag and id when a process died before it was written down', async () => {
    await town.moves(number, anAct('resolve'), anOfficer())
    const ids: string[] = []
    const dies = { send: async (...[, { id }]: Parameters<typeof town.push.send>) => Promise.reject(ids.push(id)) }
    await sendPushes({ ...town.parts, push: dies as never }, { city }).catch(() => undefined)
    await town.send()
    expect(town.push.broughtTo(phone)).toBe(0)
    town.later({ minutes: 5 })
    await town.send()
    expect(town.push.shownOn(phone).map(({ id }) => id)).toEqual(ids)
  })

  it('wait for the morning by the city’s clock, unless their owner wants them at night, and are then the newest', async () => {
    const owl = await aPerson(store)
    const light = await town.device(owl)
    await town.follows(owl, { kind: 'report', number })
    await choose(store.whole, owl.id, { kinds: ['followed'], quiet: false })
    town.later({ hours: 10 }) // 22:00
    await happens(anAct('ask'), anOfficer())
    await happens(anAct('resolve'), anOfficer())
    expect([phone, light].map((device) => town.push.broughtTo(device))).toEqual([0, 2])
    town.later({ minutes: 10 * 60 - 1 })
    await town.send()
    expect(town.push.broughtTo(phone)).toBe(0)
    town.later({ minutes: 1 })
    await town.send()
    expect(town.titlesOn(phone)).toEqual([`№ ${number}: Вирішено`])
    expect(town.push.broughtTo(phone)).toBe(1)
  })

  describe('when a push service', () => {
    it('says that a device is gone, it is forgotten', async () => {
      town.push.answers(phone, { kind: 'gone' })
      await happens(anAct('resolve'), anOfficer())
      expect(await store.whole.selectFrom('device').select('id').execute()).toEqual([])
      expect(await town.waiting()).toBe(0)
    })

    it('asks to be left alone, all its devices wait until then, and lose nothing', async () => {
      const follower = await aPerson(store)
      const other = await town.device(follower)
      await town.follows(follower, { kind: 'report', number })
      const later = { kind: 'later', said: '429', after: 120, isService: true } as const
      for (const device of [phone, other]) town.push.answers(device, later)
      await happens(anAct('resolve'), anOfficer())
      await town.send()
      const tried = () => town.push.broughtTo(phone) + town.push.broughtTo(other)
      expect(tried()).toBeLessThanOrEqual(2)
      for (const device of [phone, other]) town.push.answers(device, { kind: 'accepted' })
      town.later({ seconds: 119 })
      await town.send()
      expect([...town.titlesOn(phone), ...town.titlesOn(other)]).toEqual([])
      town.later({ seconds: 1 })
      await town.send()
      expect([town.titlesOn(phone), town.titlesOn(other)].flat()).toHaveLength(2)
    })

    it('takes nothing for three days, the message is given up', async () => {
      town.push.answers(phone, { kind: 'later', said: '503', after: null, isService: true })
      await happens(anAct('resolve'), anOfficer())
      town.later({ hours: 71 })
      await town.send()
      expect(await town.waiting()).toBe(1)
      town.later({ hours: 3 })
      await town.send()
      expect([await town.waiting(), town.push.broughtTo(phone)]).toEqual([0, 2])
    })
  })

  describe('are not shown', () => {
    it('to who may not hear of the report any more', async () => {
      const follower = await aPerson(store)
      const device = await town.device(follower)
      await town.follows(follower, { kind: 'category', category: 'water-leak' as never })
      const next = await town.sends(author)
      await town.moves(next, anAct('approve'), aModerator())
      expect(await town.waiting()).toBe(1)
      await done(town.here, next, anAct('withdraw'), author)
      await town.send()
      expect([await town.waiting(), town.push.broughtTo(device)]).toEqual([0, 0])
    })

    it('on a device whose session has ended, was signed out of, or whose owner is erased', async () => {
      await town.moves(number, anAct('resolve'), anOfficer())
      await store.whole
        .updateTable('session')
        .set({ expires_at: new Date(0) })
        .execute()
      await town.send()
      expect([town.push.broughtTo(phone), await town.waiting()]).toEqual([0, 0])
      await store.whole.deleteFrom('session').where('person_id', '=', author.id).execute()
      expect(await store.whole.selectFrom('device').select('id').execute()).toEqual([])

      const again = await town.device(author)
      await erasePerson(town.here, author.id)
      await town.send()
      expect(town.push.broughtTo(again)).toBe(0)
    })

    it('to whoever signed in by a device before', async () => {
      await town.moves(number, anAct('resolve'), anOfficer())
      await town.device(await aPerson(store), phone)
      await town.send()
      expect(town.push.broughtTo(phone)).toBe(0)
    })
  })
})
