import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cachedTexts, isReady, personal } from './device.ts'
import { openVersions, type Versions } from './next-version.ts'
import { aPhoto } from './photos.ts'
import { aReport, session } from './requests.ts'
import { attach, attached, chooseProblem, describe, numberOf, pick, pothole, sayWhere, send } from './resident.ts'
import { aResident, comesSignedIn, neighbour } from './signing-in.ts'
import { type Journey, journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const form = `${city}/reports/new`
const words = 'Яма, у яку провалюється колесо.'

/** What a newer version of the product, a failing disk and another person do to what a device keeps. */
export function versions(stage: () => Stage): void {
  journey(
    stage,
    'a newer version leaves an open form alone, says that it is there, and takes over at a tap',
    async (all) => {
      await using way = await openVersions(all.house.origin)
      const page = await formThrough(way, all)
      const before = await page.locator('script[type="module"]').first().getAttribute('src')
      way.next()
      await comesBackTo(page)
      await page.getByText(uk('offline.new_version')).waitFor()
      await attach(page, await aPhoto())
      expect(await page.getByLabel(uk('form.words')).inputValue()).toBe(words)

      await page.getByRole('button', { name: uk('offline.update') }).click()
      await page
        .locator(`script[src="${before?.replace('/assets/', '/assets/next.')}"]`)
        .first()
        .waitFor({ state: 'attached' })
      await page.getByRole('button', { name: uk('form.restore_yes') }).click()
      expect(await page.getByLabel(uk('form.words')).inputValue()).toBe(words)
      expect(await attached(page).count()).toBe(1)
      await send(page)
      await numberOf(page)
    },
  )

  journey(stage, 'a page whose files have gone from a newer server says so, and loses nothing', async (all) => {
    await using way = await openVersions(all.house.origin)
    const page = await formThrough(way, all, 'block')
    way.next()
    await pick(page, await aPhoto())
    await page.getByText(uk('offline.new_version')).waitFor()
    await page.getByRole('button', { name: uk('offline.update') }).click()
    await expect.poll(() => attached(page).count(), { timeout: 30_000 }).toBe(1)
    await page.getByRole('button', { name: uk('form.restore_yes') }).click()
    await send(page)
    await numberOf(page)
  })

  journey(stage, 'what a failing disk left in the caches is brought anew', async ({ comes }) => {
    const page = await comes({ serviceWorkers: 'allow' })
    await page.goto(form)
    await isReady(page)
    await spoil(page)
    await page.goto(form)
    await page.waitForSelector('[data-photo-field][data-ready]')
    await expect.poll(() => holds(page, 'spoilt'), { timeout: 30_000 }).toBe(false)
    await page.context().setOffline(true)
    await page.goto(form)
    await page.waitForSelector('[data-photo-field][data-ready]')
    expect(await page.locator('[data-kept]').textContent()).toContain('Немає з’єднання.')
  })

  journey(stage, 'who comes after another person on a device finds nothing of theirs', async (all) => {
    const [first, second] = [aResident(), aResident()]
    await aReport(all, first, { category: 'pothole', 'answer.pothole.place': 'carriageway', description: words })
    const page = await comesSignedIn(all, first, { serviceWorkers: 'allow' })
    await page.goto(form)
    await isReady(page)
    await fill(page)
    await attach(page, await aPhoto())
    await expect.poll(() => holds(page, first.address), { timeout: 30_000 }).toBe(true)

    await page.context().addCookies(await session(all, second))
    await page.goto('/me')
    await expect.poll(() => holds(page, first.address), { timeout: 30_000 }).toBe(false)
    expect((await personal(page)).length).toBe(1)
    expect(await holds(page, words)).toBe(false)
    await page.goto(form)
    await page.waitForSelector('[data-photo-field][data-ready]')
    expect(await page.getByRole('button', { name: uk('form.restore_yes') }).isVisible()).toBe(false)
    expect(await page.getByLabel(uk('form.words')).inputValue()).toBe('')
    expect(await attached(page).count()).toBe(0)
    const left = await page.evaluate(() => JSON.stringify(localStorage))
    expect(left).not.toContain('Київська')
  })
}

/** At a form that is filled in, and kept on the device as a draft. */
async function formThrough(
  { origin }: Versions,
  all: Journey,
  serviceWorkers: 'allow' | 'block' = 'allow',
): Promise<Page> {
  const page = await comesSignedIn(all, neighbour, { serviceWorkers, baseURL: origin })
  await page.goto(form)
  if (serviceWorkers === 'allow') await isReady(page)
  await fill(page)
  return page
}

async function fill(page: Page): Promise<void> {
  await chooseProblem(page, pothole)
  await sayWhere(page, 'вул. Київська, 12')
  await describe(page, words)
  await page.getByText(/^Збережено на цьому пристрої/).waitFor()
}

/** Whether the caches of the device hold these words anywhere. */
async function holds(page: Page, words: string): Promise<boolean> {
  return (await cachedTexts(page)).includes(words)
}

/** As a phone tells a page that its owner looks at it again. */
function comesBackTo(page: Page): Promise<void> {
  return page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')))
}

/** Cuts one file short, takes another away, and leaves of a page nothing that can be read. */
function spoil(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const built = await caches.open('built')
    const files = await built.keys()
    const called = (name: string) => files.find(({ url }) => url.includes(name))?.url ?? ''
    const whole = await built.match(called('/report-form.island'))
    await built.put(called('/report-form.island'), new Response('spoilt', { headers: whole?.headers ?? {} }))
    await built.delete(called('/photo-field.island'))
    const ready = await caches.open('ready')
    const [page] = await ready.keys()
    if (page) await ready.put(page, new Response('spoilt', { headers: (await ready.match(page))?.headers ?? {} }))
  })
}
