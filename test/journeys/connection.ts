import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { aPhoto } from './photos.ts'
import { attach, attached, chooseProblem, describe, numberOf, pick, pothole, sayWhere, send } from './resident.ts'
import { comesSignedIn, neighbour } from './signing-in.ts'
import { type Journey, journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const formAddress = `${city}/reports/new`

/** What a connection does in the middle of sending. In the end there is one report. */
export function connection(stage: () => Stage): void {
  journey(stage, 'a connection lost after the server has the report leaves one report', async (all) => {
    const { page, words } = await atFilledForm(all)
    let posts = 0
    await page.route('**/reports/new', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      posts += 1
      if (posts > 1) return route.continue()
      await route.fetch({ maxRedirects: 0 })
      await route.abort('connectionreset')
    })
    await send(page)
    await numberOf(page)
    expect(posts).toBe(2)
    await expectOneReport(page, words)
  })

  journey(stage, 'a report sent without a connection goes when there is one', async (all) => {
    const { page, words } = await atFilledForm(all)
    await page.context().setOffline(true)
    await send(page)
    await page.getByText(uk('outbox.kept')).waitFor()
    await page.context().setOffline(false)
    await numberOf(page)
    await expectOneReport(page, words)
  })
}

/** What else breaks in the middle, or is pressed twice. */
export function interruptions(stage: () => Stage): void {
  journey(stage, 'a photo that was cut off on its way is sent again', async (all) => {
    const { page, words } = await atFilledForm(all)
    let tries = 0
    await page.route('**/uploads', async (route) => {
      tries += 1
      await (tries === 1 ? route.abort('connectionreset') : route.continue())
    })
    await pick(page, await aPhoto())
    await send(page)
    await numberOf(page)
    await page.getByRole('img', { name: /^Фото 1 / }).waitFor()
    await expectOneReport(page, words)
  })

  journey(stage, 'a double tap sends one report', async (all) => {
    const { page, words } = await atFilledForm(all)
    await page.locator('#send').dblclick()
    await numberOf(page)
    await expectOneReport(page, words)
  })

  journey(stage, 'a double tap without JavaScript sends one report', async (all) => {
    const { page, words } = await atFilledForm(all, { javaScriptEnabled: false })
    await page.locator('#send').dblclick()
    await numberOf(page)
    await expectOneReport(page, words)
  })

  journey(stage, 'a draft is offered again after a crash, with the photos that had not left yet', async (all) => {
    const { page, words } = await atFilledForm(all)
    await attach(page, await aPhoto())
    await page.context().setOffline(true)
    await pick(page, await aPhoto())
    await page.getByText(uk('files.retrying')).waitFor()
    await page.getByText(/^Збережено на цьому пристрої/).waitFor()

    const context = page.context()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(formAddress)
    await expect.poll(() => attached(again).count(), { timeout: 30_000 }).toBe(2)
    await again.getByRole('button', { name: uk('form.restore_yes') }).click()
    expect(await again.getByLabel(uk('form.words')).inputValue()).toBe(words)
    expect(await again.getByLabel(uk('form.address'), { exact: true }).inputValue()).toBe('вул. Київська, 12')
    expect(await again.locator('input[name="category"]:checked').getAttribute('value')).toBe('pothole')
    await send(again)
    await numberOf(again)
    expect(await again.getByRole('img', { name: /^Фото \d / }).count()).toBe(2)

    await again.goto(formAddress)
    expect(await again.getByRole('button', { name: uk('form.restore_yes') }).isVisible()).toBe(false)
    await expectOneReport(again, words)
  })
}

type Filled = { readonly page: Page; readonly words: string }

async function atFilledForm(all: Journey, options: Parameters<Journey['comes']>[0] = {}): Promise<Filled> {
  const words = `Яма ${crypto.randomUUID().slice(0, 8)} завглибшки з відро`
  const page = await comesSignedIn(all, neighbour, options)
  await page.goto(formAddress)
  await chooseProblem(page, pothole)
  await sayWhere(page, 'вул. Київська, 12')
  await describe(page, words)
  return { page, words }
}

async function expectOneReport(page: Page, words: string): Promise<void> {
  await page.goto('/me')
  expect(await page.getByRole('heading', { name: words }).count()).toBe(1)
}
