import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { letterTo, linkIn } from './letters.ts'
import { aPhoto } from './photos.ts'
import { acted, aReport } from './requests.ts'
import { attach, attached, chooseProblem, describe, numberOf, pothole, sayWhere, send } from './resident.ts'
import { aResident, comesSignedIn, neighbour, signIn, staff, staffComes } from './signing-in.ts'
import { openAtDesk, openForm, press, unfold } from './staff.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const address = 'вул. Шевченка, 5'
const words = 'Яма біля школи, діти обходять її дорогою.'

/** What was typed and attached stays, whatever goes wrong. */
export function nothingLost(stage: () => Stage): void {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? '' : ' without JavaScript'

    journey(stage, `a mistake in the form loses nothing${how}`, async (all) => {
      const page = await comesSignedIn(all, neighbour, { javaScriptEnabled })
      await page.goto(`${city}/reports/new`)
      await chooseProblem(page, { ...pothole, answers: [] })
      await sayWhere(page, address)
      await describe(page, 'Яма')
      if (javaScriptEnabled) await attach(page, await aPhoto())
      else await page.getByLabel(uk('files.add')).setInputFiles(await aPhoto())
      await send(page)

      const problems = page.getByRole('alert')
      await problems.waitFor()
      expect(await problems.getByRole('link').count()).toBe(2)
      await expectTyped(page, { description: 'Яма' })
      await problems.getByRole('link').first().click()
      await page.getByRole('radio', { name: 'На узбіччі' }).check()
      await describe(page, words)
      await send(page)
      await numberOf(page)
      expect(await page.getByRole('img', { name: /^Фото \d / }).count()).toBe(1)
      await page.getByText('На узбіччі').waitFor()
    })

    journey(stage, `a session that ended loses nothing of the form${how}`, async (all) => {
      const who = aResident()
      const page = await comesSignedIn(all, who, { javaScriptEnabled })
      await page.goto(`${city}/reports/new`)
      await chooseProblem(page, pothole)
      await sayWhere(page, address)
      await describe(page, words)
      if (javaScriptEnabled) await attach(page, await aPhoto())
      else await page.getByLabel(uk('files.add')).setInputFiles(await aPhoto())
      await page.context().clearCookies({ name: 'session' })
      await send(page)
      await page.getByText(uk('sign_in.lead_report')).waitFor()
      await signIn(page, all.house, who.address)
      await numberOf(page)
      await page.getByRole('heading', { level: 1, name: words.replace(/\.$/, '') }).waitFor()
      expect(await page.getByRole('img', { name: /^Фото \d / }).count()).toBe(1)
    })

    journey(stage, `Back from signing in finds the form as it was left${how}`, async ({ comes }) => {
      const page = await comes({ javaScriptEnabled })
      await page.goto(`${city}/reports/new`)
      await chooseProblem(page, pothole)
      await sayWhere(page, address)
      await describe(page, words)
      if (javaScriptEnabled) await attach(page, await aPhoto())
      else await page.getByLabel(uk('files.add')).setInputFiles(await aPhoto())
      await send(page)
      await page.getByText(uk('sign_in.lead_report')).waitFor()
      await page.goBack()
      await page.getByRole('heading', { level: 1, name: uk('form.title') }).waitFor()
      await expectTyped(page, { description: words })
      expect(await page.getByRole('radio', { name: 'На проїзній частині' }).isChecked()).toBe(true)

      await page.goto(`${city}/help`)
      await page.goto(`${city}/reports/new`)
      await expectTyped(page, { description: words })
    })

    journey(stage, `a session that ended loses nothing of what an author answers${how}`, async (all) => {
      const who = aResident()
      const number = await aReport(all, who, potholeFields)
      await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
      await acted(all, staff.officer, number, 'ask', { note: 'Яка глибина?' })
      const page = await comesSignedIn(all, who, { javaScriptEnabled })
      await page.goto(`${city}/reports/${number}`)
      await page.getByLabel(uk('acting.note.answer')).fill('Десять сантиметрів.')
      if (javaScriptEnabled) await attach(page, await aPhoto())
      else
        await page
          .getByLabel(uk('files.add'))
          .first()
          .setInputFiles(await aPhoto())
      await page.context().clearCookies({ name: 'session' })
      await page.getByRole('button', { name: uk('act.answer'), exact: true }).click()
      await page.waitForURL('**/sign-in?**')
      await signIn(page, all.house, who.address)
      await page.getByText(uk('mine.signed_in_again')).waitFor()
      expect(await page.getByLabel(uk('acting.note.answer')).inputValue()).toBe('Десять сантиметрів.')
      expect(await attached(page).count()).toBe(1)
      await page.getByRole('button', { name: uk('act.answer'), exact: true }).click()
      await page.getByText(uk('mine.done.answer')).waitFor()
    })

    journey(stage, `a session that ended loses nothing of what an officer wrote${how}`, async (all) => {
      const number = await aReport(all, neighbour, potholeFields)
      await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
      const page = await staffComes(all, staff.officer, { javaScriptEnabled })
      await page.goto(`${city}/desk/${number}?folder=new`)
      const form = await unfold(page, 'resolve')
      await form.getByLabel(uk('acting.note.resolve')).fill('Засипано щебенем.')
      if (javaScriptEnabled) await attach(page, await aPhoto())
      else await form.getByLabel(uk('files.add')).setInputFiles(await aPhoto())
      await page.context().clearCookies({ name: 'session' })
      await press(form, 'resolve')
      await page.waitForURL('**/sign-in?**')
      await signIn(page, all.house, staff.officer.address)
      await page.getByText(uk('mine.signed_in_again')).waitFor()
      const again = openForm(page)
      expect(await again.getByLabel(uk('acting.note.resolve')).inputValue()).toBe('Засипано щебенем.')
      expect(await attached(page).count()).toBe(1)
      await press(again, 'resolve')
      await page.waitForURL('**done=resolve**')
    })
  }

  journey(stage, 'an act waits for the photo that is still on its way', async (all) => {
    const number = await aReport(all, neighbour, potholeFields)
    await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
    const page = await staffComes(all, staff.officer)
    await openAtDesk(page, number)
    const form = await unfold(page, 'resolve')
    await form.getByLabel(uk('acting.note.resolve')).fill('Яму залито асфальтом.')
    let letThrough: () => void = () => undefined
    const pressed = new Promise<void>((done) => {
      letThrough = done
    })
    await page.route('**/uploads', async (route) => {
      await pressed
      await route.continue()
    })
    await form.getByLabel(uk('files.add')).setInputFiles(await aPhoto())
    await press(form, 'resolve')
    await page.getByText(uk('form.waiting_files')).waitFor()
    letThrough()
    await page.waitForURL('**done=resolve**')
    await openAtDesk(page, number)
    expect(await page.getByRole('img', { name: /^Фото \d / }).count()).toBe(1)
  })

  journey(stage, 'Enter in a field sends the form, and takes no photo away', async (all) => {
    const who = aResident()
    const number = await aReport(all, who, potholeFields)
    await acted(all, staff.moderator, number, 'reject', { reason: 'unclear', note: 'Де це?' })
    const letter = await letterTo(all.house, who.address, `№ ${number}: модератор відхилив`)
    const page = await comesSignedIn(all, who)
    await page.goto(linkIn(letter, '/reports/'))
    await attach(page, await aPhoto())
    await page.getByLabel(uk('acting.note.revise')).fill('Яма')
    await page.getByRole('button', { name: uk('act.revise') }).click()
    await page
      .getByText(uk('refusal.description_short', { least: 10 }))
      .first()
      .waitFor()
    await page.getByLabel(uk('acting.note.revise')).fill(words)
    const field = page.getByLabel(uk('acting.address'), { exact: true })
    await field.fill('вул. Київська, 14')
    await field.press('Enter')
    await page.getByText(uk('mine.done.revise')).waitFor()
    await page.getByText('вул. Київська, 14').waitFor()
    expect(await page.getByRole('img', { name: /^Фото \d / }).count()).toBe(1)
  })
}

const potholeFields = { category: 'pothole', 'answer.pothole.place': 'carriageway', description: words }

async function expectTyped(page: Page, { description }: { readonly description: string }): Promise<void> {
  expect(await page.getByLabel(uk('form.words')).inputValue()).toBe(description)
  expect(await page.getByLabel(uk('form.address'), { exact: true }).inputValue()).toBe(address)
  expect(await page.locator('input[name="category"]:checked').getAttribute('value')).toBe('pothole')
  expect(await attached(page).count()).toBe(1)
}
