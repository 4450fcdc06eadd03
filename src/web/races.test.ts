import { afterEach, beforeAll, expect, it } from 'vitest'

import { aModerator, day, waterUtility } from '#src/domain/examples.ts'
import type { LinkId } from '#src/domain/id.ts'
import { apply } from '#src/domain/lifecycle.ts'
import { eventsOf } from '#src/store/events.ts'
import * as people from '#src/store/people.ts'
import { hashOf, keep } from '#src/store/private-links.ts'
import { findByNumber } from '#src/store/reports.ts'
import { ofReport as versionOf } from '#src/store/versions.ts'
import {
  administratorEmail,
  aGuide,
  cityLight,
  lightOfficerEmail,
  moderatorEmail,
  officerEmail,
  waterLeak,
} from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { auditCounts } from '#test/counts.ts'
import { describeOnOne } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import {
  aKey,
  anAccepted,
  aPerson,
  aSubmitted,
  aWaitingPhoto,
  done,
  type Resident,
  type Sent,
} from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { consentVersion } from './account/consent.ts'

const guide = aGuide()
const city = guide.city.id
const many = 50
const consent = { version: consentVersion, locale: 'uk', text: '', at: day(0) } as const

type Try = { readonly path: string; readonly who: Record<string, string>; readonly fields: Record<string, string> }

