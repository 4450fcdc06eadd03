import { beforeAll, beforeEach, expect, it } from 'vitest'
import { aDraft, aModerator, aResident } from '#src/domain/examples.ts'
import type { CategoryId, MediaId } from '#src/domain/id.ts'
import * as drafts from '#src/store/drafts.ts'
import * as events from '#src/store/events.ts'
import * as media from '#src/store/media.ts'
import * as reports from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, paidParking, streetLight } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, aPerson, aSubmitted, aWaitingPhoto, type Resident } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { waitingJobs } from '#test/waiting-jobs.ts'
import { submitReport } from './submit-report.ts'

const guide = aGuide()
const city = guide.city.id

describeOnBoth('submitting a report', (open) => {
  let store: Store
  let means: TestMeans
  let author: Resident

  beforeAll(async () => {
    store = await open({ connections: 50 })
    means = meansOn(store)
  })
  beforeEach(async () => {
    author = await aPerson(store)
  })

  it('saves the report as it was written, with its event and its job', async () => {
    const jobs = await waitingJobs(store)
    const key = aKey()
    const photos = [await aWaitingPhoto(means, key), await aWaitingPhoto(means, key)]
    const answers = { 'how-many': 'one', pole: '17', forged: 'x' }
    const draft = aDraft({ key, media: photos, categoryId: streetLight, answers, address: ' вул. Київська, 1 ' })
    const number = await submitReport(means, guide, draft, author)

    const report = await reports.getByDraft(store.of(city), key)
    expect(number).toEqual({ ok: true, value: report.number })
    expect(report).toMatchObject({
      status: 'submitted',
      location: draft.location,
      address: 'вул. Київська, 1',
      answers: { 'how-many': 'one', pole: '17' },
      media: photos,
      hiddenMedia: [],
      unseenMedia: [],
      reporter: author.id,
      organization: null,
      submittedAt: means.clock.at,
    })
    const [event, ...more] = await events.eventsOf(store.of(city), report.id)
    expect(more).toEqual([])
    expect(event).toMatchObject({ kind: 'submitted', by: author, at: means.clock.at })
    expect(await events.findEvent(store.of(city), event?.seq ?? 0)).toEqual(event)
    expect(await waitingJobs(store)).toBe(jobs + 1)
  })

  it('forgets the draft that was kept, and leaves nothing waiting under its key', async () => {
    const key = aKey()
    const photo = await aWaitingPhoto(means, key)
    await drafts.keep(store.of(city), key, { description: ['Тече вода'] }, means.now())
    await aSubmitted(means, { key, media: [photo] })
    expect(await drafts.find(store.of(city), key)).toBeNull()
    expect(await media.waitingFor(store.of(city), key)).toEqual([])
  })

  it('takes a file that a form names twice once', async () => {
    const key = aKey()
    const photo = await aWaitingPhoto(means, key)
    await aSubmitted(means, { key, media: [photo, photo] })
    expect((await reports.getByDraft(store.of(city), key)).media).toEqual([photo])
  })

  it('refuses what the city does not take, with every objection, and saves nothing', async () => {
    const before = await counters()
    const elsewhere = await aWaitingPhoto(means, aKey())
    const draft = aDraft({ categoryId: paidParking, location: { lng: 0, lat: 0 }, media: [elsewhere] })
    const refused = await submitReport(means, guide, draft, author)
    expect(refused).toEqual({
      ok: false,
      problem: [{ kind: 'outside_city' }, { kind: 'category_closed' }, { kind: 'file_expired', file: elsewhere }],
    })
    const unknown = aDraft({ categoryId: 'no-such' as CategoryId, media: [crypto.randomUUID() as MediaId] })
    expect(await submitReport(means, guide, unknown, author)).toMatchObject({ ok: false })
    expect(await submitReport(means, guide, aDraft(), aModerator())).toEqual({
      ok: false,
      problem: [{ kind: 'sign_in_needed' }],
    })
    expect(await counters()).toEqual(before)
    expect(await reports.findByDraft(store.of(city), draft.key)).toBeNull()
  })

  it('takes a place without a point', async () => {
    const { number } = await aSubmitted(means, { location: null })
    expect((await reports.findByNumber(store.of(city), number))?.location).toBeNull()
  })

  it('takes nothing from somebody whose account has been erased since, and counts nothing', async () => {
    const { number: before } = await aSubmitted(means)
    expect(await submitReport(means, guide, aDraft(), aResident())).toEqual({
      ok: false,
      problem: [{ kind: 'sign_in_needed' }],
    })
    expect((await aSubmitted(means)).number).toBe(before + 1)
  })

  it('leaves no gap in the numbers when a submission fails halfway', async () => {
    const before = await counters()
    const broken = { ...store, queue: { ...store.queue, send: () => Promise.reject(new Error('No queue')) } }
    const draft = aDraft()
    await expect(submitReport({ ...means, store: broken }, guide, draft, author)).rejects.toThrow('No queue')
    expect(await counters()).toEqual(before)
    const { number } = await aSubmitted(means, draft)
    expect(number).toBe(before.number + 1)
  })

  it('makes one report of each draft and numbers without a gap, with 50 at once and each draft sent twice', async () => {
    const before = await counters()
    const sent = Array.from({ length: 25 }, () => aDraft())
    const answers = await together(store, 50, async (index) => {
      const draft = sent[index % sent.length] ?? aDraft()
      return { key: draft.key, number: await submitReport(means, guide, draft, author) }
    })
    const byKey = new Map(answers.map(({ key, number }) => [key, number]))
    for (const { key, number } of answers) expect(number).toEqual(byKey.get(key))
    const numbers = [...byKey.values()].map((number) => (number.ok ? number.value : 0)).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => before.number + 1 + index))
    expect(await counters()).toEqual({ number: before.number + 25, seq: before.seq + 25 })
    for (const draft of sent) {
      const { id } = await reports.getByDraft(store.of(city), draft.key)
      expect(await events.eventsOf(store.of(city), id)).toHaveLength(1)
    }
  })

  it('makes one report of a draft sent 50 times at once', async () => {
    const before = await counters()
    const key = aKey()
    const draft = aDraft({ key, media: [await aWaitingPhoto(means, key)] })
    const numbers = await together(store, 50, () => submitReport(means, guide, draft, author))
    expect(numbers).toEqual(Array(50).fill({ ok: true, value: before.number + 1 }))
    expect(await counters()).toEqual({ number: before.number + 1, seq: before.seq + 1 })
  })

  async function counters(): Promise<{ number: number; seq: number }> {
    const { last_number, last_seq } = await store.whole
      .selectFrom('city')
      .select(['last_number', 'last_seq'])
      .where('id', '=', city)
      .executeTakeFirstOrThrow()
    return { number: last_number, seq: last_seq }
  }
})
