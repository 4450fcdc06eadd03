import type { Page } from 'playwright-core'
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
}

/** Tells the page what Chromium tells one that can be installed: true when its own bar would come up now. */
function canInstall(page: Page): Promise<boolean> {
  return page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })))
}
