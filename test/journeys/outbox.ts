import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { isReady } from './device.ts'
import { chooseProblem, describe, pothole, sayWhere, send } from './resident.ts'
import { comesSignedIn, neighbour } from './signing-in.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const withWorker = { serviceWorkers: 'allow' } as const
const form = `${city}/reports/new`

/** What is written without a connection is sent when there is one, whatever becomes of the page. */
export function outbox(stage: () => Stage): void {
  journey(
    stage,
    'a report written without a connection is sent by whatever page is open when there is one',
    async (all) => {
      const page = await comesSignedIn(all, neighbour, withWorker)
      const context = page.context()
      await page.goto(`${city}/help`)
      await isReady(page)
      await context.setOffline(true)
      const words = await written(page)
      await page.getByText(uk('outbox.kept')).waitFor()
      await page.close()

      const later = await context.newPage()
      await later.goto(`${city}/help`)
      await later.getByRole('link', { name: 'Чекає надсилання: 1' }).click()
      await later.getByText(words).waitFor()
      expect(await standing(later)).toBe('чекає з’єднання')
      await later.getByText(/^Написано .+, вул\. Київська, 12$/).waitFor()

      await context.setOffline(false)
      await expect.poll(() => standing(later), { timeout: 30_000 }).toMatch(/^надіслано № \d+$/)
      await later.getByRole('link', { name: uk('outbox.see') }).click()
      await later.getByRole('heading', { level: 1, name: words }).waitFor()
      await later.goto('/me')
      expect(await later.getByRole('heading', { name: words }).count()).toBe(1)
    },
  )
}

/** Fills the form in and sends it: its words. */
async function written(page: Page): Promise<string> {
  const words = `Яма ${crypto.randomUUID().slice(0, 8)} завглибшки з відро`
  await page.goto(form)
  await chooseProblem(page, pothole)
  await sayWhere(page, 'вул. Київська, 12')
  await describe(page, words)
  await send(page)
  return words
}

/** Where the one entry of the list stands. */
function standing(page: Page): Promise<string | null> {
  return page.locator('[data-outbox] li b').textContent()
}