describeOnOne('fifty forms at once', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let moderator: Resident
  let administrator: Resident
  let officer: Resident
  let colleague: Resident
  beforeAll(async () => {
    here = meansOn(await open({ connections: many }))
    app = anApp(here)
    moderator = await aPerson(here.store, { email: moderatorEmail })
    administrator = await aPerson(here.store, { email: administratorEmail })
    officer = await aPerson(here.store, { email: officerEmail })
    colleague = await aPerson(here.store, { email: 'colleague@water.example' })
    await here.store.whole
      .insertInto('membership')
      .values({ city_id: city, email: 'colleague@water.example', role: 'officer', organization_id: waterUtility })
      .execute()
  })

  const desk = (number: number, act: string) => `/zhytomyr/desk/${number}/${act}`
  const reportOf = async (number: number) => {
    const report = await findByNumber(here.store.of(city), number)
    if (!report) throw new Error(`No report ${number}`)
    return report
  }
  const seenOf = async (number: number) => String(await versionOf(here.store.of(city), (await reportOf(number)).id))
  const words = (index: number) => `Написане <${index}>`
  const shown = (index: number) => `Написане &lt;${index}>`

  /** All at once, each in their own words; how each ended. */
  const sendAll = (tries: readonly Try[]) =>
    together(here.store, tries.length, async (index) => {
      const { path, who, fields } = tries[index] as Try
      const answer = await app.request(path, sent({ key: aKey(), note: words(index), ...fields }, who))
      return { status: answer.status, location: answer.headers.get('location'), html: await answer.text(), index, path }
    })

  /** What moved the report since: an unbroken chain, which applied again gives the row as it stands. */
  const historySince = async (before: Awaited<ReturnType<typeof reportOf>>, skipped: number) => {
    const events = (await eventsOf(here.store.of(city), before.id)).slice(skipped)
    const moves = events.flatMap((event) => (event.kind === 'moved' ? [event] : []))
    const after = moves.reduce((report, move) => {
      expect(move.from).toBe(report.status)
      return apply(report, move, guide)
    }, before)
    expect(await reportOf(before.number)).toEqual(after)
    return moves.map(({ act }) => act.kind)
  }
  const countOf = async ({ number }: Sent) => {
    const report = await reportOf(number)
    return { report, events: (await eventsOf(here.store.of(city), report.id)).length }
  }

  /** One wins; every other is told 409, sees the report as it now is, and has what they wrote. */
  const oneWins = async (subject: Sent, tries: readonly Try[]) => {
    const before = await countOf(subject)
    const answers = await sendAll(tries)
    const acts = await historySince(before.report, before.events)
    expect(acts).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const told = answers.filter(({ status }) => status !== 303)
    expect([...new Set(told.map(({ status }) => status))]).toEqual([409])
    for (const { html, index, path } of told) {
      expect(html).toMatch(/role="alert"|notice wrong/)
      if (!/\/(?:approve|withdraw|merge|start)$/.test(path)) expect(html).toContain(shown(index))
    }
    return acts[0]
  }
  const each = (make: (index: number) => Try) => Array.from({ length: many }, (_, index) => make(index))

  afterEach(async () => expect(await auditCounts(here.store, city)).toEqual([]))

  it('of two moderators who approve, reject and merge: one is done', async () => {
    const main = await anAccepted(here)
    const subject = await aSubmitted(here)
    const { number } = subject
    const seen = await seenOf(number)
    const ways = [
      { act: 'approve', fields: { organization: waterUtility } },
      { act: 'reject', fields: { reason: 'unclear' } },
      { act: 'merge', fields: { into: String(main.number), sure: String(main.number) } },
    ] as const
    await oneWins(
      subject,
      each((index) => {
        const { act, fields } = ways[index % ways.length] ?? ways[0]
        return { path: desk(number, act), who: as(index % 2 ? moderator : administrator), fields: { ...fields, seen } }
      }),
    )
  })

  it('of a moderator who approves and an author who withdraws, and both see the outcome', async () => {
    const subject = await aSubmitted(here)
    const { number, author } = subject
    const seen = await seenOf(number)
    await oneWins(
      subject,
      each((index) =>
        index % 2
          ? { path: desk(number, 'approve'), who: as(moderator), fields: { organization: waterUtility, seen } }
          : { path: `/zhytomyr/reports/${number}/withdraw`, who: as(author), fields: { seen } },
      ),
    )
  })

  it('of an author who revises what was rejected and a moderator who approves it after all', async () => {
    const subject = await aSubmitted(here)
    const { number, author } = subject
    await done(here, number, { kind: 'reject', reason: 'unclear', note: 'Де це?' }, aModerator())
    const seen = await seenOf(number)
    await oneWins(
      subject,
      each((index) =>
        index % 2
          ? { path: desk(number, 'approve'), who: as(moderator), fields: { organization: waterUtility, seen } }
          : { path: `/zhytomyr/reports/${number}/revise`, who: as(author), fields: { seen, address: 'майдан, 3' } },
      ),
    )
  })

  it('of two officers of one organization, who start, ask and resolve', async () => {
    const subject = await anAccepted(here)
    const { number } = subject
    const seen = await seenOf(number)
    const acts = ['start', 'ask', 'resolve']
    await oneWins(
      subject,
      each((index) => ({
        path: desk(number, acts[index % 3] ?? 'ask'),
        who: as(index % 2 ? officer : colleague),
        fields: { seen },
      })),
    )
  })

  it('of an officer at the desk and a colleague with the private link', async () => {
    const subject = await anAccepted(here)
    const { number } = subject
    const secret = here.mint.secret()
    const link = { id: here.mint.id<'link'>() as LinkId, secretHash: hashOf(secret), organization: waterUtility }
    const at = here.clock.at
    const report = (await reportOf(number)).id
    await keep(here.store.of(city), { ...link, report, at, expiresAt: at.add({ hours: 24 }) })
    const seen = await seenOf(number)
    await oneWins(
      subject,
      each((index) =>
        index % 2
          ? { path: desk(number, 'resolve'), who: as(officer), fields: { seen } }
          : { path: `/zhytomyr/answer/${secret}/decline`, who: as(officer), fields: { seen, reason: 'not_confirmed' } },
      ),
    )
  })

  it('of a moderator who passes a report on and an officer who resolves it', async () => {
    const subject = await anAccepted(here)
    const { number } = subject
    const seen = await seenOf(number)
    await oneWins(
      subject,
      each((index) =>
        index % 2
          ? { path: desk(number, 'assign'), who: as(moderator), fields: { seen, organization: cityLight } }
          : { path: desk(number, 'resolve'), who: as(officer), fields: { seen } },
      ),
    )
  })

  it('that hide a photo and approve its report: it is hidden once, and all others are told', async () => {
    const key = aKey()
    const photo = await aWaitingPhoto(here, key)
    const subject = await aSubmitted(here, { key, media: [photo] })
    const { number } = subject
    const before = await countOf(subject)
    const seen = await seenOf(number)
    const answers = await sendAll(
      each((index) =>
        index % 2
          ? { path: desk(number, 'approve'), who: as(moderator), fields: { seen, organization: waterUtility } }
          : { path: desk(number, 'hide_media'), who: as(administrator), fields: { file: photo } },
      ),
    )
    const acts = await historySince(before.report, before.events)
    expect(acts.filter((act) => act === 'hide_media')).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(acts.length)
    for (const { html, status } of answers.filter(({ status }) => status !== 303)) {
      expect([409, 422]).toContain(status)
      expect(html).toMatch(/role="alert"|notice wrong/)
    }
  })

  it('that are one and the same: a report begins once, an act is done once, and all are told so', async () => {
    const author = await aPerson(here.store)
    await people.keepConsent(here.store.whole, author.id, consent)
    // Where nothing is known yet.
    const place = { address: 'майдан Згоди, 3', lng: '28.72', lat: '50.31' }
    const fields = { key: aKey(), category: waterLeak, description: 'Тече вода з люка', ...place }
    const sentAll = await sendAll(each(() => ({ path: '/zhytomyr/reports/new', who: as(author), fields })))
    expect(new Set(sentAll.map(({ status }) => status))).toEqual(new Set([303]))
    expect(new Set(sentAll.map(({ location }) => location)).size).toBe(1)

    const accepted = await anAccepted(here)
    const before = await countOf(accepted)
    const act = { key: aKey(), note: 'Усе готово', seen: await seenOf(accepted.number) }
    const answers = await sendAll(
      each(() => ({ path: desk(accepted.number, 'resolve'), who: as(officer), fields: act })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await historySince(before.report, before.events)).toEqual(['resolve'])
  })

  it('of a report that was passed on are told so to who had it, and done ones stay done', async () => {
    const { number } = await anAccepted(here)
    const form = { key: aKey(), note: 'Це не наше', organization: cityLight, seen: await seenOf(number) }
    const passOn = () => app.request(desk(number, 'assign'), sent(form, as(officer)))
    expect((await passOn()).status).toBe(303)
    // Its answer was lost, and the same form comes once more.
    const again = await passOn()
    expect([again.status, again.headers.get('location')]).toEqual([303, `/zhytomyr/desk?done=assign&of=${number}`])

    const late = await app.request(desk(number, 'resolve'), sent({ key: aKey(), note: words(1) }, as(colleague)))
    expect(late.status).toBe(409)
    expect(await late.text()).toContain(shown(1))
    const stranger = await aPerson(here.store, { email: lightOfficerEmail })
    const other = await anAccepted(here)
    const never = await app.request(desk(other.number, 'resolve'), sent({ key: aKey(), note: 'Я' }, as(stranger)))
    expect(never.status).toBe(404)
  })
})
