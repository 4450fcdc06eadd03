import { beforeAll, expect, it } from 'vitest'

import { anAppeal, anOfficer, waterUtility } from '#src/domain/examples.ts'
import type { LinkId, ReportId } from '#src/domain/id.ts'
import { erasePerson } from '#src/operations/change-person.ts'
import { find, sweep } from '#src/store/formal-appeals.ts'
import { allAbout } from '#src/store/my-reports.ts'
import { hashOf, keep } from '#src/store/private-links.ts'
import { findByNumber } from '#src/store/reports.ts'
import {
  administratorEmail,
  aGuide,
  cityLight,
  lightOfficerEmail,
  moderatorEmail,
  officerEmail,
} from '#test/a-guide.ts'
import { anApp, as } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { hasPoppler, poppler } from '#test/poppler.ts'
import { anAccepted, aPerson, done, type Resident } from '#test/some-reports.ts'

const { id: city } = aGuide().city
const missing = hasPoppler ? '' : ' (skipped: there is no pdftotext)'

describeOnOne('who appeals formally', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let officer: Resident
  let other: Resident
  let moderator: Resident
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    officer = await aPerson(here.store, { email: officerEmail })
    other = await aPerson(here.store, { email: lightOfficerEmail })
    moderator = await aPerson(here.store, { email: moderatorEmail })
  })
  const idOf = async (number: number) => (await findByNumber(here.store.of(city), number))?.id as ReportId
  const ask = (number: number, headers: Record<string, string> = {}) =>
    app.request(`/zhytomyr/desk/${number}.pdf`, { headers })
  const readings = async (report: ReportId) =>
    here.store.whole
      .selectFrom('appeal_reading')
      .select(['organization_id', 'person_id', 'link_id'])
      .where('city_id', '=', city)
      .where('report_id', '=', report)
      .orderBy('read_at')
      .execute()
  const aLink = async (report: ReportId) => {
    const id = here.mint.id<'link'>() as LinkId
    const secret = here.mint.secret()
    const times = { at: here.now(), expiresAt: here.now().add({ hours: 1 }) }
    await keep(here.store.of(city), { id, secretHash: hashOf(secret), report, organization: waterUtility, ...times })
    return { id, path: `/zhytomyr/answer/${secret}` }
  }

  it('is for who answers for the report now, at the desk and by a private link, each time written down', async () => {
    const { number } = await anAccepted(here, { appeal: anAppeal() })
    const report = await idOf(number)
    const link = await aLink(report)
    for (const answer of [await ask(number, as(officer)), await app.request(`${link.path}/message.pdf`)]) {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
    }
    expect(await readings(report)).toEqual([
      { organization_id: waterUtility, person_id: officer.id, link_id: null },
      { organization_id: waterUtility, person_id: null, link_id: link.id },
    ])
  })

  it('is for nobody else: neither other staff nor who had the report before', async () => {
    const { number, author } = await anAccepted(here, { appeal: anAppeal() })
    const report = await idOf(number)
    const administrator = await aPerson(here.store, { email: administratorEmail })
    for (const person of [other, moderator, administrator]) expect((await ask(number, as(person))).status).toBe(404)
    expect((await ask(number, as(author))).status).toBe(403)
    expect((await ask(number)).status).toBe(303)
    const link = await aLink(report)
    await done(here, number, { kind: 'assign', organization: cityLight, note: 'Це їхнє' }, anOfficer())
    expect((await ask(number, as(officer))).status).toBe(404)
    expect((await app.request(`${link.path}/message.pdf`)).status).toBe(404)
    expect(await readings(report)).toEqual([])
    expect((await ask(number, as(other))).status).toBe(200)
  })

  it('is told to nobody on a page of the desk; that it is an appeal, to who works on it', async () => {
    const { number } = await anAccepted(here, { appeal: anAppeal() })
    const link = await aLink(await idOf(number))
    const pages = [
      await app.request(`/zhytomyr/desk/${number}`, { headers: as(officer) }),
      await app.request(`/zhytomyr/desk/${number}`, { headers: as(moderator) }),
      await app.request(link.path),
      await app.request(`/zhytomyr/reports/${number}`),
    ]
    const texts = await Promise.all(pages.map((page) => page.text()))
    for (const text of texts) for (const part of Object.values(anAppeal())) expect(text).not.toContain(part)
    expect(texts.map((text) => text.includes('Звернення за Законом'))).toEqual([true, true, true, false])
    expect(texts.map((text) => text.includes('Повідомлення з даними заявника'))).toEqual([true, false, true, false])
  })

  it.runIf(hasPoppler)(`stands in the addressee's copy alone${missing}`, async () => {
    const { number } = await anAccepted(here, { appeal: anAppeal() })
    const wordsOf = async (answer: Response) =>
      poppler('pdftotext', new Uint8Array(await answer.arrayBuffer())).replace(/\s+/g, ' ')
    const copy = await wordsOf(await ask(number, as(officer)))
    expect(copy).toContain('Від кого Заявниченко Уляна Іванівна вул. Мешканців, 7, кв. 8')
    // Long addresses go on in the next line.
    expect(copy.replaceAll(' ', '')).toContain('@people.example')
    expect(copy).toContain('Це звернення громадянина за Законом України')
    const everyones = await wordsOf(await app.request(`/zhytomyr/reports/${number}.pdf`))
    expect(everyones).not.toMatch(/Заявниченко|Мешканців|Від кого|Це звернення громадянина/)
    expect(everyones.replaceAll(' ', '')).not.toContain('@people.example')
  })

  it('is shown to its author, who may take it along with who read it, and goes with the account', async () => {
    const { number, author } = await anAccepted(here, { appeal: anAppeal() })
    const report = await idOf(number)
    await ask(number, as(officer))
    const page = await (await app.request(`/zhytomyr/reports/${number}`, { headers: as(author) })).text()
    expect(page).toContain('вул. Мешканців, 7, кв. 8')
    const { appeals } = await allAbout(here.store.whole, author.id)
    expect(appeals).toMatchObject([
      { report_id: report, ...anAppeal(), readings: [{ organization_id: waterUtility, read_at: expect.any(String) }] },
    ])
    expect(JSON.stringify(appeals)).not.toContain(officer.id)

    await erasePerson(here, author.id)
    expect([await find(here.store.of(city), report), await readings(report)]).toEqual([null, []])
    expect((await ask(number, as(officer))).status).toBe(404)
  })

  it('is forgotten so long after the report came to an end, and not before', async () => {
    const [ended, late, still] = [
      await anAccepted(here, { appeal: anAppeal() }),
      await anAccepted(here, { appeal: anAppeal() }),
      await anAccepted(here, { appeal: anAppeal() }),
    ]
    const resolve = (number: number) =>
      done(here, number, { kind: 'resolve', note: 'Полагоджено', media: [] }, anOfficer())
    await resolve(ended.number)
    const then = here.clock.at
    here.clock.at = then.add({ hours: 48 })
    await resolve(late.number)
    const swept = await sweep(here.store.whole, city, then.add({ hours: 24 }))
    here.clock.at = then
    expect(swept).toBe(1)
    const kept = async (number: number) => (await find(here.store.of(city), await idOf(number))) !== null
    expect([await kept(ended.number), await kept(late.number), await kept(still.number)]).toEqual([false, true, true])
  })

  it('is written down as read only when there was something to read', async () => {
    const { number } = await anAccepted(here)
    expect((await ask(number, as(officer))).status).toBe(404)
    expect(await readings(await idOf(number))).toEqual([])
  })
})
