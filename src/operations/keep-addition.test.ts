import { beforeAll, expect, it } from 'vitest'
import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { mostWaiting } from '#src/domain/addition.ts'
import { aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import * as additions from '#src/store/additions.ts'
import { folder } from '#src/store/desk.ts'
import { allAbout } from '#src/store/my-reports.ts'
import { findByNumber } from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { folderOf } from '#src/web/desk/folders.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aWaitingPhoto, done, type Resident } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { erasePerson } from './change-person.ts'
import { moveReport } from './move-report.ts'
import { supportReport } from './support-report.ts'

const guide = aGuide()
const city = guide.city.id

describeOnBoth('an addition', (open) => {
  let store: Store
  let means: TestMeans
  beforeAll(async () => {
    store = await open({ connections: 20 })
    means = meansOn(store)
  })

  it('is the author’s, a supporter’s or another resident’s, and one however often its form is sent', async () => {
    const { number, author } = await anAccepted(means)
    const supporter = await aPerson(store)
    await supportReport(means, city, number, supporter.id)
    const key = aKey()
    await together(store, 8, () => add(number, supporter, key))
    await add(number, author)
    await add(number, await aPerson(store))
    expect((await of(number)).map(({ by, state }) => [by, state])).toEqual([
      ['supporter', 'waiting'],
      ['author', 'waiting'],
      ['resident', 'waiting'],
    ])
  })

  it('waits with its photos for a moderator, who shows both together, or declines them, once', async () => {
    const { number } = await anAccepted(means)
    const key = aKey()
    const files = [await aWaitingPhoto(means, key), await aWaitingPhoto(means, key)]
    await done(means, number, { kind: 'add', note: 'Тече на дорогу', media: files }, await aPerson(store), key)
    const addition = (await of(number))[0]?.seq ?? 0
    expect(await hidden(number)).toEqual(files)
    expect(await thumbnail(number)).toBeNull()
    for (const media of files) expect(await refusal(number, { kind: 'show_media', media })).toBe('no_such_media')
    expect(await refusal(number, { kind: 'show_addition', addition, files: [] }, anOfficer())).toBe('not_permitted')

    const decline = { ...anAct('decline_addition'), addition }
    expect(await refusal(number, { ...decline, files: files.slice(1) })).toBe('no_such_media')
    await done(means, number, { kind: 'show_addition', addition, files: files.slice(1) }, aModerator())
    expect(await hidden(number)).toEqual(files.slice(0, 1))
    expect(await thumbnail(number)).toMatchObject({ kind: 'photo' })
    expect(await refusal(number, { kind: 'show_addition', addition, files })).toBe('no_such_addition')
    await done(means, number, { ...decline, files }, aModerator())
    expect(await hidden(number)).toEqual(files)
    expect(await refusal(number, { ...decline, files })).toBe('no_such_addition')
  })

  it('is not of another report, nor of one on which nobody works', async () => {
    const [one, other] = [await anAccepted(means), await anAccepted(means)]
    await add(one.number, one.author)
    const addition = (await of(one.number))[0]?.seq ?? 0
    expect(await refusal(other.number, { kind: 'show_addition', addition, files: [] })).toBe('no_such_addition')
    await done(means, other.number, anAct('resolve'), anOfficer())
    expect(await refusal(other.number, anAct('add'), other.author)).toBe('no_such_move')
    expect(await refusal(one.number, { ...anAct('add'), note: '\u200b' }, one.author)).toBe('reason_needed')
  })

  it('waits its turn when one person, or all of them, have added much', async () => {
    const { number, author } = await anAccepted(means)
    const results = await together(store, 6, () => add(number, author))
    expect(results.filter(({ ok }) => ok)).toHaveLength(mostWaiting.ofPersonAtReport)
    expect(await refusal(number, anAct('add'), author)).toBe('too_many_additions')
    const [first] = await of(number)
    await done(means, number, { kind: 'show_addition', addition: first?.seq ?? 0, files: [] }, aModerator())
    expect((await add(number, author)).ok).toBe(true)
  })

  it('brings its report before a moderator, what waits longest first, until it is decided', async () => {
    const [early, late] = [await anAccepted(means), await anAccepted(means)]
    await add(late.number, late.author)
    await add(early.number, early.author)
    await add(late.number, await aPerson(store))
    const { asked, order } = folderOf('additions', null, means.now(), guide.city)
    const listed = async () =>
      (await folder(store.of(city), asked, order, 0, 100))
        .map(({ number }) => number)
        .filter((number) => number === early.number || number === late.number)
    expect(await listed()).toEqual([late.number, early.number])
    const before = await additions.reportsWaiting(store.of(city))
    const [first] = await of(late.number)
    await done(means, late.number, { ...anAct('decline_addition'), addition: first?.seq ?? 0 }, aModerator())
    expect(await listed()).toEqual([early.number, late.number])
    expect(await additions.reportsWaiting(store.of(city))).toBe(before)
  })

  it('is told to its writer with the reason, and stays without a name when the account is erased', async () => {
    const { number } = await anAccepted(means)
    const person = await aPerson(store)
    await add(number, person)
    const [added] = await of(number)
    await done(means, number, { ...anAct('decline_addition'), addition: added?.seq ?? 0 }, aModerator())
    const report = await reportOf(number)
    expect(await additions.ownOf(store.of(city), report.id, person.id)).toMatchObject([
      {
        state: 'declined',
        words: 'Стало гірше: тече вже на дорогу',
        reason: 'personal_data',
        note: 'Видно номер авто',
      },
    ])
    expect((await allAbout(store.whole, person.id)).additions).toMatchObject([
      { event_seq: added?.seq, added_by: 'resident', state: 'declined', reason: 'personal_data' },
    ])
    await erasePerson(means, person.id)
    expect(await of(number)).toMatchObject([{ person: null, state: 'declined' }])
  })

  const add = (number: number, person: Resident, key = aKey()) =>
    moveReport(means, guide, { number, act: anAct('add'), key }, person)
  const of = async (number: number) => additions.ofReport(store.of(city), (await reportOf(number)).id)
  const hidden = async (number: number) => (await reportOf(number)).hiddenMedia
  const thumbnail = async (number: number) => {
    const open = { statuses: ['accepted'] } as const
    return (await folder(store.of(city), open, 'newest', 0, 100)).find((row) => row.number === number)?.photo
  }

  async function reportOf(number: number) {
    const report = await findByNumber(store.of(city), number)
    if (!report) throw new Error(`No report ${number}`)
    return report
  }

  async function refusal(number: number, act: Act, actor: Actor = aModerator()): Promise<string | null> {
    const moved = await moveReport(means, guide, { number, act, key: aKey() }, actor)
    return moved.ok ? null : moved.problem.kind
  }
})
