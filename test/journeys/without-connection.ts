import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cachedTexts, filesKept, isReady, keepFile, personal } from './device.ts'
import { aReport } from './requests.ts'
import { aResident, comesSignedIn } from './signing-in.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const withWorker = { serviceWorkers: 'allow' } as const

/** What a device shows when nobody answers. */
export function withoutConnection(stage: () => Stage): void {
  journey(stage, 'pages that were kept open without a connection, and say from when they are', async ({ comes }) => {
    const page = await comes(withWorker)
    await page.goto(`${city}/reports`)
    await isReady(page)
    await page.context().setOffline(true)

    await page.goto(`${city}/reports/new?address=${encodeURIComponent('вул. Київська, 1')}`)
    await page.getByRole('heading', { level: 1, name: uk('form.title') }).waitFor()
    expect(await said(page)).toMatch(/^Немає з’єднання\. Сторінка від \d\d:\d\d\. Спробувати ще раз$/)
    const key = await keyOf(page)
    await page.goto(`${city}/reports/new`)
    expect(await keyOf(page)).not.toBe(key)

    await page.goto(`${city}/reports`)
    await page.getByRole('heading', { level: 1, name: uk('reports.title') }).waitFor()
    await page.goto(`${city}/stats`)
    await page.getByRole('heading', { level: 1, name: uk('offline.title') }).waitFor()
    expect(await said(page)).toContain(uk('offline.not_kept'))
    await page.getByRole('link', { name: /101/ }).first().waitFor()

    await page.context().setOffline(false)
    await page.getByRole('link', { name: uk('offline.again') }).click()
    await page.getByRole('heading', { level: 1, name: uk('figures.title') }).waitFor()
    expect(await page.locator('[data-kept]').count()).toBe(0)
  })

  journey(stage, 'a person’s reports open without a connection, and leave the device with them', async (all) => {
    const who = aResident()
    const number = await aReport(all, who, potholeFields)
    const page = await comesSignedIn(all, who, withWorker)
    await page.goto(`${city}/help`)
    await isReady(page)
    await expect.poll(() => personal(page)).toEqual([expect.arrayContaining(['/me', `${city}/reports/${number}`])])
    await page.goto(`${city}/reports/new`)
    await page.waitForSelector('[data-photo-field][data-ready]')
    await keepFile(page)
    expect(await filesKept(page)).toBe(1)

    await page.context().setOffline(true)
    await page.goto('/me')
    await page.getByRole('link', { name: words.replace(/\.$/, '') }).click()
    await page.getByRole('heading', { level: 1, name: words.replace(/\.$/, '') }).waitFor()
    expect(await said(page)).toContain('Немає з’єднання.')

    await page.context().setOffline(false)
    await page.goto('/me')
    await page.getByRole('button', { name: uk('nav.sign_out'), exact: true }).click()
    await page.waitForURL('/')
    expect(await personal(page)).toEqual([])
    await expect.poll(() => filesKept(page), { timeout: 10_000 }).toBe(0)
    const texts = await cachedTexts(page)
    expect(texts).toContain(uk('offline.title'))
    expect(texts).not.toContain(who.name.first)
    expect(texts).not.toContain(words)
  })
}

const words = 'Яма, у яку провалюється колесо.'

const potholeFields = { category: 'pothole', 'answer.pothole.place': 'carriageway', description: words }

async function said(page: Page): Promise<string> {
  return (await page.locator('[data-kept]').textContent()) ?? ''
}

async function keyOf(page: Page): Promise<string> {
  const key = await page.locator('input[name="key"]').inputValue()
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  return key
}
