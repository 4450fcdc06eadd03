import { beforeAll, expect, it } from 'vitest'

import { aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import { ofReport } from '#src/store/additions.ts'
import { ofReport as mediaOf } from '#src/store/media.ts'
import { findByNumber } from '#src/store/reports.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto, done, type Resident } from '#test/some-reports.ts'

const city = aGuide().city.id

describeOnOne('what a resident adds', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })

  it('is written on a page of its own, by whoever is signed in, and is told to have arrived', async () => {
    const { number } = await anAccepted(here)
    const person = await aPerson(here.store)
    expect(await page(number)).toContain(`href="/zhytomyr/reports/${number}/add"`)
    const form = await app.request(`/zhytomyr/reports/${number}/add`, { headers: as(person) })
    expect(await form.text()).toContain('Доповнити звернення')
    const answer = await add(number, person, { note: 'Стало гірше <тут>' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/zhytomyr/reports/${number}?done=add#additions`,
    ])
    const after = await app.request(`/zhytomyr/reports/${number}?done=add`, { headers: as(person) })
    const html = await after.text()
    expect(html).toContain('Організація вже може це прочитати')
    expect(html).toContain('Стало гірше &lt;тут>')
    expect(html).toContain('Чекає на модератора')
  })

  it('is neither everyone’s nor the author’s before a moderator shows it, then is on the page with its photo', async () => {
    const { number, author } = await anAccepted(here)
    const person = await aPerson(here.store)
    const key = aKey()
    const photo = await aWaitingPhoto(here, key)
    await add(number, person, { key, note: 'Стало гірше' })
    const [file] = (await mediaOf(here.store.of(city), (await reportOf(number)).id)).filter(({ id }) => id === photo)
    for (const reader of [undefined, author, await aPerson(here.store)]) {
      const html = await page(number, reader)
      expect(html).not.toContain('Стало гірше')
      expect(html).not.toContain(file?.key)
    }
    const [addition] = await ofReport(here.store.of(city), (await reportOf(number)).id)
    await done(here, number, { kind: 'show_addition', addition: addition?.seq ?? 0, files: [photo] }, aModerator())
    for (const reader of [undefined, author, person]) {
      const html = await page(number, reader)
      expect(html).toContain('Мешканець доповнив звернення')
      expect(html).toContain('Стало гірше')
      expect(html).toContain(file?.key)
    }
  })

  it('is told to its writer with the reason when a moderator declines it', async () => {
    const { number, author } = await anAccepted(here)
    await add(number, author, { note: 'Винен сусід з 5-ї квартири' })
    const [addition] = await ofReport(here.store.of(city), (await reportOf(number)).id)
    const decline = { ...anAct('decline_addition'), addition: addition?.seq ?? 0 }
    await done(here, number, decline, aModerator())
    const html = await page(number, author)
    expect(html).toContain('Модератор не показав це всім')
    expect(html).toContain('чужі персональні дані')
    expect(html).toContain('Видно номер авто')
    expect(await page(number)).not.toContain('сусід')
  })

  it('comes back as it was written, with its files, when something is missing or much waits already', async () => {
    const { number, author } = await anAccepted(here)
    const key = aKey()
    const photo = await aWaitingPhoto(here, key)
    const empty = await add(number, author, { key, note: ' ' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining(`data-media="${photo}"`)])
    for (const note of ['Раз', 'Два', 'Три']) await add(number, author, { note })
    const much = await add(number, author, { key, note: 'Чотири' })
    expect(much.status).toBe(429)
    const html = await much.text()
    expect(html).toContain('>Чотири</textarea>')
    expect(html).toContain('вже чекає забагато доповнень')
    expect(html).toContain(`data-media="${photo}"`)
  })

  it('is taken whatever else happened to the open report since its form was drawn', async () => {
    const { number } = await anAccepted(here)
    const person = await aPerson(here.store)
    const form = await (await app.request(`/zhytomyr/reports/${number}/add`, { headers: as(person) })).text()
    const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
    await done(here, number, anAct('start'), anOfficer())
    const typed = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
    expect(Object.keys(typed)).toContain('key')
    expect((await add(number, person, { ...typed, note: 'Стало гірше' })).status).toBe(303)
  })

  it('is given back when the report was closed meanwhile, and waits for who has to sign in again', async () => {
    const { number, author } = await anAccepted(here)
    const away = await app.request(`/zhytomyr/reports/${number}/add`, sent({ key: aKey(), note: 'Знову тече' }))
    const there = new URLSearchParams((away.headers.get('location') ?? '').split('?')[1]).get('continue') ?? ''
    expect(await (await app.request(there, { headers: as(author) })).text()).toContain('>Знову тече</textarea>')

    await done(here, number, anAct('resolve'), anOfficer())
    const late = await add(number, author, { note: 'Знову тече' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('не працюють, тому доповнити його не можна')
    expect(html).toContain('Знову тече')
  })

  it('is not offered, and not taken, where there is nothing public', async () => {
    const { number } = await aSubmitted(here)
    const person = await aPerson(here.store)
    expect((await app.request(`/zhytomyr/reports/${number}/add`, { headers: as(person) })).status).toBe(404)
    expect((await add(number, person, { note: 'Стало гірше' })).status).toBe(404)
  })

  function add(number: number, person: Resident, fields: Record<string, string>): Promise<Response> {
    const form = { key: aKey(), ...fields }
    return Promise.resolve(app.request(`/zhytomyr/reports/${number}/add`, sent(form, as(person))))
  }

  async function page(number: number, person?: Resident): Promise<string> {
    return (await app.request(`/zhytomyr/reports/${number}`, { headers: person ? as(person) : {} })).text()
  }

  async function reportOf(number: number) {
    const report = await findByNumber(here.store.of(city), number)
    if (!report) throw new Error(`No report ${number}`)
    return report
  }
})
