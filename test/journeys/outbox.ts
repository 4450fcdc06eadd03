import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Link, openLink } from '../link.ts'
import { arrived, kept, sha256 } from './arrived.ts'
import { isReady, personal } from './device.ts'
import { aPhoto, aVideo, type PickedFile } from './photos.ts'
import { acted, aReport, session, shownTo } from './requests.ts'
import { chooseProblem, describe, pick, pothole, sayWhere, send } from './resident.ts'
import { aResident, comesSignedIn, neighbour, staff, staffComes } from './signing-in.ts'
import { openAtDesk, openForm, press, unfold } from './staff.ts'
import { type Journey, journey, openPhone, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

export const withWorker = { serviceWorkers: 'allow' } as const
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
      await page.goto(form)
      await send(page)
      await page.getByText('спершу заповніть: Що сталося? Де? Опишіть').waitFor()
      const words = await written(page)
      await page.getByText(uk('outbox.kept')).waitFor()
      expect(await page.locator('[data-send]').textContent()).toBe(uk('outbox.waits'))
      await page.getByRole('link', { name: uk('outbox.where') }).click()
      await page.getByText(words).waitFor()
      await page.goBack()
      await expect.poll(() => page.locator('#address').inputValue()).toBe('вул. Київська, 12')
      await page.close()

      const later = await context.newPage()
      await later.goto(`${city}/help`)
      await later.getByRole('link', { name: 'Чекає надсилання: 1' }).click()
      await later.getByText(words).waitFor()
      expect(await standing(later)).toBe('чекає з’єднання')
      await later.getByText(/^Написано .+, вул\. Київська, 12$/).waitFor()

      await context.setOffline(false)
      await expect.poll(() => standing(later), { timeout: 30_000 }).toMatch(/^надіслано № \d+$/)
      expect(await later.getByText(uk('me.empty')).isVisible()).toBe(false)
      await later.getByRole('link', { name: uk('outbox.see') }).click()
      await later.getByRole('heading', { level: 1, name: words }).waitFor()
      await later.goto('/me')
      expect(await later.getByRole('heading', { name: words }).count()).toBe(1)
    },
  )

  journey(
    stage,
    'what is deleted from the list of what waits is not sent by the page that it was written on',
    async (all) => {
      const who = aResident()
      const page = await comesSignedIn(all, who, withWorker)
      const context = page.context()
      const list = await context.newPage()
      await page.goto(`${city}/help`)
      await isReady(page)
      await list.goto('/me')
      await context.setOffline(true)
      const words = await written(page)
      await page.getByText(uk('outbox.kept')).waitFor()
      await list.getByText(words).waitFor()
      list.on('dialog', (dialog) => void dialog.accept())
      await list.getByRole('button', { name: uk('outbox.drop') }).click()
      await expect.poll(() => list.locator('[data-outbox] li').count()).toBe(0)
      await context.setOffline(false)
      const button = page.locator('[data-send]')
      await expect.poll(() => button.textContent(), { timeout: 60_000 }).toBe(uk('form.send'))
      await list.reload()
      await list.getByText(uk('me.empty')).waitFor()

      await button.click()
      await page.getByRole('heading', { level: 1, name: words }).waitFor()
    },
  )

  journey(
    stage,
    'two photos and a video written in aeroplane mode arrive whole after the phone was off',
    async (all) => {
      const folder = await mkdtemp(join(tmpdir(), 'open-city-phone-'))
      await using link = await openLink(all.house)
      const options = { ...withWorker, baseURL: link.origin }
      let phone = await openPhone(folder, options)
      const cookies = await session(all, neighbour)
      // A phone that is switched off forgets cookies without an end.
      await phone.addCookies(cookies.map((cookie) => ({ ...cookie, expires: Date.now() / 1000 + 3600 })))
      const page = await phone.newPage()
      await page.goto(`${city}/help`)
      await isReady(page)
      await goes(phone, link, 'offline')
      const video = await aVideo()
      const words = await written(page, [await aPhoto(), await aPhoto(), video])
      await page.getByText(uk('outbox.kept')).waitFor()
      // The photos are ready; what makes a video smaller has not come yet.
      await expect.poll(async () => (await kept(page)).files.filter(({ isReady }) => isReady).length).toBe(2)
      const { entries, files } = await kept(page)
      expect(files.map(({ hash }) => hash)).toContain(sha256(video.buffer))
      expect(entries).toEqual([files[0]?.form])
      await phone.close()

      phone = await openPhone(folder, { ...options, offline: true })
      const later = await phone.newPage()
      await later.goto(`${city}/offline`)
      await later.getByText(words).waitFor()
      expect(await standing(later)).toBe('чекає з’єднання')
      await goes(phone, link, 'online')
      await expect.poll(() => standing(later), { timeout: 60_000 }).toMatch(/^надіслано № \d+$/)
      await expectWhole(all, later, words, files)
      expect((await kept(later)).files).toEqual([])
      await phone.close()
      await rm(folder, { recursive: true })
    },
  )
}

