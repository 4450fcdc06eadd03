import { beforeAll, expect, it } from 'vitest'
import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { aModerator, anAct, anOfficer, day, waterUtility } from '#src/domain/examples.ts'
import type { CategoryId, MediaId, OrganizationId, ReportId } from '#src/domain/id.ts'
import { apply, type Moved } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import * as events from '#src/store/events.ts'
import * as links from '#src/store/private-links.ts'
import * as reports from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, aSource, cityLight, roadWorks, streetLight } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'
import { waitingJobs } from '#test/waiting-jobs.ts'
import { loadCity } from './load-city.ts'
import { moveReport } from './move-report.ts'

const guide = aGuide()
const city = guide.city.id

describeOnBoth('moving a report', (open) => {
  let store: Store
  let means: TestMeans

  beforeAll(async () => {
    store = await open()
    means = meansOn(store)
  })

  it('goes the whole way, and its events applied again give the report as it is stored', async () => {
    const { number, author, draft } = await aSubmitted(means, { location: null, address: 'Біля мосту' })
    const first = await reports.getByDraft(store.of(city), draft.key)
    const [asked, solved] = [aKey(), aKey()]
    const [sent, result] = [await aWaitingPhoto(means, asked), await aWaitingPhoto(means, solved)]
    const location = { lng: 28.66, lat: 50.25 }
    const steps: readonly (readonly [Act, Actor, ReturnType<typeof aKey>?])[] = [
      [anAct('reject'), aModerator()],
      [anAct('revise'), author],
      [{ kind: 'approve', organization: waterUtility, categoryId: streetLight, location }, aModerator()],
      [anAct('assign', cityLight), aModerator()],
      [anAct('ask'), anOfficer(cityLight)],
      [{ ...anAct('answer'), media: [sent] }, author, asked],
      [{ kind: 'show_media', media: sent }, aModerator()],
      [anAct('start'), anOfficer(cityLight)],
      [anAct('postpone'), anOfficer(cityLight)],
      [anAct('note'), anOfficer(cityLight)],
      [{ ...anAct('resolve'), media: [result] }, anOfficer(cityLight), solved],
      [{ kind: 'hide_media', media: result }, aModerator()],
      [anAct('confirm'), author],
      [anAct('reopen'), author],
      [anAct('decline'), anOfficer(cityLight)],
    ]
    let answered: Report = first
    for (const [index, [act, actor, key]] of steps.entries()) {
      means.clock.at = day(index + 1)
      answered = await done(means, number, act, actor, key)
    }

    const stored = await reports.findByNumber(store.of(city), number)
    expect(stored).toEqual(answered)
    expect(stored).toMatchObject({
      status: 'not_resolved',
      categoryId: streetLight,
      location,
      media: [sent, result],
      hiddenMedia: [result],
    })
    const moved = await movesOf(first.id)
    expect(moved.map(({ act }) => act)).toEqual(steps.map(([act]) => act))
    expect(moved.map(({ by }) => by)).toEqual(steps.map(([, actor]) => actor))
    expect(moved.map(({ from }) => from)).toEqual(['submitted', ...moved.map(({ to }) => to)].slice(0, moved.length))
    expect(moved.reduce((report, move) => apply(report, move, guide), first)).toEqual(stored)
  })

  it('queues one job for each event, with the event', async () => {
    const before = await waitingJobs(store)
    const { number } = await anAccepted(means)
    expect(await waitingJobs(store)).toBe(before + 2)
    const refused = await moveReport(means, guide, { number, act: anAct('confirm'), key: aKey() }, anOfficer())
    expect(refused.ok).toBe(false)
    expect(await waitingJobs(store)).toBe(before + 2)
  })

  it('does the same form once, and answers the second time with the report as it stands', async () => {
    const { number } = await anAccepted(means)
    const key = aKey()
    const officer = anOfficer()
    const once = await done(means, number, anAct('start'), officer, key)
    expect(await done(means, number, anAct('start'), officer, key)).toEqual(once)
    expect(await movesOf(once.id)).toHaveLength(2)
  })

  it('changes nothing at all when it fails halfway', async () => {
    const { number } = await anAccepted(means)
    const before = await reports.findByNumber(store.of(city), number)
    const broken = { ...store, queue: { ...store.queue, send: () => Promise.reject(new Error('No queue')) } }
    const move = { number, act: anAct('start'), key: aKey() }
    await expect(moveReport({ ...means, store: broken }, guide, move, anOfficer())).rejects.toThrow('No queue')
    expect(await reports.findByNumber(store.of(city), number)).toEqual(before)
    expect(await moveReport(means, guide, move, anOfficer())).toMatchObject({ ok: true })
  })

  it('tells somebody who saw an older state, and lets them act once they have seen the newest', async () => {
    const { number, draft } = await anAccepted(means)
    const { id } = await reports.getByDraft(store.of(city), draft.key)
    const [first, second] = await events.eventsOf(store.of(city), id)
    const move = { number, act: anAct('start'), key: aKey() }
    const late = await moveReport(means, guide, { ...move, seen: first?.seq ?? 0 }, anOfficer())
    expect(late).toEqual({ ok: false, problem: { kind: 'changed_meanwhile' } })
    const over = { number, act: anAct('reject'), key: aKey(), seen: first?.seq ?? 0 }
    expect(await moveReport(means, guide, over, aModerator())).toMatchObject({ problem: { kind: 'no_such_move' } })
    expect(await moveReport(means, guide, { ...move, seen: second?.seq ?? 0 }, anOfficer())).toMatchObject({ ok: true })
  })

  it('takes several forms that were written one after another from the same state, and none past somebody else’s', async () => {
    const { number, draft } = await anAccepted(means)
    const { id } = await reports.getByDraft(store.of(city), draft.key)
    const seen = (await events.eventsOf(store.of(city), id)).at(-1)?.seq ?? 0
    const [first, second] = [aKey(), aKey()]
    const act = (kind: 'start' | 'note' | 'resolve', key: typeof first, after: readonly (typeof first)[]) =>
      moveReport(means, guide, { number, act: anAct(kind), key, after, seen }, anOfficer())
    expect(await act('start', first, [])).toMatchObject({ ok: true })
    expect(await act('resolve', aKey(), [])).toEqual({ ok: false, problem: { kind: 'changed_meanwhile' } })
    expect(await act('note', second, [first])).toMatchObject({ ok: true })
    expect(await act('resolve', aKey(), [first])).toEqual({ ok: false, problem: { kind: 'changed_meanwhile' } })
    expect(await act('resolve', aKey(), [first, second])).toMatchObject({ ok: true })
  })

  it('is stopped by what only the store and the city know', async () => {
    const waiting = (await aSubmitted(means)).number
    const accepted = await anAccepted(means)
    const { id } = await reports.getByDraft(store.of(city), accepted.draft.key)
    const unseen = await reports.getByDraft(store.of(city), (await aSubmitted(means)).draft.key)
    const elsewhere = await aWaitingPhoto(means, aKey())
    const nowhere = { lng: 0, lat: 0 }
    const cases: readonly (readonly [number, Act, Actor, string])[] = [
      [999_999, anAct('approve'), aModerator(), 'no_such_report'],
      [waiting, anAct('approve', 'no-such' as OrganizationId), aModerator(), 'no_such_organization'],
      [waiting, { ...anAct('approve'), categoryId: 'no-such' as CategoryId }, aModerator(), 'no_such_category'],
      [waiting, { ...anAct('approve'), location: nowhere }, aModerator(), 'outside_city'],
      [waiting, { kind: 'merge', into: crypto.randomUUID() as ReportId }, aModerator(), 'no_such_main'],
      [waiting, { kind: 'merge', into: unseen.id }, aModerator(), 'main_waits'],
      [accepted.number, { kind: 'merge', into: id }, aModerator(), 'merge_into_itself'],
      [accepted.number, { ...anAct('resolve'), media: [elsewhere] }, anOfficer(), 'file_expired'],
      [accepted.number, { ...anAct('resolve'), media: [crypto.randomUUID() as MediaId] }, anOfficer(), 'file_expired'],
      [accepted.number, { kind: 'hide_media', media: elsewhere }, aModerator(), 'no_such_media'],
      [accepted.number, anAct('start'), anOfficer(cityLight), 'not_permitted'],
      [accepted.number, anAct('start'), accepted.author, 'not_permitted'],
    ]
    for (const [number, act, actor, kind] of cases) {
      const answer = await moveReport(means, guide, { number, act, key: aKey() }, actor)
      expect(answer).toMatchObject({ ok: false, problem: { kind } })
    }
  })

  it('neither merges nor withdraws a report that others were merged into, until they are separated', async () => {
    const [double, main, third] = [await anAccepted(means), await anAccepted(means), await anAccepted(means)]
    const idOf = async ({ draft }: typeof main) => (await reports.getByDraft(store.of(city), draft.key)).id
    await done(means, double.number, { kind: 'merge', into: await idOf(main) }, aModerator())
    const on = { merge: { kind: 'merge', into: await idOf(third) }, withdraw: anAct('withdraw') } as const
    const tries = async (act: keyof typeof on) =>
      moveReport(
        means,
        guide,
        { number: main.number, act: on[act], key: aKey() },
        act === 'merge' ? aModerator() : main.author,
      )
    for (const act of ['merge', 'withdraw'] as const)
      expect(await tries(act)).toEqual({ ok: false, problem: { kind: 'others_merged_here', act } })
    await done(means, double.number, anAct('separate', waterUtility), aModerator())
    expect(await tries('withdraw')).toMatchObject({ ok: true })
  })

  it('never reaches into another city', async () => {
    const second = aSource('vinnytsia')
    await loadCity(means, second)
    const { number, draft } = await anAccepted(means)
    const { id } = await reports.getByDraft(store.of(city), draft.key)
    const elsewhere = await moveReport(means, second.guide, { number, act: anAct('note'), key: aKey() }, aModerator())
    expect(elsewhere).toEqual({ ok: false, problem: { kind: 'no_such_report' } })
    const there = await aSubmitted(means, {}, { guide: second.guide })
    expect(there.number).toBe(1)
    const merged = await moveReport(
      means,
      second.guide,
      { number: 1, act: { kind: 'merge', into: id }, key: aKey() },
      aModerator(),
    )
    expect(merged).toEqual({ ok: false, problem: { kind: 'no_such_main' } })
  })

  it('hides what a resident adds until a moderator shows it, and shows what staff add', async () => {
    const { number, author } = await anAccepted(means)
    await done(means, number, anAct('ask'), anOfficer())
    const [answer, result] = [aKey(), aKey()]
    const [photo, proof] = [await aWaitingPhoto(means, answer), await aWaitingPhoto(means, result)]
    expect(
      (await done(means, number, { ...anAct('answer'), media: [photo, photo] }, author, answer)).hiddenMedia,
    ).toEqual([photo])
    const report = await done(means, number, { ...anAct('resolve'), media: [proof] }, anOfficer(), result)
    expect(report).toMatchObject({ media: [photo, proof], hiddenMedia: [photo], unseenMedia: [photo] })
  })

  it('holds what an author sends with an answer for unseen until a moderator shows it or says no, once', async () => {
    const { number, author } = await anAccepted(means)
    await done(means, number, anAct('ask'), anOfficer())
    const key = aKey()
    const [one, other] = [await aWaitingPhoto(means, key), await aWaitingPhoto(means, key)]
    await done(means, number, { ...anAct('answer'), media: [one, other] }, author, key)
    await done(means, number, { kind: 'show_media', media: one }, aModerator())
    const hide = { number, act: { kind: 'hide_media', media: other }, key: aKey() } as const
    expect((await moveReport(means, guide, hide, aModerator())).ok).toBe(true)
    expect(await reports.findByNumber(store.of(city), number)).toMatchObject({ hiddenMedia: [other], unseenMedia: [] })
    const again = await moveReport(means, guide, { ...hide, key: aKey() }, aModerator())
    expect(again).toEqual({ ok: false, problem: { kind: 'no_such_media' } })
  })

  it('ends the private link of an organization that the report is taken from', async () => {
    const { number, draft } = await anAccepted(means, {}, roadWorks)
    const { id: report } = await reports.getByDraft(store.of(city), draft.key)
    const secretHash = links.hashOf(means.mint.secret())
    const at = means.now()
    const link = {
      id: means.mint.id<'link'>(),
      secretHash,
      report,
      organization: roadWorks,
      at,
      expiresAt: at.add({ hours: 1 }),
    }
    await links.keep(store.of(city), link)
    await done(means, number, anAct('start'), anOfficer(roadWorks))
    expect(await links.findLive(store.of(city), secretHash, at)).toMatchObject({ number, organization: roadWorks })
    await done(means, number, anAct('assign', cityLight), aModerator())
    expect(await links.findLive(store.of(city), secretHash, at)).toBeNull()
  })

  it('separates a merged report again, with the term of its acceptance', async () => {
    const [main, double] = [await anAccepted(means), await anAccepted(means)]
    const into = (await reports.getByDraft(store.of(city), main.draft.key)).id
    const before = await reports.getByDraft(store.of(city), double.draft.key)
    const merged = await done(means, double.number, { kind: 'merge', into }, aModerator())
    expect(merged).toMatchObject({ status: 'merged', mergedInto: into, answerDue: null })
    const again = await done(means, double.number, anAct('separate'), aModerator())
    expect(again).toMatchObject({ status: 'accepted', mergedInto: null, answerDue: before.answerDue })
  })

  async function movesOf(report: ReportId): Promise<readonly Moved[]> {
    return (await events.eventsOf(store.of(city), report)).flatMap((event) => (event.kind === 'moved' ? [event] : []))
  }
})
