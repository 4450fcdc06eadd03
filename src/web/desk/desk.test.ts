import { beforeAll, expect, it } from 'vitest'

import { anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import { sayOpinion } from '#src/operations/say-opinion.ts'
import { recordReturn, standingOf, stopBounced } from '#src/store/mail-addresses.ts'
import { lastClosing } from '#src/store/opinions.ts'
import { findByNumber } from '#src/store/reports.ts'
import { administratorEmail, aGuide, cityLight, pothole, roadWorks, streetLight } from '#test/a-guide.ts'
import { as, origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto, done, type Resident } from '#test/some-reports.ts'
import { type Staffed, staffed } from './staffed.examples.ts'

describeOnOne('the desk', (open) => {
  let here: Staffed['here']
  let app: Staffed['app']
  let moderator: Resident
  let officer: Resident
  let page: Staffed['page']
  let act: Staffed['act']
  let stored: Staffed['stored']
  beforeAll(async () => {
    ;({ here, app, moderator, officer, page, act, stored } = await staffed(await open()))
  })

  it('leads who is not signed in back to the report', async () => {
    const { number } = await anAccepted(here)
    const asked = await app.request(`/zhytomyr/desk/${number}`)
    const there = `/zhytomyr/desk/${number}`
    expect(asked.headers.get('location')).toBe(`/sign-in?continue=${encodeURIComponent(there)}`)
  })

  it('tells who may not see it as whom they are signed in, and leads another address here', async () => {
    const resident = await aPerson(here.store, { email: 'marta@ukr.example' })
    const refused = await app.request('/zhytomyr/desk?folder=overdue', { headers: as(resident) })
    const html = await refused.text()
    expect(refused.status).toBe(403)
    expect(html).toContain(`Ви увійшли як marta@ukr.example`)
    expect(html).toContain('name="continue" value="/zhytomyr/desk?folder=overdue"')
    expect(html).not.toContain('href="/sign-in')
  })

  it('keeps what was written for an act while its author signs in again, and shows it in its folder', async () => {
    const { number } = await anAccepted(here)
    const key = aKey()
    const form = sent({ key, note: 'Труба на заміні, треба два дні' })
    const asked = await app.request(`/zhytomyr/desk/${number}/resolve?folder=new&next=3`, form)
    const back = new URL(asked.headers.get('location') ?? '', 'http://here').searchParams.get('continue') ?? ''
    expect(back).toBe(`/zhytomyr/desk/${number}?folder=new&act=resolve&draft=${key}`)
    const again = /<p>Ви знову ввійшли\. Перевірте написане й надішліть\.<\/p><\/div>.*Труба на заміні/s
    expect(await page(back, officer)).toMatch(again)
  })

  it('names the file that was not taken with what was written, once its author has signed in again', async () => {
    const { number } = await anAccepted(here)
    const body = new FormData()
    body.append('key', aKey())
    body.append('note', 'Трубу замінено')
    body.append('files', new File(['записник'], 'зошит.jpg'))
    const asked = await app.request(`/zhytomyr/desk/${number}/resolve`, { method: 'POST', body, headers: { origin } })
    const back = new URL(asked.headers.get('location') ?? '', 'http://here').searchParams.get('continue') ?? ''
    const shown = await page(back, officer)
    expect(shown).toContain('Трубу замінено')
    expect(shown).toContain('«зошит.jpg» не додано.')
  })

  it('tells moderators, and nobody else, which offices letters come back from, while they do', async () => {
    const email = aGuide().organizations.get(waterUtility)?.email ?? ''
    const lost = `Водоканал: ${email}`
    const { returnKey } = await standingOf(here.store.whole, email, here.now())
    expect(await page('/zhytomyr/desk', moderator)).not.toContain(email)
    await recordReturn(here.store.whole, returnKey, 'hard', here.now())
    expect(await page('/zhytomyr/desk', moderator)).toContain(lost)
    expect(await page('/zhytomyr/desk', officer)).not.toContain(email)
    here.clock.at = here.clock.at.add({ hours: 24 * 15 })
    expect(await page('/zhytomyr/desk', moderator)).not.toContain(email)
    await stopBounced(here.store.whole, email, here.now())
    expect(await page('/zhytomyr/desk', moderator)).toContain(lost)
    here.clock.at = here.clock.at.subtract({ hours: 24 * 15 })
  })

  it('gives a moderator the next report of the queue when one is done with, and keeps an open one', async () => {
    const [first, second] = [await aSubmitted(here), await aSubmitted(here)]
    const shown = await page(`/zhytomyr/desk/${first.number}?folder=moderation`, moderator)
    const [, address = ''] = /action="([^"]+\/approve\?[^"]+)"/.exec(shown) ?? []
    const approve = address.replaceAll('&amp;', '&')
    expect(approve).toContain(`next=${second.number}`)

    const noted = await act(approve.replace('/approve', '/note'), { note: 'Перевірю' }, moderator)
    expect(noted.headers.get('location')).toMatch(new RegExp(`/desk/${first.number}\\?.*done=note`))
    const approved = await act(approve, { organization: waterUtility }, moderator)
    expect(approved.headers.get('location')).toMatch(new RegExp(`/desk/${second.number}\\?.*of=${first.number}#`))
    expect(await page(approved.headers.get('location') ?? '', moderator)).toContain('прийнято до розгляду.')
  })

  it('says at the list what was done when nothing follows in the folder', async () => {
    const { number } = await anAccepted(here)
    const started = await act(`/zhytomyr/desk/${number}/start?folder=new&organization=${waterUtility}`, {}, officer)
    const there = started.headers.get('location') ?? ''
    expect(there).toMatch(/^\/zhytomyr\/desk\?folder=new/)
    expect(await page(there, officer)).toContain(`№ ${number}</a>: взято в роботу.`)
  })

  it('offers to accept as the rules say in one press, unless the place is not known', async () => {
    const ready = await aSubmitted(here, { categoryId: streetLight, answers: { 'how-many': 'street' } })
    expect(await page(`/zhytomyr/desk/${ready.number}`, moderator)).toContain(
      'відповіді автора на запитання теперішньої',
    )
    const vague = await aSubmitted(here, { location: null, address: 'Десь біля ринку' })
    const press = /<form method="post" action="[^"]+\/approve[^"]*"[^>]*><input type="hidden" name="organization"/
    expect(await page(`/zhytomyr/desk/${ready.number}`, moderator)).toMatch(press)
    const shown = await page(`/zhytomyr/desk/${vague.number}`, moderator)
    expect(shown).not.toMatch(press)
    expect(shown).not.toContain('відповіді автора на запитання теперішньої')
    expect(shown).not.toContain('data-map-locate')
    expect(shown).not.toContain('Мапа не обов’язкова')
    expect(shown).toContain('Автор описав місце словами: поставте точку.')
  })

  it('takes the organization from the rule of a changed category, and the point from its coordinates in words', async () => {
    const { number } = await aSubmitted(here, { location: null, address: 'Біля ринку' })
    const { lat, lng } = aGuide().city.center
    const fields = { organization: 'by_rule', category: pothole, point: ` ${lat}, ${lng} `, lng: '', lat: '' }
    const approved = await act(`/zhytomyr/desk/${number}/approve`, fields, moderator)
    expect(approved.status).toBe(303)
    expect(await stored(number)).toMatchObject({ organization: roadWorks, categoryId: pothole, location: { lng, lat } })
  })

  it('accepts nothing by Enter in a field of the form that changes and accepts', async () => {
    const { number } = await aSubmitted(here)
    const shown = await page(`/zhytomyr/desk/${number}`, moderator)
    const [, form = ''] = /(<form(?:(?!<form).)*id="approve-address")/s.exec(shown) ?? []
    expect(/<button[^>]*>/.exec(form)?.[0]).toContain(' disabled')
  })

  it('leads an officer from another organization’s report, and from its number, to its public page', async () => {
    const { number } = await anAccepted(here, {}, cityLight)
    const { number: waiting } = await aSubmitted(here)
    const leads = async (path: string) => {
      const asked = await app.request(path, { headers: as(officer) })
      return asked.headers.get('location') ?? asked.status
    }
    const publicPage = `/zhytomyr/reports/${number}`
    expect(await leads(`/zhytomyr/desk/${number}`)).toBe(publicPage)
    expect(await leads(`/zhytomyr/desk?number=${number}`)).toBe(publicPage)
    expect(await leads(`/zhytomyr/desk/${waiting}`)).toBe(404)
    expect(await page(`/zhytomyr/desk?number=${waiting}`, officer)).toContain(`Звернення № ${waiting} тут немає.`)
    expect(await page('/zhytomyr/desk?number=', officer)).toContain('Вкажіть номер звернення.')
  })

  it('leads from a number that is none back to the desk', async () => {
    expect(await page('/zhytomyr/desk/99999', officer)).toMatch(
      /<h1>Такої сторінки немає<.*href="\/zhytomyr\/desk">Робочий стіл<\/a>/s,
    )
  })

  it('says of an act all that is wrong with its fields at once, and nothing of that when something else is', async () => {
    const { number } = await anAccepted(here)
    const told = async (fields: Record<string, string>) => {
      const refused = await act(`/zhytomyr/desk/${number}/postpone`, fields, officer)
      const [, alert = ''] = /role="alert"(.*?)<\/div>/s.exec(await refused.text()) ?? []
      return [refused.status, ...alert.matchAll(/<p>([^<]*)<\/p>/g).map(([, words]) => words)]
    }
    const [reason, date, note] = [
      'Оберіть причину.',
      'Вкажіть дату: день, місяць і рік.',
      expect.stringContaining('кілька слів'),
    ]
    expect(await told({})).toEqual([422, reason, date, note])
    expect(await told({ reason: 'needs_funding', until: '2027-13-40' })).toEqual([422, date, note])
    expect(await told({ reason: 'needs_funding', until: '2027-03-01' })).toEqual([422, note])
    const late = await told({ reason: 'needs_funding', until: '2027-03-01', seen: '1' })
    expect(late).toEqual([409, expect.not.stringContaining('кілька слів')])
  })

  it('says that a text is too long rather than cut it, and gives all of it back', async () => {
    const { number } = await anAccepted(here)
    expect(await page(`/zhytomyr/desk/${number}`, officer)).not.toMatch(/<textarea[^>]*maxlength/)
    const note = `${'Довго. '.repeat(600)}Кінець`
    const refused = await act(`/zhytomyr/desk/${number}/resolve`, { note }, officer)
    const html = await refused.text()
    expect([refused.status, html.includes('Задовгий текст: щонайбільше 3000\u00a0знаків.')]).toEqual([422, true])
    expect(html).toContain('Кінець</textarea>')
  })

  it('asks first for the place, where the author gave none', async () => {
    const asked = async (number: number) => {
      const html = await page(`/zhytomyr/desk/${number}`, moderator)
      return ['approve-place', 'approve-category'].map((id) => html.indexOf(`id="${id}"`))
    }
    const unplaced = await aSubmitted(here, { location: null, address: 'За школою' })
    const [place = -1, category = -1] = await asked(unplaced.number)
    expect(place).toBeGreaterThan(0)
    expect(category).toBeGreaterThan(place)
    const [after = -1, before = -1] = await asked((await aSubmitted(here)).number)
    expect(before).toBeGreaterThan(0)
    expect(after).toBeGreaterThan(before)
  })

  it('refuses coordinates that are none, with what was typed', async () => {
    const { number } = await aSubmitted(here)
    const fields = { organization: 'by_rule', category: pothole, point: '50° півночі' }
    const refused = await act(`/zhytomyr/desk/${number}/approve`, fields, moderator)
    expect(refused.status).toBe(422)
    const shown = await refused.text()
    expect(shown).toContain('id="approve-point-problem">Ці координати не вдалося прочитати')
    expect(shown).toContain('value="50° півночі"')
  })

  it('tells the second of two what the first did, and keeps what the second wrote', async () => {
    const { number } = await aSubmitted(here)
    const shown = await page(`/zhytomyr/desk/${number}`, moderator)
    const [, seen = ''] = /name="seen" value="(\d+)"/.exec(shown) ?? []
    const another = await aPerson(here.store, { email: administratorEmail })
    await act(`/zhytomyr/desk/${number}/note`, { note: 'Я вже дзвоню авторові', seen }, another)

    const fields = { note: 'Напишіть, де саме', reason: 'unclear', seen }
    const refused = await act(`/zhytomyr/desk/${number}/reject`, fields, moderator)
    expect(refused.status).toBe(409)
    const [, told = ''] = /role="alert"(.*?)<\/form>/s.exec(await refused.text()) ?? []
    expect(told).toContain('Я вже дзвоню авторові')
    expect(told).toContain('Напишіть, де саме</textarea>')
    expect((await stored(number))?.status).toBe('submitted')
  })

  it('has a moderator look at photos that came with an answer, and is done with them whatever the moderator says', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, anAct('ask'), anOfficer())
    const key = aKey()
    const photos = [await aWaitingPhoto(here, key), await aWaitingPhoto(here, key)]
    await done(here, number, { ...anAct('answer'), media: photos }, author, key)
    const path = `/zhytomyr/desk/${number}?folder=additions`
    const listed = async () => (await page('/zhytomyr/desk?folder=additions', moderator)).includes(`№ ${number}<`)
    expect(await listed()).toBe(true)
    expect(await page(path, officer)).toContain('Ще не перевірено модератором')
    const html = await page(path, moderator)
    expect(html.match(/Не показувати/g)).toHaveLength(2)
    expect(html.match(/<p class="soft">Автор уточнив<\/p>/g)).toHaveLength(2)
    const say = (kind: string, file?: string) =>
      app.request(
        `/zhytomyr/desk/${number}/${kind}?folder=additions`,
        sent({ key: aKey(), file: file ?? '' }, as(moderator)),
      )
    expect((await say('show_media', photos[0])).headers.get('location')).toContain(`/desk/${number}?`)
    expect(await listed()).toBe(true)
    expect((await say('hide_media', photos[1])).headers.get('location')).toMatch(
      /\/desk\?folder=additions&done=hide_media/,
    )
    expect(await listed()).toBe(false)
  })

  it('shows why somebody finds a report unsolved to who works on it', async () => {
    const { number, author } = await anAccepted(here)
    await done(here, number, anAct('decline'), anOfficer())
    const report = await findByNumber(here.store.of(aGuide().city.id), number)
    const closing = report && (await lastClosing(here.store.of(aGuide().city.id), report.id))
    here.clock.at = here.clock.at.add({ hours: 24 * 40 })
    const said = { number, closing: closing?.seq ?? 0, solved: false, note: 'Двір спільний, ось документ' }
    expect((await sayOpinion(here, aGuide(), said, author.id)).ok).toBe(true)
    for (const who of [officer, moderator]) {
      const html = await page(`/zhytomyr/desk/${number}`, who)
      expect(html).toContain('Двір спільний, ось документ')
      expect(html).toContain('З відповіддю не погоджується 1\u00a0людина.')
    }
    here.clock.at = here.clock.at.subtract({ hours: 24 * 40 })
  })
})