/** What is answered and done without a connection. */
export function actsOffline(stage: () => Stage): void {
  journey(
    stage,
    'an answer and an addition written without a connection are sent in order when there is one',
    async (all) => {
      const who = aResident()
      const number = await aReport(all, who, potholeFields)
      await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
      await acted(all, staff.officer, number, 'ask', { note: 'Яка глибина?' })
      const page = await comesSignedIn(all, who, withWorker)
      const report = `${city}/reports/${number}`
      await page.goto(`${city}/help`)
      await isReady(page)
      await expect.poll(() => personal(page)).toEqual([expect.arrayContaining([report, `${report}/add`])])
      await page.context().setOffline(true)
      await page.goto(report)
      await page.getByLabel(uk('acting.note.answer')).fill('Десять сантиметрів.')
      await pick(page, await aPhoto())
      await page.getByRole('button', { name: uk('act.answer'), exact: true }).click()
      await page.getByText(uk('outbox.kept')).waitFor()

      await page.goto(report)
      await page.getByRole('link', { name: uk('addition.add') }).click()
      await page.getByLabel(uk('acting.note.add')).fill('Стало гірше: вже двадцять.')
      await pick(page, await aPhoto())
      await page.getByRole('button', { name: uk('act.add') }).click()
      await page.getByText(uk('outbox.kept')).waitFor()

      await page.goto('/me')
      const entries = page.locator('[data-outbox] li')
      await expect.poll(() => standings(page)).toEqual(['чекає з’єднання', 'чекає з’єднання'])
      await entries.nth(0).getByText('Десять сантиметрів.').waitFor()
      await entries.nth(1).getByText('Стало гірше: вже двадцять.').waitFor()
      await page.context().setOffline(false)
      await expect.poll(() => standings(page), { timeout: 30_000 }).toEqual(['надіслано', 'надіслано'])
      await entries
        .nth(0)
        .getByRole('link', { name: uk('outbox.see') })
        .click()
      await page.getByText(uk('mine.done.answer')).waitFor()
      const added = page.locator('#additions')
      await added.getByText('Стало гірше: вже двадцять.').waitFor()
      expect(await added.getByRole('img', { name: /^Фото \d / }).count()).toBe(1)
      expect(await page.getByRole('img', { name: /^Фото \d / }).count()).toBe(2)
      const atDesk = await shownTo(all, staff.officer, `${city}/desk/${number}`)
      // What is newer stands first, and above that what no moderator has looked at.
      expect(atDesk.match(/Десять сантиметрів|Стало гірше/g)?.slice(-2)).toEqual(['Стало гірше', 'Десять сантиметрів'])
    },
  )

  journey(
    stage,
    'what an officer did in the street is done later, or comes back with what happened meanwhile',
    async (all) => {
      const [own, changed] = [
        await aReport(all, neighbour, potholeFields),
        await aReport(all, neighbour, potholeFields),
      ]
      for (const number of [own, changed])
        await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
      const page = await staffComes(all, staff.officer, withWorker)
      const other = await page.context().newPage()
      await isReady(page)
      await page.goto(`${city}/desk`)
      const ofDay = `${city}/desk/${own}?folder=new&organization=road-works`
      await expect.poll(() => personal(page), { timeout: 30_000 }).toEqual([expect.arrayContaining([ofDay])])
      await other.goto(`${city}/desk/${changed}`)
      await page.context().setOffline(true)
      await page.goto(`${city}/desk`)
      await page.locator(`li[data-report="${own}"] a`).click()
      await page.getByText(/^Немає з’єднання\. Сторінка від/).waitFor()
      await press(page.locator('#acts'), 'start')
      await page.getByText(uk('outbox.kept')).waitFor()
      const form = page.locator('#acts form', { has: page.getByLabel(uk('acting.note.resolve')) })
      await page
        .locator('#acts summary', { hasText: uk('act.resolve') })
        .first()
        .click()
      await form.getByLabel(uk('acting.note.resolve')).fill('Засипано щебенем.')
      await form.getByLabel(uk('files.add')).setInputFiles(await aPhoto())
      await press(form, 'resolve')
      await form.getByText(uk('outbox.kept')).waitFor()
      const late = await unfold(other, 'resolve')
      await late.getByLabel(uk('acting.note.resolve')).fill('Залито асфальтом.')
      await press(late, 'resolve')
      await late.getByText(uk('outbox.kept')).waitFor()
      await acted(all, staff.moderator, changed, 'note', { note: 'Тут працює інша бригада.' })

      await other.goto(`${city}/offline`)
      await page.close()
      await expect.poll(() => other.locator('[data-outbox] li').count()).toBe(3)
      const names = await other.locator('[data-outbox] li p:nth-child(2)').allTextContents()
      expect(names).toEqual([
        `${uk('act.start')} · № ${own}`,
        `${uk('act.resolve')} · № ${own}: Засипано щебенем.`,
        `${uk('act.resolve')} · № ${changed}: Залито асфальтом.`,
      ])
      await other.context().setOffline(false)
      await other.goto('/me')
      await expect.poll(() => standings(other), { timeout: 30_000 }).toEqual(['надіслано', 'надіслано', 'не прийнято'])
      await other.getByText(uk('acting.changed_meanwhile_written')).waitFor()
      await other.getByRole('button', { name: uk('outbox.open') }).click()
      await other.getByText('Тут працює інша бригада.').first().waitFor()
      expect(await openForm(other).getByLabel(uk('acting.note.resolve')).inputValue()).toBe('Залито асфальтом.')
      await press(openForm(other), 'resolve')
      await other.waitForURL('**done=resolve**')
      await openAtDesk(other, own)
      await other.getByText('Засипано щебенем.').first().waitFor()
      expect(await other.getByRole('img', { name: /^Фото \d / }).count()).toBe(1)
      await other.goto('/me')
      await expect.poll(() => standings(other), { timeout: 30_000 }).toEqual(['надіслано', 'надіслано'])
    },
  )
}

