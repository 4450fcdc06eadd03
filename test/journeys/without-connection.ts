import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cachedTexts, filesKept, isReady, keepFile, personal } from './device.ts'
import { aPhoto } from './photos.ts'
import { acted, aReport } from './requests.ts'
import { aResident, comesSignedIn, neighbour, staff, staffComes } from './signing-in.ts'
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
    await expect.poll(() => said(page)).toMatch(/^З’єднання знову є\. Ця сторінка ще від \d\d:\d\d\./)
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

/** What is pressed where nobody answers, and the lists of an officer's day. */
export function pressedWithoutConnection(stage: () => Stage): void {
  journey(stage, 'a form that cannot be sent says so and leads back: whoever signs out has not', async (all) => {
    const page = await comesSignedIn(all, aResident(), withWorker)
    await page.goto(city)
    await isReady(page)
    await page.goto('/me')
    await expect.poll(() => personal(page)).toEqual([expect.arrayContaining(['/me'])])
    await page.context().setOffline(true)
    await page.getByLabel(uk('about.first_name')).fill('Марта')
    await page
      .locator('#settings')
      .getByRole('button', { name: uk('me.save') })
      .click()
    await page.getByText(uk('offline.not_sent')).waitFor()
    await page.getByRole('link', { name: uk('offline.back') }).click()
    await page.waitForURL('**/me')
    expect(await page.getByLabel(uk('about.first_name')).inputValue()).toBe('Марта')
    await page.getByRole('button', { name: uk('nav.sign_out'), exact: true }).click()
    await page.getByText(uk('offline.not_left')).waitFor()
    await page.goto(`${city}/reports/new`)
    await page
      .getByRole('link', { name: uk('nav.mine') })
      .first()
      .waitFor()
    expect(await page.getByText(uk('form.sign_in_next')).isVisible()).toBe(false)
    await page.context().setOffline(false)
    await page.goto('/me')
    await page.getByLabel(uk('about.first_name')).waitFor()
  })

  journey(stage, 'a photo that a phone hands over where nobody answers waits for the form', async (all) => {
    const page = await all.comes(withWorker)
    await page.goto(`${city}/help`)
    await isReady(page)
    await page.context().setOffline(true)
    await page.goto(`${city}/offline`)
    await expect.poll(() => page.locator('[data-kept-list] li:visible').count()).toBe(1)
    const { buffer } = await aPhoto({ width: 640, height: 480 })
    await page.evaluate(handsOver, { action: `${city}/reports/new/shared`, photo: [...buffer] })
    await page.waitForURL(`**${city}/reports/new`)
    expect(await said(page)).toContain('Немає з’єднання.')
    await page.locator('[data-photo-field] li canvas').waitFor()
    expect(await page.locator('textarea[name=description]').inputValue()).toBe('Яма на Київській')
    expect(await filesKept(page)).toBe(1)
    await page.context().setOffline(false)
    await page.locator('[data-photo-field] li[data-media]').waitFor()
    await page.goto(`${city}/reports/new`)
    expect(await page.locator('textarea[name=description]').inputValue()).toBe('')
  })

  journey(
    stage,
    'an officer goes from list to list without a connection, and is told which is not here',
    async (all) => {
      const [fresh, begun] = [
        await aReport(all, neighbour, potholeFields),
        await aReport(all, neighbour, potholeFields),
      ]
      for (const number of [fresh, begun])
        await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
      await acted(all, staff.officer, begun, 'start')
      const page = await staffComes(all, staff.officer, withWorker)
      await isReady(page)
      await page.goto(`${city}/desk`)
      const listOf = (name: string) => `${city}/desk?folder=${name}&organization=road-works`
      await expect
        .poll(() => personal(page), { timeout: 30_000 })
        .toEqual([
          expect.arrayContaining([
            listOf('in_progress'),
            `${city}/desk/${begun}?folder=in_progress&organization=road-works`,
          ]),
        ])
      await page.context().setOffline(true)
      await page.goto(listOf('in_progress'))
      expect(await said(page)).toMatch(/^Немає з’єднання\. Сторінка від/)
      await page.locator(`li[data-report="${begun}"] a`).click()
      await page.getByRole('heading', { level: 1, name: words.replace(/\.$/, '') }).waitFor()
      await page.goto(listOf('closed'))
      expect(await said(page)).toMatch(/^Немає з’єднання\. Саме такої сторінки на цьому пристрої немає/)
    },
  )
}

/** Runs in the page: what a phone sends of another app's photo, which no page of ours asks for. */
function handsOver({ action, photo }: { action: string; photo: number[] }): void {
  const chosen = new DataTransfer()
  chosen.items.add(new File([new Uint8Array(photo)], 'IMG_1.jpg', { type: 'image/jpeg' }))
  const form = Object.assign(document.createElement('form'), { action, method: 'post', enctype: 'multipart/form-data' })
  const input = (properties: object) => Object.assign(document.createElement('input'), properties)
  form.append(
    input({ name: 'title', value: 'Яма' }),
    input({ name: 'text', value: 'Яма на Київській' }),
    input({ type: 'file', name: 'files', files: chosen.files }),
  )
  document.body.append(form)
  form.submit()
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
