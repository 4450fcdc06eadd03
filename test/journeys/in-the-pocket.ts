import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { aReport } from './requests.ts'
import { comesSignedIn, neighbour } from './signing-in.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** What a phone can install, and when it is offered. */
export function inThePocket(stage: () => Stage): void {
  journey(
    stage,
    'the city can be installed, which is offered after a report and not again to who said no',
    async (all) => {
      const page = await all.comes()
      await page.goto(city)
      expect(await page.locator('[rel="apple-touch-startup-image"]').count()).toBe(0)
      const browser = await page.context().newCDPSession(page)
      const { url, errors } = await browser.send('Page.getAppManifest')
      expect([new URL(url).pathname, errors]).toEqual([`${city}/app.webmanifest`, []])
      expect(await canInstall(page)).toBe(false)
      expect(await page.locator('[data-install-offer]').count()).toBe(0)

      const fields = {
        category: 'pothole',
        'answer.pothole.place': 'carriageway',
        description: 'Яма, у яку провалюється колесо.',
      }
      const number = await aReport(all, neighbour, fields)
      const author = await comesSignedIn(all, neighbour)
      await author.goto(`${city}/reports/${number}?sent=1`)
      await author.getByText(uk('install.offer')).waitFor()
      const install = author.getByRole('button', { name: uk('install.do'), exact: true })
      expect(await install.count()).toBe(0)
      expect(await canInstall(author)).toBe(false)
      await install.waitFor()
      await author.getByRole('button', { name: uk('install.not_now'), exact: true }).click()
      await author.reload()
      await author.getByText(uk('mine.waits.submitted')).waitFor()
      await expect.poll(() => author.getByText(uk('install.offer')).count()).toBe(0)
    },
  )

  journey(
    stage,
    'an iPhone is told of its picture to begin with, on whatever page it installs the city from',
    async (all) => {
      const page = await all.comes({ screen: { width: 375, height: 812 }, deviceScaleFactor: 3 })
      await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }))
      await page.goto(`${city}/help`)
      await page.locator('meta[name="apple-mobile-web-app-capable"]').waitFor({ state: 'attached' })
      const picture = await page.locator('link[rel="apple-touch-startup-image"]').getAttribute('href')
      const { width, height } = await sharp(await (await page.request.get(picture ?? '')).body()).metadata()
      expect([width, height]).toEqual([1125, 2436])
    },
  )
}

/** Tells the page what Chromium tells one that can be installed: true when its own bar would come up now. */
function canInstall(page: Page): Promise<boolean> {
  return page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })))
}
