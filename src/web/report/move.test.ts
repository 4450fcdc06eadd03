import { beforeAll, expect, it } from 'vitest'

import { aModerator, anOfficer, day } from '#src/domain/examples.ts'
import type { ReportId } from '#src/domain/id.ts'
import { correctPerson } from '#src/operations/change-person.ts'
import * as drafts from '#src/store/drafts.ts'
import { ofReport as mediaOf, waitingFor } from '#src/store/media.ts'
import { findByNumber } from '#src/store/reports.ts'
import { aGuide, paidParking, pothole, streetLight } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'

describeOnOne("an author's act", (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })
  const { city } = aGuide()
  const act = (number: number, kind: string, fields: Record<string, string>, headers?: Record<string, string>) =>
    app.request(`/zhytomyr/reports/${number}/${kind}`, sent(fields, headers))
  const reportOf = async (number: number) => findByNumber(here.store.of(city.id), number)

  it('answers a question with words and photos, once however often it is sent', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'ask', question: 'Де саме?' }, anOfficer())
    const key = aKey()
    await aWaitingPhoto(here, key)
    for (let time = 0; time < 2; time += 1) {
      const answer = await act(number, 'answer', { key, note: 'Біля аптеки' }, as(author))
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/zhytomyr/reports/${number}?done=answer`])
    }
    const report = await reportOf(number)
    expect([report?.status, report?.media.length, report?.hiddenMedia.length]).toEqual(['accepted', 1, 1])
    const after = await app.request(`/zhytomyr/reports/${number}?done=answer`, { headers: as(author) })
    expect(await after.text()).toContain('Відповідь надіслано організації.')
  })

  it('comes back as it was written when something is missing, with its files', async () => {
    const { number, author } = await aSubmitted(here)
    await done(here, number, { kind: 'reject', reason: 'unclear', note: 'Де це?' }, aModerator())
    const key = aKey()
    const photo = await aWaitingPhoto(here, key)
    const refused = await act(number, 'revise', { key, note: 'Тут', address: 'майдан <Згоди>, 7' }, as(author))
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('role="alert"')
    expect(html).toContain('щонайменше 10\u00a0знаків')
    for (const typed of ['>Тут</textarea>', 'майдан &lt;Згоди>, 7', `value="${key}"`, `data-media="${photo}"`])
      expect(html).toContain(typed)

    const fixed = await act(
      number,
      'revise',
      { key, note: 'Тече вода з люка біля сходів', address: 'майдан Згоди, 7' },
      as(author),
    )
    expect(fixed.status).toBe(303)
    expect(await reportOf(number)).toMatchObject({ status: 'submitted', address: 'майдан Згоди, 7', media: [photo] })
  })

  it('takes a photo and the point out of what was sent, and shows both so when it comes back', async () => {
    const key = aKey()
    const photos = [await aWaitingPhoto(here, key), await aWaitingPhoto(here, key)] as const
    const { number, author } = await aSubmitted(here, { key, media: photos })
    await done(here, number, { kind: 'reject', reason: 'personal_data', note: 'На фото людина' }, aModerator())
    const out = `without.${photos[0]}`
    const offered = await (await app.request(`/zhytomyr/reports/${number}`, { headers: as(author) })).text()
    for (const file of photos) expect(offered).toContain(`name="without.${file}"`)

    const fields = { note: 'Тече вода з люка', address: '', lng: '', lat: '', [out]: 'yes' }
    const refused = await act(number, 'revise', { key: aKey(), ...fields }, as(author))
    const html = await refused.text()
    expect([refused.status, html.includes('id="revise-address-problem"')]).toEqual([422, true])
    expect(html).toMatch(new RegExp(`name="${out}"[^>]* checked`))
    expect(html).toContain('name="lng" value/>')

    const sentAgain = { key: aKey(), ...fields, address: 'Майдан Згоди' }
    expect((await act(number, 'revise', sentAgain, as(author))).status).toBe(303)
    expect(await reportOf(number)).toMatchObject({ location: null, hiddenMedia: [photos[0]] })
    const files = await mediaOf(here.store.of(city.id), (await reportOf(number))?.id as ReportId)
    expect(files.map(({ hidden }) => hidden)).toEqual([true, false])
  })

  it('names all that a revised report lacks, as the form of a new one does', async () => {
    const { number, author } = await aSubmitted(here, { location: null })
    await done(here, number, { kind: 'reject', reason: 'unclear', note: 'Де це?' }, aModerator())
    const empty = { key: aKey(), note: 'Тут', address: '', category: streetLight }
    const html = await (await act(number, 'revise', empty, as(author))).text()
    const said = /<div class="notice wrong" role="alert"[^>]*>(.*?)<\/div>/.exec(html)?.[1]
    expect(said?.match(/<p>/g)).toHaveLength(3)
    expect(html).toMatch(/id="revise-note-problem"/)
    expect(html).toMatch(/id="revise-address-problem"/)
  })

  it('gives a rejected report no category that takes none, and asks what another one asks', async () => {
    const { number, author } = await aSubmitted(here)
    const rejected = () => done(here, number, { kind: 'reject', reason: 'unclear', note: 'Це не вода' }, aModerator())
    await rejected()
    const words = { note: 'Не горить ліхтар біля сходів', address: 'майдан Згоди, 7' }
    const page = async () => (await app.request(`/zhytomyr/reports/${number}`, { headers: as(author) })).text()
    expect(await page()).not.toContain(`value="${paidParking}"`)
    const closed = await act(number, 'revise', { key: aKey(), ...words, category: paidParking }, as(author))
    expect([closed.status, (await closed.text()).includes('зараз не приймаються')]).toEqual([422, true])

    const light = { key: aKey(), ...words, category: streetLight }
    const asked = await act(number, 'revise', light, as(author))
    const form = await asked.text()
    expect([asked.status, (await reportOf(number))?.status]).toEqual([422, 'rejected'])
    const [question, answer] = ['answer.street-light.how-many', 'street']
    for (const said of ['Дайте відповіді на запитання цієї категорії.', 'Дайте відповідь на це запитання.', question])
      expect(form.includes(said), said).toBe(true)
    expect((await act(number, 'revise', { ...light, [question]: answer }, as(author))).status).toBe(303)
    expect(await reportOf(number)).toMatchObject({ categoryId: streetLight, answers: { 'how-many': answer } })

    await rejected()
    expect(new RegExp(`name="${question}" value="${answer}" checked`).test(await page())).toBe(true)
  })

  it('corrects the kind and the point of a rejected report, and refuses a point outside the city', async () => {
    const { number, author } = await aSubmitted(here)
    await done(here, number, { kind: 'reject', reason: 'unclear', note: 'Це не вода' }, aModerator())
    const words = { note: 'Не горить ліхтар біля сходів', address: 'майдан Згоди, 7' }
    const asked = await app.request(`/zhytomyr/reports/${number}`, { headers: as(author) })
    expect(await asked.text()).toContain('id="revise-place"')

    const outside = await act(number, 'revise', { key: aKey(), ...words, lng: '30.5', lat: '50.4' }, as(author))
    expect([outside.status, (await reportOf(number))?.status]).toEqual([422, 'rejected'])
    const point = { lng: '28.665', lat: '50.255' }
    const sentAgain = { key: aKey(), ...words, ...point, category: pothole }
    expect((await act(number, 'revise', sentAgain, as(author))).status).toBe(303)
    expect(await reportOf(number)).toMatchObject({
      status: 'submitted',
      categoryId: pothole,
      location: { lng: 28.665, lat: 50.255 },
    })
  })

  it('confirms a result, reopens it in time with words, and not after', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'resolve', note: 'Зроблено', media: [] }, anOfficer())
    expect((await act(number, 'confirm', { key: aKey() }, as(author))).status).toBe(303)
    expect((await reportOf(number))?.confirmed).toBe(true)
    expect((await act(number, 'reopen', { key: aKey(), note: ' ' }, as(author))).status).toBe(422)

    here.clock.at = day(40)
    const late = await act(number, 'reopen', { key: aKey(), note: 'Знову тече' }, as(author))
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Строк для повторного відкриття минув')
    expect(html).toContain('Знову тече')
    here.clock.at = day(3)
    expect((await act(number, 'reopen', { key: aKey(), note: 'Знову тече' }, as(author))).status).toBe(303)
    expect((await reportOf(number))?.status).toBe('accepted')
    here.clock.at = day(0)
  })

  it('withdraws; the page stays with its author alone', async () => {
    const { number, author } = await anAccepted(here)
    expect((await act(number, 'withdraw', { key: aKey() }, as(author))).status).toBe(303)
    const mine = async (query: string) => {
      const found = await app.request(`/zhytomyr/reports/${number}${query}`, { headers: as(author) })
      return found.text()
    }
    expect(await mine('?done=withdraw')).toContain('Звернення відкликано.')
    expect(await mine('')).toContain('Ви відкликали це звернення')
    // Something else was done since: what the address says is no news any more.
    expect(await mine('?done=answer')).not.toContain('Відповідь надіслано')
    expect((await app.request(`/zhytomyr/reports/${number}`)).status).toBe(404)
  })

  it('meets what happened meanwhile, and loses nothing of what was written', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'ask', question: 'Де саме?' }, anOfficer())
    await done(here, number, { kind: 'resolve', note: 'Знайшли самі', media: [] }, anOfficer())
    const late = await act(number, 'answer', { key: aKey(), note: 'Біля <аптеки>' }, as(author))
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Біля &lt;аптеки>')
    expect(html).toContain('Знайшли самі')
  })

  it('is not refused because the author corrected a name since an earlier look', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'ask', question: 'Де саме?' }, anOfficer())
    await correctPerson(here, author.id, { firstName: 'Ольга', lastName: 'Інша', locale: 'uk' })
    const html = await (await app.request(`/zhytomyr/reports/${number}`, { headers: as(author) })).text()
    const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await act(number, 'answer', { key: aKey(), note: 'Тут', seen }, as(author))).status).toBe(303)
  })

  it('is for the author alone', async () => {
    const { number } = await anAccepted(here)
    const waiting = await aSubmitted(here)
    const somebody = as(await aPerson(here.store))
    expect((await act(number, 'withdraw', { key: aKey() }, somebody)).status).toBe(403)
    expect((await act(waiting.number, 'withdraw', { key: aKey() }, somebody)).status).toBe(404)
    expect((await act(9999, 'withdraw', { key: aKey() }, somebody)).status).toBe(404)
    expect((await act(number, 'resolve', { key: aKey(), note: 'Сам' }, somebody)).status).toBe(404)
    expect((await act(number, 'withdraw', { key: aKey() }, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await reportOf(number))?.status).toBe('accepted')
  })

  it('waits while its author signs in again, with what was written', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'ask', question: 'Де саме?' }, anOfficer())
    const key = aKey()
    const lost = await act(number, 'answer', { key, note: 'Біля аптеки, праворуч' })
    expect(lost.status).toBe(303)
    const there = new URL(lost.headers.get('location') ?? '', 'http://open.example')
    expect(there.pathname).toBe('/sign-in')
    expect(await drafts.find(here.store.of(city.id), key)).toMatchObject({ note: ['Біля аптеки, праворуч'] })

    const back = there.searchParams.get('continue') ?? ''
    const html = await (await app.request(back, { headers: as(author) })).text()
    expect(html).toContain('Біля аптеки, праворуч</textarea>')
    expect(html).toContain(`value="${key}"`)
    expect((await reportOf(number))?.status).toBe('awaiting_answer')
  })

  it('takes a file out of its form, and nothing that is none or is another form’s', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'ask', question: 'Де саме?' }, anOfficer())
    const [key, other] = [aKey(), aKey()]
    const [mine, theirs] = [await aWaitingPhoto(here, key), await aWaitingPhoto(here, other)]
    const waiting = async (one: typeof key) => (await waitingFor(here.store.of(city.id), one)).map(({ id }) => id)

    const removing = async (remove: string) =>
      (await act(number, 'answer', { key, note: 'Тут', remove }, as(author))).status
    expect([await removing(theirs), await waiting(key), await waiting(other)]).toEqual([200, [mine], [theirs]])
    expect([await removing(mine), await waiting(key), await waiting(other)]).toEqual([200, [], [theirs]])
    expect(await removing('no id')).toBe(303)
  })

  it('is not taken from what is no form', async () => {
    const { number, author } = await anAccepted(here)
    const headers = { ...as(author), 'content-type': 'application/json' }
    const answer = await app.request(`/zhytomyr/reports/${number}/withdraw`, { method: 'POST', body: '{}', headers })
    expect(answer.status).toBe(400)
    expect((await act(number, 'withdraw', { key: 'made up' }, as(author))).status).toBe(422)
  })

  it('has a measure', async () => {
    const { number, author } = await anAccepted(here)
    const strict = anApp(here, { countTry: async () => 60 })
    const answer = await strict.request(`/zhytomyr/reports/${number}/withdraw`, sent({ key: aKey() }, as(author)))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
  })
})
