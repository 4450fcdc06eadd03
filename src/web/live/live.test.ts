import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import { newsAfter } from '#src/store/news.ts'
import { ofCity } from '#src/store/versions.ts'
import { cityLight, lightOfficerEmail, moderatorEmail, officerEmail } from '#test/a-guide.ts'
import { anApp, as } from '#test/an-app.ts'
import { describeOnBoth } from '#test/database.ts'
import { manyEvents } from '#test/many-events.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, aSubmitted, done, type Resident } from '#test/some-reports.ts'
import { type Heard, hearing } from '#test/told.ts'
import { openLive } from './live.ts'

const address = '/zhytomyr/live'
const atDesk = '/zhytomyr/desk/live'
const never = { look: 1e9, heartbeat: 1e9, recheck: 1e9 }

describeOnBoth('news of a city', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let moderator: Resident
  let officer: Resident
  let lightOfficer: Resident
  beforeAll(async () => {
    here = meansOn(await open())
    app = anApp(here)
    moderator = await aPerson(here.store, { email: moderatorEmail })
    officer = await aPerson(here.store, { email: officerEmail })
    lightOfficer = await aPerson(here.store, { email: lightOfficerEmail })
  })
  const opened: Heard[] = []
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.leave()
  })
  const listens = async (path = address, headers: Record<string, string> = {}, at = app) => {
    const answer = await at.request(path, { headers })
    expect(answer.status).toBe(200)
    if (!answer.body) throw new Error('No stream')
    const heard = hearing(answer.body)
    opened.push(heard)
    return heard
  }
  const last = () => ofCity(here.store.of(city))
  const city = 'zhytomyr' as Parameters<TestMeans['store']['of']>[0]
  /** All that has happened by now has been heard. */
  const upToDate = async (heard: Heard) => {
    const now = await last()
    await vi.waitFor(() => expect(heard.told.at(-1)?.id ?? heard.place()).toBeGreaterThanOrEqual(now), 5000)
    return heard.told.map(({ news }) => news)
  }

  it('are told to everyone as they happen, each with its number', async () => {
    const heard = await listens()
    const { number } = await anAccepted(here)
    await done(here, number, anAct('resolve'), anOfficer())
    expect(await upToDate(heard)).toEqual([
      { kind: 'appeared', number, status: 'accepted', act: 'approve' },
      { kind: 'changed', number, status: 'resolved', act: 'resolve' },
    ])
    expect(heard.told.map(({ event }) => event)).toEqual(['report', 'report'])
    expect(heard.told[1]?.id).toBe(await last())
  })

  it('go on after the last number that was heard, by header or in the address, without a gap or a double', async () => {
    const first = await listens()
    const { number } = await anAccepted(here)
    await done(here, number, anAct('start'), anOfficer())
    await upToDate(first)
    const [begun] = first.told
    await first.leave()
    await done(here, number, anAct('resolve'), anOfficer())

    const rest = [anAct('start').kind, anAct('resolve').kind]
    for (const [path, headers] of [
      [address, { 'last-event-id': String(begun?.id) }],
      [`${address}?since=${begun?.id}`, {}],
      [`${address}?since=0`, { 'last-event-id': String(begun?.id) }],
    ] as const) {
      const again = await upToDate(await listens(path, headers))
      expect(again.map((news) => 'act' in news && news.act)).toEqual(rest)
    }
    expect(await upToDate(await listens(`${address}?since=${await last()}`))).toEqual([])
  })

  it('are of one report alone where one is named, from as far back as asked', async () => {
    const [one, other] = [await anAccepted(here), await anAccepted(here)]
    const heard = await listens(`${address}?report=${one.number}&since=0`)
    await done(here, other.number, anAct('start'), anOfficer())
    await done(here, one.number, anAct('start'), anOfficer())
    await upToDate(heard)
    expect(heard.told.map(({ news }) => [news.number, 'act' in news && news.act])).toEqual([
      [one.number, 'approve'],
      [one.number, 'start'],
    ])
  })

  it.each([900, 1700])(
    'go on for whoever is %i events behind, each once and in order, of all and of one report',
    async (behind) => {
      const { number } = await anAccepted(here)
      const since = await last()
      // Some are remembered already when the others have to be read back.
      const seqs = [...(await manyEvents(here.store, city, number, behind - 200))]
      await upToDate(await listens())
      seqs.push(...(await manyEvents(here.store, city, number, 200)))
      for (const path of [address, `${address}?report=${number}`]) {
        const heard = await listens(path, { 'last-event-id': String(since) })
        seqs.push(...(await manyEvents(here.store, city, number, 1)))
        await upToDate(heard)
        expect(heard.told.map(({ id, event }) => [id, event])).toEqual(seqs.map((seq) => [seq, 'report']))
        expect(heard.ended()).toBe(false)
      }
    },
  )

  it('begin anew for whoever asks from a number that there is not, or missed more than is soon read', async () => {
    const before = await last()
    await here.store.whole
      .updateTable('city')
      .set((eb) => ({ last_seq: eb('last_seq', '+', 20_001) }))
      .execute()
    const late = await listens(`${address}?since=${before}`)
    await vi.waitFor(() => expect(late.told).toHaveLength(1))
    expect(late.told[0]).toMatchObject({ event: 'reset', id: await last() })
    const heard = await listens(`${address}?since=${(await last()) + 1000}`)
    await vi.waitFor(() => expect(heard.told).toHaveLength(1))
    expect(heard.told[0]).toMatchObject({ event: 'reset', id: await last() })
    const { number } = await anAccepted(here)
    await upToDate(heard)
    expect(heard.told[1]?.news).toMatchObject({ kind: 'appeared', number })
  })

  it('say nothing of what the public may not know, and of what it may know no longer, that it is gone', async () => {
    const from = await last()
    const heard = await listens()
    const waiting = await aSubmitted(here)
    const rejected = await aSubmitted(here)
    await done(here, rejected.number, anAct('reject'), aModerator())
    const withdrawn = await anAccepted(here)
    await done(here, withdrawn.number, anAct('note'), aModerator())
    await done(here, withdrawn.number, anAct('withdraw'), withdrawn.author)
    await upToDate(heard)
    expect(heard.told.map(({ news }) => [news.kind, news.number])).toEqual([
      ['appeared', withdrawn.number],
      ['gone', withdrawn.number],
    ])
    const later = await upToDate(await listens(`${address}?since=${from}`))
    const gone = { kind: 'gone', number: withdrawn.number }
    expect(later).toEqual([gone, gone])
    const ofNone = await listens(`${address}?report=${waiting.number}&since=0`)
    expect(await upToDate(ofNone)).toEqual([])
  })

  describe('at the desk', () => {
    it('reach those who work there, each with what concerns them', async () => {
      const desks = [moderator, officer, lightOfficer].map((who) => listens(atDesk, as(who)))
      const [all, water, light] = await Promise.all(desks)
      const { number } = await anAccepted(here)
      await done(here, number, anAct('note'), anOfficer())
      await done(here, number, { kind: 'assign', organization: cityLight, note: 'Це їхнє' }, anOfficer())
      const acts = (heard: Heard | undefined) => heard?.told.map(({ news }) => ('act' in news ? news.act : news.kind))
      await Promise.all([all, water, light].map((heard) => heard && upToDate(heard)))
      expect(acts(all)).toEqual(['submitted', 'approve', 'note', 'assign'])
      expect(acts(water)).toEqual(['approve', 'note', 'gone'])
      expect(acts(light)).toEqual(['assign'])
    })

    it('are refused to everyone else', async () => {
      for (const headers of [{}, as(await aPerson(here.store))])
        expect((await app.request(atDesk, { headers })).status).toBe(403)
    })

    it('end when the membership does, and begin for a new organization when that changes', async () => {
      const email = 'new@city.example'
      const person = await aPerson(here.store, { email })
      const rows = here.store.whole
      const joins = (organization: typeof waterUtility) =>
        rows
          .insertInto('membership')
          .values({ city_id: city, email, role: 'officer', organization_id: organization })
          .execute()
      const leaves = () =>
        rows.deleteFrom('membership').where('city_id', '=', city).where('email', '=', email).execute()
      await joins(waterUtility)
      const impatient = anApp(here, { live: openLive(here.store, () => undefined, { ...never, recheck: 20 }) })
      const heard = await listens(atDesk, as(person), impatient)
      await leaves()
      await vi.waitFor(() => expect(heard.ended()).toBe(true), 5000)
      expect((await impatient.request(atDesk, { headers: as(person) })).status).toBe(403)
    })
  })

  it('are held back by no proxy, kept by nobody, and open to scripts of every site', async () => {
    const answer = await app.request(address, { method: 'HEAD' })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': '*',
    })
  })

  it('are for so many listeners of one network, and for none once the process stops', async () => {
    const live = openLive(here.store, () => undefined)
    const asked = { city, since: null, report: null, audience: { kind: 'everyone' } as const }
    const some = await Promise.all(Array.from({ length: 200 }, () => live.open({ ...asked, network: 'school' })))
    expect(some.every(Boolean)).toBe(true)
    expect(await live.open({ ...asked, network: 'school' })).toBeNull()
    const home = await live.open({ ...asked, network: 'home' })
    const heard = hearing(home ?? new ReadableStream())
    live.close()
    await vi.waitFor(() => expect(heard.ended()).toBe(true))
    expect(live.size()).toBe(0)
    expect(await live.open({ ...asked, network: 'home' })).toBeNull()
  })

  it('come also when nothing wakes the process, and with a number to come back with when nothing is told', async () => {
    const deaf = { of: here.store.of, wakes: { hear: () => () => undefined } }
    const heard = await listens(address, {}, anApp(here, { live: openLive(deaf, fail, { ...never, look: 20 }) }))
    const { number } = await anAccepted(here)
    await vi.waitFor(() => expect(heard.told.map(({ news }) => news.number)).toEqual([number]), 5000)

    const quiet = await listens(
      address,
      {},
      anApp(here, { live: openLive(here.store, fail, { ...never, heartbeat: 20 }) }),
    )
    await aSubmitted(here)
    const now = await last()
    await vi.waitFor(() => expect(quiet.place()).toBe(now), 5000)
    expect(quiet.told).toEqual([])
  })

  it('are read in order and whole, page by page', async () => {
    const tx = here.store.of(city)
    const { events: all, upTo } = await newsAfter(tx, 0, 100_000, null)
    expect(upTo).toBe(await last())
    const paged: unknown[] = []
    for (let at = 0; at < upTo; ) {
      const page = await newsAfter(tx, at, 40, null)
      paged.push(...page.events)
      at = page.upTo
    }
    expect(paged).toEqual(all)
    expect(all.every(({ seq }, index) => index === 0 || seq > (all[index - 1]?.seq ?? 0))).toBe(true)
  })
})

function fail(fault: unknown): never {
  throw fault
}
