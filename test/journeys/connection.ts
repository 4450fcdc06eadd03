import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { expect } from 'vitest'
import { arrived, kept } from './arrived.ts'
import { aPhoto, aVideo } from './photos.ts'
import {
  attach,
  attached,
  chooseProblem,
  describe,
  lengthsSent,
  numberOf,
  pick,
  pothole,
  sayWhere,
  send,
} from './resident.ts'
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
    const cut = new Set<string>()
    /** The first of its kind gets lost: before the server heard it, or with its answer. */
    const once = async (route: Route, kind: string, isHeard: boolean) => {
      if (cut.has(kind)) return route.continue()
      cut.add(kind)
      if (isHeard) await route.fetch()
      await route.abort('connectionreset')
    }
    await page.route('**/uploads', (route) => once(route, 'beginning', false))
    await page.route('**/uploads/*', (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      return cut.has('piece') ? once(route, 'answer', true) : once(route, 'piece', false)
    })
    await pick(page, await aPhoto())
    await send(page)
    await numberOf(page)
    expect([...cut]).toEqual(['beginning', 'piece', 'answer'])
    await page.getByRole('img', { name: /^Фото 1 / }).waitFor()
    await expectOneReport(page, words)
  })

  journey(stage, 'a video deleted before it is sent is called unreadable, and the others go on', async (all) => {
    const { page, words } = await atFilledForm(all)
    const folder = await mkdtemp(join(tmpdir(), 'picked-'))
    const [first, gone] = [join(folder, 'first.jpg'), join(folder, 'gone.mp4')]
    await writeFile(first, (await aPhoto()).buffer)
    await copyFile('test/fixtures/media/clip.mp4', gone)
    await page.context().setOffline(true)
    await page.getByLabel(uk('files.add')).setInputFiles([first, gone])
    await page.getByText(uk('files.retrying')).waitFor()
    // Ready both, and one behind the other.
    await page.getByText(uk('files.waiting'), { exact: true }).waitFor()
    await rm(gone)
    await page.context().setOffline(false)
    await page.locator('.is-refused', { hasText: uk('files.problem.unreadable') }).waitFor()
    await expect.poll(() => attached(page).count(), { timeout: 30_000 }).toBe(1)
    await send(page)
    await numberOf(page)
    await expectOneReport(page, words)
    await rm(folder, { recursive: true })
  })

  journey(stage, 'a video goes whole where a browser can’t make it smaller', async ({ comes }) => {
    const page = await comes()
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoEncoder'))
    await page.goto(formAddress)
    const video = await aVideo()
    const sent = lengthsSent(page)
    await attach(page, video)
    expect(sent).toEqual([video.buffer.length])
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
    await attach(page, await aPhoto({ width: 320, height: 240 }))
    // A part of the next one arrives: what goes on has to be the same bytes.
    await page.route('**/uploads/*', (route) => route.abort())
    await pick(page, await aPhoto())
    await page.getByText(uk('files.retrying')).waitFor()
    await page.getByText(/^Збережено на цьому пристрої/).waitFor()

    const { files } = await kept(page)
    const context = page.context()
    await page.close()
    const again = await context.newPage()
    const begun: string[] = []
    again.on('request', (request) => request.url().endsWith('/uploads') && begun.push(request.url()))
    await again.goto(formAddress)
    await expect.poll(() => attached(again).count(), { timeout: 30_000 }).toBe(2)
    await again.getByRole('button', { name: uk('form.restore_yes') }).click()
    expect(await again.getByLabel(uk('form.words')).inputValue()).toBe(words)
    expect(await again.getByLabel(uk('form.address'), { exact: true }).inputValue()).toBe('вул. Київська, 12')
    expect(await again.locator('input[name="category"]:checked').getAttribute('value')).toBe('pothole')
    await send(again)
    await numberOf(again)
    expect(await again.getByRole('img', { name: /^Фото \d / }).count()).toBe(2)
    expect(begun).toEqual([])
    const hashes = files.map(({ hash }) => hash).sort()
    expect((await arrived(all.house, files[0]?.form ?? '')) ?? hashes).toEqual(hashes)

    await again.goto(formAddress)
    expect(await again.getByRole('button', { name: uk('form.restore_yes') }).isVisible()).toBe(false)
    await expectOneReport(again, words)
  })

  journey(stage, 'a photo that is taken back before its answer came is not kept', async (all) => {
    const { page } = await atFilledForm(all)
    const [isThere, isGone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route('**/uploads', async (route) => {
      const response = await route.fetch()
      isThere.resolve()
      await isGone.promise
      await route.fulfill({ response })
    })
    await pick(page, await aPhoto({ width: 320, height: 240 }))
    await isThere.promise
    const removed = page.waitForResponse((response) => response.request().method() === 'DELETE')
    await page.getByRole('button', { name: /^Прибрати / }).click()
    isGone.resolve()
    expect((await removed).status()).toBe(204)
    await page.reload()
    expect(await attached(page).count()).toBe(0)
  })

  journey(stage, 'a draft that is deleted takes its photos along, and not those picked since', async (all) => {
    const { page } = await atFilledForm(all)
    await attach(page, await aPhoto({ width: 320, height: 240 }))
    await page.getByText(/^Збережено на цьому пристрої/).waitFor()
    const context = page.context()
    await page.close()
    const again = await context.newPage()
    await again.goto(formAddress)
    await expect.poll(() => attached(again).count()).toBe(1)
    await attach(again, await aPhoto({ width: 300, height: 200 }))
    const removed = again.waitForResponse((response) => response.request().method() === 'DELETE')
    await again.getByRole('button', { name: uk('form.restore_no') }).click()
    expect((await removed).status()).toBe(204)
    expect(await attached(again).count()).toBe(1)
    await again.reload()
    await expect.poll(() => attached(again).count()).toBe(1)
    expect(await again.getByRole('button', { name: uk('form.restore_no') }).isVisible()).toBe(false)
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
