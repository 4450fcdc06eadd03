import { beforeAll, expect, it } from 'vitest'

import { anAct, anOfficer } from '#src/domain/examples.ts'
import { askWhetherSolved } from '#src/jobs/ask-whether-solved.ts'
import { whatHappened } from '#src/jobs/what-happened.ts'
import { supportReport } from '#src/operations/support-report.ts'
import { lastClosing } from '#src/store/opinions.ts'
import { findByNumber } from '#src/store/reports.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aWaitingPhoto, done, type Resident } from '#test/some-reports.ts'

const guide = aGuide()
const city = guide.city.id

describeOnOne('whether it is solved', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })

  it('is what a supporter says on the page with one tap, and everyone sees counted', async () => {
    const { number, people } = await aClosed('resolve', 2)
    const [one, other] = people as [Resident, Resident]
    expect(await page(number, one)).toContain('Чи вирішено проблему?')
    expect(await page(number, await aPerson(here.store))).not.toContain('Чи вирішено проблему?')

    const answer = await say(number, one, { solved: 'yes' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/zhytomyr/reports/${number}#solved`])
    expect(await page(number)).toContain('Одна людина відповіла, що проблему вирішено.')
    await say(number, other, { solved: 'no' })
    expect(await page(number)).toContain('Вирішено, кажуть 1 з 2 тих, хто відповів.')

    expect(await page(number, other)).toContain('Ви відповіли: проблему не вирішено.')
    await say(number, other, { solved: 'no', note: 'Вода знову тут <b>' })
    expect(await page(number, other)).toContain('Вода знову тут &lt;b>')
    expect(await page(number)).not.toContain('Вода знову тут')
  })

  it('comes back with what was written when it cannot be taken', async () => {
    const { number, people } = await aClosed('resolve', 1)
    const person = people[0] as Resident
    const [nothing, long, stale] = [
      await say(number, person, { solved: '' }),
      await say(number, person, { solved: 'no', note: 'я'.repeat(3001) }),
      await say(number, person, { solved: 'no', note: 'Досі тече', closing: '1' }),
    ]
    expect([nothing.status, long.status, stale.status]).toEqual([422, 422, 409])
    const html = await stale.text()
    expect(html).toContain('Досі тече</textarea>')
    expect(html).toContain('звернення змінилося')
    expect((await say(number, await aPerson(here.store), { solved: 'no' })).status).toBe(403)
  })

  it('waits, as it was written, while somebody whose session ended signs in', async () => {
    const { number, people } = await aClosed('decline', 1)
    const away = await app.request(
      `/zhytomyr/reports/${number}/opinion`,
      sent({ key: aKey(), solved: 'no', note: 'Не згоден' }),
    )
    const there = new URLSearchParams((away.headers.get('location') ?? '').split('?')[1]).get('continue') ?? ''
    const back = await app.request(there, { headers: as(people[0] as Resident) })
    expect(await back.text()).toContain('Не згоден</textarea>')
  })

  it('is said from a letter without signing in; to look at the page says nothing', async () => {
    const { number, people } = await aClosed('resolve', 1)
    const path = await aLink(number, people[0] as Resident)
    const looked = await app.request(`${path}?solved=yes`)
    expect([looked.status, looked.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(await looked.text()).toContain('Замінено засувку')
    expect(await page(number)).not.toContain('відповіла')

    const said = await app.request(path, sent({ solved: 'yes', closing: await closingOf(number) }))
    expect([said.status, said.headers.get('location')]).toEqual([303, `${path}?said`])
    expect(await (await app.request(`${path}?said`)).text()).toContain('вашу відповідь записано')
    expect(await page(number)).toContain('Одна людина відповіла, що проблему вирішено.')
  })

  it('confirms or reopens by the author’s letter, with a photo, once however often it is sent', async () => {
    const { number, author } = await aClosed('resolve', 0)
    const path = await aLink(number, author)
    expect((await app.request(`${path}/confirm`, sent({ key: aKey() }))).status).toBe(303)
    expect((await reportOf(number))?.confirmed).toBe(true)

    const key = aKey()
    const photo = await aWaitingPhoto(here, key)
    const empty = await app.request(`${path}/reopen`, sent({ key, note: ' ' }))
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining(`data-media="${photo}"`)])
    for (let time = 0; time < 2; time += 1)
      expect((await app.request(`${path}/reopen`, sent({ key, note: 'Знову тече' }))).status).toBe(303)
    expect(await reportOf(number)).toMatchObject({ status: 'accepted', media: [photo], hiddenMedia: [photo] })
    expect(await (await app.request(`${path}?solved=no`)).text()).toContain('відтоді змінилося')
    expect(await (await app.request(`${path}?said`)).text()).toContain('Звернення відкрито повторно')
  })

  it('says nothing of a later answer than the letter’s own, and gives back what was written', async () => {
    const { number, author } = await aClosed('resolve', 0)
    const path = await aLink(number, author)
    await done(here, number, anAct('reopen'), author)
    await done(here, number, anAct('resolve'), anOfficer())
    expect((await app.request(`${path}/confirm`, sent({ key: aKey() }))).status).toBe(409)
    const late = await app.request(`${path}/reopen`, sent({ key: aKey(), note: 'Тече, як і раніше' }))
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Тече, як і раніше')])
    expect(await reportOf(number)).toMatchObject({ status: 'resolved', confirmed: false })
  })

  it('is an opinion once the time to reopen has run out, also while it was written', async () => {
    const { number, author } = await aClosed('decline', 0)
    const path = await aLink(number, author)
    const now = here.clock.at
    here.clock.at = now.add({ hours: 24 * 40 })
    const late = await app.request(`${path}/reopen`, sent({ key: aKey(), note: 'Це спільний двір' }))
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Це спільний двір</textarea>')
    expect(html).toContain('буде враховано в підсумках')
    const closing = await closingOf(number)
    expect((await app.request(path, sent({ solved: 'no', note: 'Це спільний двір', closing }))).status).toBe(303)
    expect(await page(number)).toContain('З відповіддю не погоджується 1\u00a0людина.')
    here.clock.at = now
  })

  it('opens for nobody by a link that is spent, of another act, or not the author’s', async () => {
    const { number, author, people } = await aClosed('resolve', 1)
    const [mine, theirs] = [await aLink(number, author), await aLink(number, people[0] as Resident)]
    expect((await app.request(`${theirs}/confirm`, sent({ key: aKey() }))).status).toBe(403)
    expect((await app.request(`${mine}/withdraw`, sent({ key: aKey() }))).status).toBe(404)
    const now = here.clock.at
    here.clock.at = now.add({ hours: 24 * 61 })
    expect((await app.request(mine)).status).toBe(404)
    here.clock.at = now
    expect((await app.request('/zhytomyr/opinions/a-guessed-secret-of-some-length')).status).toBe(404)
  })

  async function aClosed(how: 'resolve' | 'decline', supporters: number) {
    const { number, author } = await anAccepted(here)
    const people = await Array.fromAsync({ length: supporters }, () => aPerson(here.store))
    for (const { id } of people) await supportReport(here, city, number, id)
    await done(here, number, anAct(how), anOfficer())
    return { number, author, people }
  }

  const reportOf = (number: number) => findByNumber(here.store.of(city), number)

  async function closingOf(number: number): Promise<string> {
    const report = await reportOf(number)
    return String(report && (await lastClosing(here.store.of(city), report.id))?.seq)
  }

  /** The path in a letter about the closing. */
  async function aLink(number: number, person: Resident): Promise<string> {
    const happened = await whatHappened(here.store.of(city), Number(await closingOf(number)))
    const secret = await askWhetherSolved(
      { means: here },
      here.store.of(city),
      { ...happened, guide },
      person.id,
      crypto.randomUUID(),
    )
    return `/zhytomyr/opinions/${secret}`
  }

  async function say(number: number, person: Resident, fields: Record<string, string>): Promise<Response> {
    const form = { key: aKey(), closing: await closingOf(number), ...fields }
    return app.request(`/zhytomyr/reports/${number}/opinion`, sent(form, as(person)))
  }

  async function page(number: number, person?: Resident): Promise<string> {
    return (await app.request(`/zhytomyr/reports/${number}`, { headers: person ? as(person) : {} })).text()
  }
})