const potholeFields = {
  category: 'pothole',
  'answer.pothole.place': 'carriageway',
  description: 'Яма, у яку провалюється колесо.',
}

/** The worker too, which hears of no emulated connection. */
export async function goes(phone: BrowserContext, link: Link, where: 'online' | 'offline'): Promise<void> {
  if (where === 'offline') link.down()
  else link.up()
  await phone.setOffline(where === 'offline')
}

/** One report, with each of these files as it was kept. */
export async function expectWhole(
  { house }: Journey,
  page: Page,
  words: string,
  files: Awaited<ReturnType<typeof kept>>['files'],
): Promise<void> {
  await page.goto('/me')
  expect(await page.getByRole('heading', { name: words }).count()).toBe(1)
  await page.getByRole('heading', { name: words }).getByRole('link').click()
  await page
    .getByRole('img', { name: /^(?:Фото|Відео) 1 / })
    .first()
    .waitFor()
  const hashes = files.map(({ hash }) => hash).sort()
  expect((await arrived(house, files[0]?.form ?? '')) ?? hashes).toEqual(hashes)
}

/** Fills the form in and sends it: its words. */
export async function written(
  page: Page,
  files: readonly PickedFile[] = [],
  words = `Яма ${crypto.randomUUID().slice(0, 8)} завглибшки з відро`,
): Promise<string> {
  await page.goto(form)
  await chooseProblem(page, pothole)
  await sayWhere(page, 'вул. Київська, 12')
  await describe(page, words)
  for (const file of files) await pick(page, file)
  await expect.poll(() => page.locator('.photo-item').count()).toBe(files.length)
  await send(page)
  return words
}

/** Where each entry of the list stands. */
export function standings(page: Page): Promise<readonly string[]> {
  return page.locator('[data-outbox] li b').allTextContents()
}

/** Where the one entry of the list stands. */
export function standing(page: Page): Promise<string | null> {
  return page.locator('[data-outbox] li b').textContent()
}
