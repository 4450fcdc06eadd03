import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { textOfPdf } from '../read-pdf.ts'
import { letterTo, linkIn } from './letters.ts'
import { expectPhotos } from './looking.ts'
import { aPhoto } from './photos.ts'
import { acted } from './requests.ts'
import { attach, beginReport, chooseProblem, describe, numberOf, sayWhere, send } from './resident.ts'
import { aResident, comesSignedIn, staff } from './signing-in.ts'
import { act, openForm, press, unfold } from './staff.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** Nobody has an account for the company that wires belong to. */
const dispatcher = 'zvernennia@oblenerho.zhytomyr.example'

export function privateLink(stage: () => Stage): void {
  journey(
    stage,
    'an organization without an account answers a formal appeal by the link in its letter',
    async (all) => {
      const { comes, house } = all
      const author = aResident()
      const resident = await comesSignedIn(all, author)
      const number = await appeals(resident)
      await acted(stage(), staff.moderator, number, 'approve', {
        organization: 'power-grid',
        point: '50.2561, 28.6612',
      })
      const letter = await letterTo(house, dispatcher, `№ ${number}: нове звернення`)
      expect(letter.text).toContain('Дріт провис над тротуаром.')
      const link = linkIn(letter, '/answer/')

      const visitor = await comes()
      for (const method of ['GET', 'HEAD', 'GET']) await visitor.request.fetch(link, { method })
      await visitor.goto(`${city}/reports/${number}`)
      await visitor.getByText(uk('status.accepted')).first().waitFor()

      const reader = await comes()
      await reader.goto(link)
      await reader.getByText(uk('appeal.staff'), { exact: true }).waitFor()
      const copy = await reader.getByRole('link', { name: uk('appeal.open') }).getAttribute('href')
      const message = textOfPdf(await (await reader.request.get(copy ?? '')).body())
      for (const part of Object.values(who)) expect(message).toContain(part)
      await expectToldToNobodyElse(visitor, number)
      const late = await comes()
      await late.goto(link)
      const written = await unfold(late, 'decline')
      await written.getByLabel(uk('acting.reason')).selectOption({ label: uk('decline.not_ours') })
      await written.getByLabel(uk('acting.note.decline')).fill('Це дріт інтернет-провайдера.')

      await act(reader, 'start')
      await reader.getByText(/^Записано/).waitFor()
      await letterTo(house, author.address, `№ ${number}: узято в роботу`)

      await press(written, 'decline')
      await late.getByText(uk('acting.changed_meanwhile_written')).first().waitFor()
      const kept = openForm(late)
      expect(await kept.getByLabel(uk('acting.note.decline')).inputValue()).toBe('Це дріт інтернет-провайдера.')
      expect(await kept.getByLabel(uk('acting.reason')).inputValue()).toBe('not_ours')

      await act(reader, 'resolve', async (form) => {
        await form.getByLabel(uk('acting.note.resolve')).fill('Дріт підтягнуто.')
        await attach(reader, await aPhoto())
      })
      await letterTo(house, author.address, `№ ${number}: вирішено`)
      await visitor.reload()
      await visitor.getByText('Дріт підтягнуто.').first().waitFor()
      await expectPhotos(visitor, 1)
      await expectToldToNobodyElse(visitor, number)
    },
  )
}

/** Fields that only a formal appeal has, by their labels. */
const who = { surname: 'Заявниченко', name: 'Уляна', patronymic: 'Іванівна', residence: 'вул. Мешканців, 7, кв. 8' }

/** The author fills the form in, forgets who they are at first, and reads of it on the report's page. */
async function appeals(resident: Page): Promise<number> {
  await beginReport(resident)
  await chooseProblem(resident, { group: 'Освітлення й електрика', kind: 'Провислий дріт' })
  await sayWhere(resident, 'вул. Мала Бердичівська, 3')
  await describe(resident, 'Дріт провис над тротуаром.')
  const surname = resident.getByLabel(uk('appeal.surname'), { exact: true })
  expect(await surname.isVisible()).toBe(false)
  await resident.getByLabel(uk('appeal.choose')).check()
  for (const part of ['surname', 'name', 'patronymic'] as const)
    await resident.getByLabel(uk(`appeal.${part}`), { exact: true }).fill(who[part])
  await send(resident)
  await resident.locator('#appeal_residence[aria-invalid]').waitFor()
  expect(await surname.inputValue()).toBe(who.surname)
  await resident.getByLabel(uk('appeal.residence'), { exact: true }).fill(who.residence)
  await send(resident)
  const number = await numberOf(resident)
  await resident.getByText(uk('appeal.yours'), { exact: true }).click()
  await resident.getByText(who.residence).waitFor()
  return number
}

/** Neither the page nor the message, the tables, the map or the feed say who appealed, or that anybody did. */
async function expectToldToNobodyElse(visitor: Page, number: number): Promise<void> {
  const get = async (path: string) => (await visitor.request.get(`${city}/${path}`)).body()
  const texts = [textOfPdf(await get(`reports/${number}.pdf`))]
  for (const path of [`reports/${number}`, 'reports.csv', 'reports.geojson', `reports/${number}.atom`])
    texts.push((await get(path)).toString('utf8'))
  expect(texts.every((text) => text.includes('Дріт провис'))).toBe(true)
  for (const part of [who.surname, who.patronymic, who.residence])
    for (const text of texts) expect(text).not.toContain(part)
}
