import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openLink } from '../link.ts'
import { kept } from './arrived.ts'
import { isReady } from './device.ts'
import { goes, standing, standings, withWorker, written } from './outbox.ts'
import { aPhoto } from './photos.ts'
import { session } from './requests.ts'
import { describe, numberOf, send } from './resident.ts'
import { aResident, comesSignedIn, type Member, neighbour, signIn } from './signing-in.ts'
import { type Journey, journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** Words that a device keeps and a server does not take. */
const tooLong = 'Яма. '.repeat(1100)

/** Whose it is that waits on a device, and what becomes of what the server does not take. */
export function whoseOutbox(stage: () => Stage): void {
  journey(stage, 'what waits goes on once its author has signed in again, and never as somebody else', async (all) => {
    const [author, other] = [aResident(), neighbour]
    // Cut for the worker too, and for a page that is being left: either would send as the author, who is signed in yet.
    await using link = await openLink(all.house)
    const page = await comesOffline(all, author, { baseURL: link.origin })
    const connection = (where: 'online' | 'offline') => goes(page.context(), link, where)
    await connection('offline')
    const first = await written(page)
    await page.getByText(uk('outbox.kept')).waitFor()
    await page.goto(`${city}/offline`)
    await page.context().clearCookies({ name: 'session' })
    await connection('online')
    await expect.poll(() => standing(page), { timeout: 30_000 }).toBe('чекає, поки ви увійдете')
    await page
      .locator('#outbox')
      .getByRole('link', { name: uk('outbox.sign_in') })
      .click()
    await page.getByText(/^Увійдіть, щоб надіслати збережене тут: 1\./).waitFor()
    await signIn(page, all.house, author.address)
    await expect.poll(() => standing(page), { timeout: 30_000 }).toMatch(/^надіслано № \d+$/)
    await page.getByRole('heading', { name: uk('outbox.all_sent') }).waitFor()

    await connection('offline')
    const second = await written(page)
    await page.getByText(uk('outbox.kept')).waitFor()
    await page.goto(`${city}/offline`)
    await page.context().addCookies(await session(all, other))
    await connection('online')
    await expect.poll(() => standings(page), { timeout: 30_000 }).toContain('чекає, поки ви увійдете')
    await page.goto('/me')
    await page.getByText('Ненадіслане, яке залишила тут інша людина, видалено: 1.').waitFor()
    expect(await kept(page)).toEqual({ entries: [], files: [] })
    expect(await page.getByRole('heading', { name: second }).count()).toBe(0)
    await page.context().addCookies(await session(all, author))
    await page.goto('/me')
    expect(await page.getByRole('heading', { name: first }).count()).toBe(1)
    expect(await page.getByRole('heading', { name: second }).count()).toBe(0)
  })

  journey(
    stage,
    'what the server does not take comes back with the reason, and leaves the device with its author',
    async (all) => {
      const page = await comesOffline(all, aResident())
      await written(page, [], tooLong)
      await page.getByText(uk('outbox.kept')).waitFor()
      await page.goto('/me')
      await page.context().setOffline(false)
      await expect.poll(() => standing(page), { timeout: 30_000 }).toBe('не прийнято')
      await page.getByText(/щонайбільше 5000\sзнаків/).waitFor()
      const asked = new Promise<string>((resolve) => {
        page.once('dialog', (dialog) => {
          resolve(dialog.message())
          void dialog.dismiss()
        })
      })
      await page.getByRole('button', { name: uk('nav.sign_out'), exact: true }).click()
      expect(await asked).toMatch(/^На цьому пристрої є ненадіслане: 1\./)
      expect((await kept(page)).entries).toHaveLength(1)
      await page.getByRole('button', { name: uk('outbox.open') }).click()
      await page.locator('[data-report-form]').waitFor()
      // Whoever leaves it for later still finds why it was not taken.
      await page.goto('/me')
      await page.getByText(/щонайбільше 5000\sзнаків/).waitFor()
      expect(await standing(page)).toBe('не прийнято')
      await page.getByRole('button', { name: uk('outbox.open') }).click()
      await page
        .locator('[data-report-form]')
        .getByText(/щонайбільше 5000\sзнаків/)
        .first()
        .waitFor()
      await describe(page, 'Яма завглибшки з відро')
      await send(page)
      await numberOf(page)
      expect((await kept(page)).entries).toEqual([])

      await page.goto('/me')
      await page.getByRole('button', { name: uk('nav.sign_out'), exact: true }).click()
      await page.waitForURL('/')
    },
  )

  journey(stage, 'a device that is full says so, and loses nothing while the page is open', async (all) => {
    const page = await comesOffline(all, neighbour)
    const devtools = await page.context().newCDPSession(page)
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin: all.house.origin })
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: all.house.origin, quotaSize: usage + 100_000 })
    const words = await written(page, [await aPhoto()])
    await page.locator('[data-not-kept]', { hasText: uk('files.not_kept') }).waitFor()
    await page.getByText(uk('form.no_connection')).waitFor()
    await page.context().setOffline(false)
    await numberOf(page)
    await page.getByRole('heading', { level: 1, name: words }).waitFor()
    expect(await page.getByRole('img', { name: /^Фото \d / }).count()).toBe(1)
  })
}

/** Somebody whose device has what it needs, and no connection any more. */
async function comesOffline(all: Journey, who: Member, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await comesSignedIn(all, who, { ...withWorker, ...options })
  await page.goto(`${city}/help`)
  await isReady(page)
  await page.goto('/me')
  await page.context().setOffline(true)
  return page
}
