import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { asIn2020 } from './of-2020.ts'
import { aPhoto } from './photos.ts'
import { acted, aReport } from './requests.ts'
import { attach, chooseProblem, describe, numberOf, pothole, sayWhere, send } from './resident.ts'
import { aResident, comesSignedIn, neighbour, staff, staffComes } from './signing-in.ts'
import { act, openAtDesk } from './staff.ts'
import { type Journey, journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const words = 'Яма посеред смуги, машини її об’їжджають.'

const wordsAlone = { category: 'bridge', description: 'Поруччя на мосту хитаються, дошки прогнили.' }

/** Who says where, each time: codes are few. */
const walker = aResident()

/** How a resident says where it is, and what they learn then: that it is known already. */
export function where(stage: () => Stage): void {
  journey(stage, 'an address typed with a mistake is offered without it, and taken by keys', async (all) => {
    const page = await beginsSignedIn(all)
    await takeOffered(page, 'звягелска 3', 'вулиця Звягельська, 3')
    await page.getByText('Точку поставлено: 50.26500, 28.64000').waitFor()
    await sent(page)
    await page.getByText('вулиця Звягельська, 3').first().waitFor()
  })

  journey(stage, 'Back to a form with a mistake finds the place that was chosen last', async (all) => {
    const page = await beginsSignedIn(all)
    await takeOffered(page, 'звягелска 3', 'вулиця Звягельська, 3')
    await describe(page, 'Яма')
    await send(page)
    await page.getByRole('alert').waitFor()
    await sayWhere(page, '')
    await takeOffered(page, 'домбровсього 5', 'вулиця Домбровського, 5')
    await page.goto(`${city}/help`)
    await page.goBack()
    await expect.poll(() => pointIn(page)).toEqual([28.6612, 50.2702])
    expect(await page.getByLabel(uk('form.address'), { exact: true }).inputValue()).toBe('вулиця Домбровського, 5')
    expect(await page.locator('[data-draft-offer]').isVisible()).toBe(false)
  })

  journey(stage, 'an address typed with a mistake is found without JavaScript', async (all) => {
    const page = await beginsSignedIn(all, { javaScriptEnabled: false })
    await sayWhere(page, 'домбровсього 5')
    await page.getByRole('button', { name: uk('places.find_here') }).click()
    await page.getByRole('button', { name: 'вулиця Домбровського, 5', exact: true }).click()
    expect(await pointIn(page)).toEqual([28.6612, 50.2702])
    await sent(page)
    await page.getByText('вулиця Домбровського, 5').first().waitFor()
  })

  journey(
    stage,
    'a moderator is offered the place that the author wrote, looks for another, which Enter does not accept, and writes it',
    async (all) => {
      const [written, corrected] = ['вулиця Київська, 12', 'Міст біля вулиці Київської']
      const number = await aReport(all, walker, { ...wordsAlone, address: written, lng: '', lat: '' })
      const moderator = await staffComes(all, staff.moderator)
      await openAtDesk(moderator, number)
      await act(moderator, 'approve', async (form) => {
        const search = form.getByLabel(uk('acting.address'))
        const point = form.getByLabel(uk('acting.point'))
        await search.focus()
        await form.getByRole('option', { name: written }).first().click()
        await expect.poll(() => point.inputValue()).toBe('50.257000, 28.662500')
        await search.fill('йцукен')
        await search.press('Enter')
        await form.getByText(uk('places.none_in_form')).waitFor()
        await search.fill(corrected)
        // One press is enough, though the map opens.
        await point.fill('50.2561, 28.6629')
      })
      await moderator.goto(`${city}/reports/${number}`)
      await moderator.getByText(uk('status.accepted')).first().waitFor()
      await moderator.getByText(corrected).first().waitFor()
    },
  )

  journey(stage, 'a tap on the map sets the point of a report with a photo, in a browser of 2020', tapOnMap, 'drawing')

  journey(stage, 'a resident joins the report that is there already, and the form is not lost', async (all) => {
    const number = await aKnownPothole(all, { lng: '28.6401', lat: '50.2702' })
    const page = await beginsSignedIn(all)
    await describe(page, words)
    await takeOffered(page, 'проспект миру 1', 'проспект Миру, 1')
    await page.getByRole('heading', { name: uk('known.title') }).waitFor()
    await join(page, number)
    await page.goto(`${city}/reports/new`)
    expect(await page.getByLabel(uk('form.words')).inputValue()).toBe(words)
  })

  journey(stage, 'a resident joins the report that is there already without JavaScript', async (all) => {
    const number = await aKnownPothole(all, { lng: '28.6690', lat: '50.2660' })
    const page = await beginsSignedIn(all, { javaScriptEnabled: false })
    await describe(page, words)
    await sayWhere(page, '8 березня 12')
    await page.getByRole('button', { name: uk('places.find_here') }).click()
    await page.getByRole('button', { name: 'вулиця 8 Березня, 12', exact: true }).click()
    await send(page)
    await page.getByRole('heading', { name: uk('known.title') }).waitFor()
    await join(page, number)
    await page.goto(`${city}/reports/new`)
    expect(await page.getByLabel(uk('form.words')).inputValue()).toBe(words)
  })
}

async function tapOnMap(all: Journey): Promise<void> {
  const page = await comesSignedIn(all, walker)
  await asIn2020(page.context())
  await fillForm(page)
  await attach(page, await aPhoto())
  const frame = page.locator('.map-of-place')
  await frame.scrollIntoViewIfNeeded()
  await page.locator('.map-of-place[data-state="open"]').waitFor({ timeout: 60_000 })
  await frame.locator('canvas[tabindex]').tap({ position: { x: 150, y: 100 } })
  await page.getByText(/^Точку поставлено: /).waitFor()
  const point = await pointIn(page)
  const number = await sent(page)

  await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
  const published = await page.request.get(`${city}/reports.geojson`)
  const { features } = (await published.json()) as PublishedReports
  const { geometry } = features.find(({ properties }) => properties.number === number) ?? {}
  expect(geometry?.coordinates).toEqual(point)
}

type PublishedReports = {
  readonly features: readonly {
    readonly properties: { readonly number: number }
    readonly geometry: { readonly coordinates: readonly number[] }
  }[]
}

/** At the form, signed in, with the kind of problem chosen. */
async function beginsSignedIn(all: Journey, options: Parameters<Journey['comes']>[0] = {}): Promise<Page> {
  const page = await comesSignedIn(all, walker, options)
  await fillForm(page)
  return page
}

async function fillForm(page: Page): Promise<void> {
  await page.goto(`${city}/reports/new`)
  await chooseProblem(page, pothole)
}

/** Types as fingers do, and takes the first that is offered. */
async function takeOffered(page: Page, typed: string, offered: string): Promise<void> {
  const field = page.getByRole('combobox', { name: uk('form.address') })
  await field.pressSequentially(typed)
  await page.getByRole('option', { name: offered }).first().waitFor()
  await field.press('ArrowDown')
  await field.press('Enter')
  expect(await field.inputValue()).toBe(offered)
}

async function sent(page: Page): Promise<number> {
  await describe(page, words)
  await send(page)
  return numberOf(page)
}

async function aKnownPothole(all: Journey, place: { readonly lng: string; readonly lat: string }): Promise<number> {
  const description = 'Глибока яма на дорозі біля будинку.'
  const number = await aReport(all, neighbour, {
    category: 'pothole',
    'answer.pothole.place': 'carriageway',
    description,
    ...place,
  })
  await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
  return number
}

async function join(page: Page, number: number): Promise<void> {
  await page.locator(`button[name="joins"][value="${number}"]`).click()
  await page.waitForURL(`**/reports/${number}#support`)
  await page.getByText(uk('support.yours')).waitFor()
  await page.getByText(uk('support.count', { count: 1 })).waitFor()
}

async function pointIn(page: Page): Promise<readonly number[]> {
  const value = (name: string) => page.locator(`input[name="${name}"]`).inputValue()
  return [Number(await value('lng')), Number(await value('lat'))]
}
