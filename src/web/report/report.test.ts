import { beforeAll, expect, it } from 'vitest'

import { aModerator, anOfficer, day, waterUtility } from '#src/domain/examples.ts'
import type { MediaId } from '#src/domain/id.ts'
import { findByNumber } from '#src/store/reports.ts'
import { aGuide, lightOfficerEmail, moderatorEmail, officerEmail, streetLight } from '#test/a-guide.ts'
import { anApp, as } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto, done, type Resident } from '#test/some-reports.ts'

describeOnOne("a report's page", (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let moderator: Resident
  let officer: Resident
  let other: Resident
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    moderator = await aPerson(here.store, { email: moderatorEmail })
    officer = await aPerson(here.store, { email: officerEmail })
    other = await aPerson(here.store, { email: lightOfficerEmail })
  })
  const ask = async (number: number, headers: Record<string, string> = {}) =>
    app.request(`/zhytomyr/reports/${number}`, { headers })
  const page = async (number: number, headers: Record<string, string> = {}) =>
    spaced(await (await ask(number, headers)).text())

  it('tells the problem, the answers, the place and how it went, and nothing of the author but the chosen name', async () => {
    const key = aKey()
    const photo = await aWaitingPhoto(here, key)
    const { number, author } = await anAccepted(here, {
      key,
      media: [photo],
      categoryId: streetLight,
      answers: { 'how-many': 'one', pole: '17' },
      description: 'Не горить ліхтар.\n\nТретій день <script>темно',
    })
    await done(here, number, { kind: 'ask', question: 'Який саме?' }, anOfficer())
    await done(here, number, { kind: 'answer', answer: 'Біля аптеки', media: [] }, author)
    const html = await page(number)
    expect(html).toContain('<a href="/zhytomyr/reports?area=southern">Південний район</a>')
    expect(html).toContain('(межі приблизні)')
    for (const said of [
      'Не горить ліхтар',
      'Скільки ліхтарів не світить?',
      'Один',
      '17',
      'майдан Згоди, 3',
      'Оксана',
      'Який саме?',
      'Біля аптеки',
      'Водоканал',
    ])
      expect(html).toContain(said)
    expect(html).toContain('&lt;script>темно')
    expect(html).toMatch(/srcset="\/media\/[^"]+\/320\.webp 320w, [^"]+\/960\.webp 800w"/)
    expect(html).toContain('geo:50.254700,28.658700')
    expect(html).toContain('відповідь до 2 лютого')
    expect(html).not.toContain('Приватенко')
    expect(html).not.toContain('people.example')
  })

  it('counts the days that an answer is late, whatever is promised since, and those that the author was waited for', async () => {
    const { number, author } = await anAccepted(here)
    const at = (days: number) => {
      here.clock.at = day(days)
    }
    await done(here, number, { kind: 'ask', question: 'Який саме?' }, anOfficer())
    at(4)
    await done(here, number, { kind: 'answer', answer: 'Біля аптеки', media: [] }, author)
    const until = Temporal.PlainDate.from('2026-02-12')
    await done(
      here,
      number,
      { kind: 'extend', reason: 'needs_inspection', note: 'Огляд за тиждень', until },
      anOfficer(),
    )
    const extended = await page(number)
    expect(extended).toMatch(/Строк відповіді продовжено до 12 лютого.*Потрібен огляд на місці.*Огляд за тиждень/s)
    expect(extended).toContain('відповідь до 12 лютого, ще 38 днів')
    expect(extended).toMatch(/Чекали на автора<\/dt><dd>4 дні/)

    at(45)
    const later = {
      kind: 'postpone',
      reason: 'season',
      note: 'Після морозів',
      until: until.add({ months: 2 }),
    } as const
    await done(here, number, later, anOfficer())
    const late = await page(number)
    expect(late).toContain('Відкладено до 12 квітня')
    expect(late).toMatch(/<b class="due late">прострочено на 3 дні<\/b> <span class="due">строк минув .*<\/span>/)
    const list = await (await app.request('/zhytomyr/reports')).text()
    expect(spaced(list)).toContain('прострочено на 3 дні')
    at(0)
  })

  it('says first what was done, why not, until when, or where to look instead', async () => {
    const { number: resolved } = await anAccepted(here)
    const key = aKey()
    const proof = await aWaitingPhoto(here, key)
    await done(here, resolved, { kind: 'resolve', note: 'Замінено засувку', media: [proof] }, anOfficer(), key)
    const result = await page(resolved)
    expect(result.indexOf('Що зроблено')).toBeGreaterThan(0)
    expect(result.indexOf('Замінено засувку')).toBeLessThan(result.indexOf('Що відбувається<'))
    expect([...result.matchAll(/<img [^>]*src="\/media\//g)]).toHaveLength(1)

    const { number: declined } = await anAccepted(here)
    await done(here, declined, { kind: 'decline', reason: 'private_property', note: 'Це двір' }, anOfficer())
    expect(await page(declined)).toMatch(/Чому не вирішено.*Приватна власність.*Це двір/s)

    const { number: postponed } = await anAccepted(here)
    const until = Temporal.PlainDate.from('2026-03-02')
    await done(here, postponed, { kind: 'postpone', reason: 'season', note: 'Мороз', until }, anOfficer())
    expect(await page(postponed)).toMatch(/Відкладено до 2 березня.*Мороз/s)

    const { number: merged } = await anAccepted(here)
    const main = await findByNumber(here.store.of(aGuide().city.id), resolved)
    if (main) await done(here, merged, { kind: 'merge', into: main.id }, aModerator())
    expect(await page(merged)).toContain(`href="/zhytomyr/reports/${resolved}"`)
  })

  it('keeps what staff write to staff from everyone', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'start', note: 'Скажи Петру' }, anOfficer())
    await done(here, number, { kind: 'note', note: 'Заявник скандальний' }, anOfficer())
    for (const html of [await page(number), await page(number, as(author))]) {
      expect(html).not.toContain('Скажи Петру')
      expect(html).not.toContain('скандальний')
      expect(html).toContain('Взято в роботу')
    }
  })

  it('that waits for a moderator is its author’s; staff are led to the desk; to others there is no such number', async () => {
    const { number, author } = await aSubmitted(here, { description: 'Ще ніхто не бачив цього' })
    const missing = await page(9999)
    const withoutId = (html: string) =>
      html.replaceAll(/9999|[0-9a-f]{8}-[0-9a-f]{4}/g, '').replaceAll(String(number), '')
    const hidden = await ask(number)
    expect(hidden.status).toBe(404)
    expect(withoutId(spaced(await hidden.text()))).toBe(withoutId(missing))
    expect((await ask(number, as(await aPerson(here.store)))).status).toBe(404)

    const mine = await ask(number, as(author))
    expect([mine.status, mine.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const html = await mine.text()
    expect(html).toContain('Ще ніхто не бачив')
    expect(html).toContain('name="robots" content="noindex"')
    expect(html).toContain('Модератор переглядає')

    const led = await ask(number, as(moderator))
    expect([led.status, led.headers.get('location')]).toEqual([302, `/zhytomyr/desk/${number}`])
    expect((await ask(number, as(officer))).status).toBe(404)
  })

  it('is nothing that can be seen, and its author who is not signed in is told the way to it', async () => {
    const { number } = await aSubmitted(here)
    for (const one of [number, 9999]) {
      const html = await page(one)
      expect(html).toContain('це звернення ще не опубліковано')
      expect(html).toContain(`href="/sign-in?continue=%2Fzhytomyr%2Freports%2F${one}">Якщо це ваше звернення, увійдіть`)
    }
    expect(await page(9999, as(await aPerson(here.store)))).not.toContain('увійдіть')
    for (const elsewhere of ['organizations/nobody', 'nowhere', '../nowhere/reports/1']) {
      const html = await (await app.request(`/zhytomyr/${elsewhere}`)).text()
      expect(html).toContain('Можливо, адресу введено з помилкою.')
      expect(html).not.toMatch(/не опубліковано|ваше звернення/)
    }
  })

  it('shows staff who work on it the way to their desk, and no other staff', async () => {
    const { number } = await anAccepted(here, {}, waterUtility)
    expect(await page(number, as(officer))).toContain(`href="/zhytomyr/desk/${number}"`)
    expect(await page(number, as(other))).not.toContain(`href="/zhytomyr/desk/${number}"`)
  })

  it('says how late an answer is, by the days of the city', async () => {
    const { number } = await anAccepted(here)
    here.clock.at = day(35)
    expect(await page(number)).toContain('прострочено на 3 дні')
    here.clock.at = day(0)
  })

  it('shows its author a photo that is not public yet, and why a report was rejected', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, { kind: 'ask', question: 'Де?' }, anOfficer())
    const key = aKey()
    await done(here, number, { kind: 'answer', answer: 'Тут', media: [await aWaitingPhoto(here, key)] }, author, key)
    expect(await page(number, as(author))).toContain('Поки не опубліковано')
    expect(await page(number)).not.toContain('<img src="/media/')
    const [media] = (await findByNumber(here.store.of(aGuide().city.id), number))?.media ?? []
    await done(here, number, { kind: 'hide_media', media: media as MediaId }, aModerator())
    const looked = await page(number, as(author))
    expect(looked).toContain('Не публікується')
    expect(looked).not.toContain('Поки не опубліковано')

    const sent = await aSubmitted(here)
    await done(here, sent.number, { kind: 'reject', reason: 'unclear', note: 'Уточніть під’їзд' }, aModerator())
    const html = await page(sent.number, as(sent.author))
    expect(html).toContain('Незрозуміло, що сталося або де')
    expect(html).toContain('Уточніть під’їзд')
    expect(html).toContain(`action="/zhytomyr/reports/${sent.number}/revise"`)
    expect((await ask(sent.number)).status).toBe(404)
  })
})

/** Without what only holds words on one line. */
function spaced(words: string): string {
  return words.replaceAll('\u00a0', ' ')
}
