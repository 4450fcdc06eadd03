import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import type { Topic } from '#src/domain/following.ts'
import type { SubscriptionId } from '#src/domain/id.ts'
import { erasePerson } from '#src/operations/change-person.ts'
import { confirmFollowing, stopFollowing } from '#src/operations/follow.ts'
import { supportReport } from '#src/operations/support-report.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, oldTown, pothole, waterLeak } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { aPerson, aSubmitted, done, type Sent } from '#test/some-reports.ts'
import { followed } from './followed.examples.ts'
import { gatherLetters } from './gather-letters.ts'
import { sweep } from './sweep.ts'
import { tellFollowers } from './tell-followers.ts'

const { id: city, center } = aGuide().city
const ana = 'ana@people.example'

describeOnBoth('following', (open) => {
  let store: Store
  let town: ReturnType<typeof followed>
  let report: Sent

  beforeAll(async () => {
    store = await open()
  })

  beforeEach(async () => {
    await store.whole.deleteFrom('follower').execute()
    town = followed(store)
    report = await aSubmitted(town.here)
  })

  const happens = (...step: [Parameters<typeof town.happens>[1], Parameters<typeof town.happens>[2]]) =>
    town.happens(report.number, ...step)
  const approved = () => happens(anAct('approve'), aModerator())
  const theReport = (): Topic => ({ kind: 'report', number: report.number })

  it('begins when the link in a letter is confirmed, and not before', async () => {
    await town.follows(ana, { kind: 'category', category: waterLeak }, 'at_once', 'anybody')
    await approved()
    expect(town.subjectsTo(ana)).toEqual(['Підтвердьте підписку: «Відкрите місто», Житомир'])

    const id = /\/follow\/([0-9a-f-]{36})/.exec(town.lettersTo(ana)[0]?.text ?? '')?.[1] as SubscriptionId
    const keys = [await confirmFollowing(town.here, city, id, 'uk'), await confirmFollowing(town.here, city, id, 'uk')]
    expect(new Set(keys)).toEqual(new Set([await town.keyOf(ana)]))
    await happens(anAct('resolve'), anOfficer())
    expect(town.subjectsTo(ana)).toEqual([`№ ${report.number}: Вирішено`, expect.stringContaining('Підтвердьте')])
  })

  it('is forgotten with the address when nobody confirms it in time', async () => {
    await town.follows(ana, { kind: 'category', category: pothole }, 'at_once', 'anybody')
    const { id } = await store.whole.selectFrom('subscription').select('id').executeTakeFirstOrThrow()
    await town.later({ hours: 49 })
    expect(await confirmFollowing(town.here, city, id, 'uk')).toBeNull()
    await sweep({ ...town.parts(), means: town.here })
    expect(await town.addresses()).toEqual([])
  })

  it('asked for twice is once, and a stranger’s asking changes nothing of it', async () => {
    await approved()
    await town.follows(ana, theReport(), 'daily')
    await town.follows(ana, theReport(), 'at_once', 'anybody')
    const rows = await store.whole.selectFrom('subscription').select(['frequency', 'confirm_until']).execute()
    expect(rows).toEqual([{ frequency: 'daily', confirm_until: null }])
  })

  const near = { lng: center.lng + 0.001, lat: center.lat }
  it.each<[string, Topic, boolean]>([
    ['its category', { kind: 'category', category: waterLeak }, true],
    ['another category', { kind: 'category', category: pothole }, false],
    ['the group of its category', { kind: 'group', group: 'water' as never }, true],
    ['another group', { kind: 'group', group: 'streets' as never }, false],
    ['its organization', { kind: 'organization', organization: 'water-utility' as never }, true],
    ['an area that it lies in', { kind: 'area', area: oldTown }, true],
    ['a circle that it lies in', { kind: 'circle', center: near, metres: 200 }, true],
    ['a circle that it does not', { kind: 'circle', center: { ...near, lat: near.lat + 0.01 }, metres: 1000 }, false],
    ['the widest circle', { kind: 'circle', center: { ...near, lat: near.lat + 0.0175 }, metres: 2000 }, true],
  ])('%s tells of a new report once it is public, and not of each step', async (_, topic, isTold) => {
    report = await aSubmitted(town.here, { location: center })
    await town.follows(ana, topic, 'at_once')
    expect(town.subjectsTo(ana)).toEqual([])
    await approved()
    await happens(anAct('start'), anOfficer())
    await town.later({ hours: 1 })
    expect(town.subjectsTo(ana)).toEqual(isTold ? [`№ ${report.number}: Прийнято до розгляду`] : [])
  })

  it('makes one letter, however often and from however many processes each step is done', async () => {
    await approved()
    await town.follows(ana, theReport(), 'at_once')
    await town.follows(ana, { kind: 'category', category: waterLeak }, 'at_once')
    const seq = await town.moves(report.number, anAct('resolve'), anOfficer())
    await Promise.all([1, 2, 3].map(() => tellFollowers(town.here, { city, seq })))
    town.jobs.splice(0)
    await Promise.all([1, 2, 3].map(() => gatherLetters(town.parts(), { city })))
    await tellFollowers(town.here, { city, seq })
    expect(town.jobs.filter(({ name }) => name === 'send_letter')).toHaveLength(1)
    town.jobs.push(...town.jobs)
    await town.work()
    expect(town.subjectsTo(ana)).toEqual([`№ ${report.number}: Вирішено`])
  })

  it('tells nothing of what happened before it began, however late the queue comes to it', async () => {
    await approved()
    const seq = await town.moves(report.number, anAct('start'), anOfficer())
    town.here.clock.at = town.here.clock.at.add({ seconds: 1 })
    await town.follows(ana, theReport(), 'at_once')
    await tellFollowers(town.here, { city, seq })
    await town.work()
    expect(town.subjectsTo(ana)).toEqual([])
    await happens(anAct('resolve'), anOfficer())
    expect(town.subjectsTo(ana)).toEqual([`№ ${report.number}: Вирішено`])
  })

  it('tells a person once who is author or supporter too, and nobody of their own step', async () => {
    await approved()
    const supporter = await aPerson(store)
    await supportReport(town.here, city, report.number, supporter.id)
    const [author, other] = [report.author, supporter].map(({ id }) => `${id}@people.example`) as [string, string]
    for (const address of [author, other]) await town.follows(address, theReport(), 'at_once')
    await happens(anAct('resolve'), anOfficer())
    expect(town.lettersTo(other).map(({ text }) => text.includes('підтримали'))).toEqual([true])
    const before = town.subjectsTo(author)
    await happens(anAct('confirm'), report.author)
    await town.later({ minutes: 11 })
    expect(town.subjectsTo(author)).toEqual(before)
    expect(town.subjectsTo(other)[0]).toContain('Автор підтвердив')
  })

  it('goes on with the report that another was merged into', async () => {
    await approved()
    await town.follows(ana, theReport(), 'at_once')
    const merged = report.number
    report = await aSubmitted(town.here)
    const main = await approved()
    await town.happens(merged, { kind: 'merge', into: main.id }, aModerator())
    await happens(anAct('start'), anOfficer())
    await town.later({ minutes: 10 })
    expect(town.subjectsTo(ana)).toEqual([
      `№ ${report.number}: Взято в роботу`,
      `№ ${merged}: Об’єднано зі зверненням № ${report.number}`,
    ])
  })

  it('tells what a resident added, in their words, once a moderator shows it, and not its writer', async () => {
    await approved()
    const writer = await aPerson(store)
    for (const address of [ana, `${writer.id}@people.example`]) await town.follows(address, theReport(), 'at_once')
    const addition = await town.moves(report.number, anAct('add'), writer)
    await town.later({ minutes: 11 })
    expect(town.subjectsTo(ana)).toEqual([])
    const shown = { kind: 'show_addition', addition, files: [] } as const
    await happens(shown, aModerator())
    expect(town.subjectsTo(ana)).toEqual([`№ ${report.number}: Мешканець доповнив звернення`])
    expect(town.lettersTo(ana)[0]?.text).toContain('Мешканець:\n> Стало гірше')
    expect(town.subjectsTo(`${writer.id}@people.example`)).toEqual([])

    await happens({ ...anAct('decline_addition'), addition }, aModerator())
    await happens(shown, aModerator())
    await town.later({ minutes: 11 })
    expect(town.subjectsTo(ana)).toHaveLength(1)
  })

  it('or not, an addition’s writer hears why a moderator declined it, unless it was shown after all', async () => {
    await approved()
    const writer = await aPerson(store)
    const address = `${writer.id}@people.example`
    const addition = await town.moves(report.number, anAct('add'), writer)
    const decline = { ...anAct('decline_addition'), addition }
    await happens(decline, aModerator())
    expect(town.subjectsTo(address)).toEqual([`№ ${report.number}: модератор відхилив ваше доповнення`])
    expect(town.lettersTo(address)[0]?.text).toContain('Модератор:\n> Видно номер авто\n\nВи написали:\n> Стало гірше')
    await happens({ kind: 'show_addition', addition, files: [] }, aModerator())
    await done(town.here, report.number, decline, aModerator())
    await happens({ kind: 'show_addition', addition, files: [] }, aModerator())
    expect(town.subjectsTo(address)).toHaveLength(1)
  })

  it('says nothing of a report that is public no more by then', async () => {
    await town.follows(ana, { kind: 'category', category: waterLeak }, 'daily')
    await approved()
    await done(town.here, report.number, anAct('withdraw'), report.author)
    await town.later({ hours: 24 })
    expect(town.subjectsTo(ana)).toEqual([])
  })

  describe('gathers', () => {
    beforeEach(async () => {
      await approved()
    })

    it('what happens within ten minutes of a letter into the next', async () => {
      await town.follows(ana, theReport(), 'at_once')
      await happens(anAct('start'), anOfficer())
      await happens(anAct('ask'), anOfficer())
      await happens(anAct('answer'), report.author)
      expect(town.subjectsTo(ana)).toEqual([`№ ${report.number}: Взято в роботу`])
      await town.later({ minutes: 10 })
      expect(town.subjectsTo(ana)[0]).toBe('Житомир: 2 новини про те, за чим ви стежите')
      expect(town.lettersTo(ana)[0]?.text).toContain('Організація просить уточнити')
    })

    it('all that happens while the mail server is down into one letter after the first', async () => {
      await town.follows(ana, theReport(), 'at_once')
      town.mailBy({ send: () => Promise.reject(new Error('The mail server did not take a letter')) })
      await happens(anAct('start'), anOfficer())
      for (const act of ['ask', 'answer', 'postpone'] as const) {
        await town.later({ hours: 1 })
        await happens(anAct(act), act === 'answer' ? report.author : anOfficer())
      }
      town.mailBy(town.box)
      await town.work()
      await town.later({ minutes: 1 })
      await town.later({ minutes: 1 })
      expect(town.subjectsTo(ana)).toEqual([
        'Житомир: 3 новини про те, за чим ви стежите',
        `№ ${report.number}: Взято в роботу`,
      ])
    })

    it('a day into one letter at eight, also when nobody was awake then, and once', async () => {
      await town.follows(ana, theReport(), 'daily')
      await town.follows(ana, { kind: 'category', category: waterLeak }, 'daily')
      await happens(anAct('start'), anOfficer())
      const other = await aSubmitted(town.here)
      await town.happens(other.number, anAct('approve'), aModerator())
      // Seven in the morning.
      await town.later({ hours: 19 })
      expect(town.subjectsTo(ana)).toEqual([])

      town.here.clock.at = town.here.clock.at.add({ hours: 30 })
      await happens(anAct('resolve'), anOfficer())
      for (const minutes of [0, 1, 2]) await town.later({ minutes })
      expect(town.subjectsTo(ana)).toEqual(['Житомир: 2 новини про те, за чим ви стежите'])
      await town.later({ hours: 24 })
      expect(town.subjectsTo(ana)[0]).toBe(`№ ${report.number}: Вирішено`)
    })

    it('nothing more for who has left, and forgets the address', async () => {
      await town.follows(ana, theReport(), 'daily')
      await happens(anAct('start'), anOfficer())
      await stopFollowing(town.here, city, await town.keyOf(ana), 'all')
      await town.later({ hours: 24 })
      expect(town.subjectsTo(ana)).toEqual([])
      expect(await town.addresses()).toEqual([])
    })
  })

  it('names in each letter the way to end by one click what it is about, and to see all', async () => {
    await approved()
    await town.follows(ana, theReport(), 'at_once')
    await town.follows(ana, { kind: 'category', category: pothole }, 'at_once')
    await happens(anAct('start'), anOfficer())
    const [letter] = town.lettersTo(ana)
    expect(letter?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(letter?.headers?.['List-Unsubscribe']).toMatch(
      /^<https:\/\/city\.example\/zhytomyr\/following\/[0-9a-f-]{36}\?only=[0-9a-f-]{36}>$/,
    )
    expect(letter?.text).toContain(`/following/${await town.keyOf(ana)}`)
  })

  it('stops when the mail server refuses an address for good, and so do notices', async () => {
    await approved()
    const address = `${report.author.id}@people.example`
    town.mailBy({ send: async ({ to }) => (to === address ? 'refused' : 'accepted') })
    await happens(anAct('start'), anOfficer())
    town.mailBy(town.box)
    const before = town.lettersTo(address).length
    await happens(anAct('postpone'), anOfficer())
    expect(town.lettersTo(address)).toHaveLength(before)
  })

  it('goes with an erased account', async () => {
    const address = `${report.author.id}@people.example`
    await town.follows(address, { kind: 'category', category: pothole }, 'daily')
    await town.work()
    await erasePerson(town.here, report.author.id)
    expect(await town.addresses()).toEqual([])
    const known = await store.whole.selectFrom('mail_address').select('email').execute()
    expect(known.map(({ email }) => email)).not.toContain(address)
  })
})
