import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from '#src/text/catalogue.ts'
import { isReady } from './journeys/device.ts'
import { openBrowser, phone } from './journeys/stage.ts'
import { openLink } from './link.ts'
import { runToEnd } from './programs.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { serverUrl } from './server.ts'

/** What came to the browser: thousands of bytes, compressed by gzip. */
type Arrived = { readonly type: string; readonly size: number; readonly drawsMaps: boolean }

/** What a page may ask of a phone before a map is opened. */
const most = { script: 50, document: 30 } as const
/** Thousands of bytes that the form may bring over the link, headers and all that is kept for later with them. */
const overTheLink = { first: 120, again: 5 } as const

const missing = process.env.CHROMIUM ? '' : ', skipped: CHROMIUM names no browser; npm test finds one'

describe.skipIf(missing)(`in a city of 400 reports, on a phone${missing}`, () => {
  let house: RunningHouse
  let browser: Browser
  beforeAll(async () => {
    const database = serverUrl ? 'PostgreSQL' : 'PGlite'
    ;[house, browser] = await Promise.all([runHouse(database, {}, [], fillCity), openBrowser('drawing')])
  })
  afterAll(async () => {
    await browser.close()
    await house[Symbol.asyncDispose]()
  })

  it.each([
    ['city', '/zhytomyr', scrollToMap],
    ['list', '/zhytomyr/reports', unfoldMap],
    ['form', '/zhytomyr/reports/new', scrollToMap],
  ])('the %s page is light, and brings no map before that is looked at', async (name, path, look) => {
    const { page, arrived } = await comes()
    await page.goto(path, { waitUntil: 'networkidle' })
    expectLight(name, await Promise.all(arrived))
    expect((await Promise.all(arrived)).some(({ drawsMaps }) => drawsMaps)).toBe(false)

    await look(page)
    await page.locator('.map-frame[data-state="open"]').waitFor()
    expect((await Promise.all(arrived)).some(({ drawsMaps }) => drawsMaps)).toBe(true)
    await page.context().close()
  })

  it('the map page is light without its map', async () => {
    const { page, arrived } = await comes()
    await page.goto('/zhytomyr/map')
    await page.locator('.map-frame[data-state="open"]').waitFor()
    const all = await Promise.all(arrived)
    expectLight(
      'map',
      all.slice(
        0,
        all.findIndex(({ drawsMaps }) => drawsMaps),
      ),
    )
    await page.context().close()
  })

  it('the form is a light visit, with all that is kept for a day without a connection, and a lighter one the next time', async () => {
    await using link = await openLink(house)
    const context = await browser.newContext({ ...phone, baseURL: link.origin, serviceWorkers: 'allow' })
    const visit = async () => {
      const before = link.bytes()
      const page = await context.newPage()
      await page.goto('/zhytomyr/reports/new', { waitUntil: 'networkidle' })
      await isReady(page)
      await page.close()
      return (link.bytes() - before) / 1000
    }
    const [first, again] = [await visit(), await visit()]
    console.log(`The form over the link: ${first.toFixed(1)} KB the first time, ${again.toFixed(1)} KB the next`)
    expect(again).toBeGreaterThan(0)
    expect(again).toBeLessThanOrEqual(overTheLink.again)
    expect(first).toBeGreaterThan(again)
    expect(first).toBeLessThanOrEqual(overTheLink.first)
    await context.close()
  })

  async function comes(): Promise<{ page: Page; arrived: Promise<Arrived>[] }> {
    const context = await browser.newContext({ ...phone, baseURL: house.origin })
    const page = await context.newPage()
    const arrived: Promise<Arrived>[] = []
    page.on('response', (response) => {
      const weigh = async () => {
        const body = await response.body()
        const drawsMaps = body.includes('maplibregl-canvas')
        return { type: response.request().resourceType(), size: gzipSync(body).length / 1000, drawsMaps }
      }
      if (['script', 'document'].includes(response.request().resourceType())) arrived.push(weigh())
    })
    return { page, arrived }
  }
})

function expectLight(name: string, arrived: readonly Arrived[]): void {
  const sizeOf = (type: keyof typeof most) =>
    arrived.filter((one) => one.type === type).reduce((sum, { size }) => sum + size, 0)
  const sizes = { script: sizeOf('script'), document: sizeOf('document') }
  console.log(`${name}: ${sizes.document.toFixed(1)} KB of HTML, ${sizes.script.toFixed(1)} KB of JavaScript, gzip`)
  expect(sizes.script).toBeGreaterThan(0)
  expect(sizes.script).toBeLessThanOrEqual(most.script)
  expect(sizes.document).toBeGreaterThan(0)
  expect(sizes.document).toBeLessThanOrEqual(most.document)
}

async function scrollToMap(page: Page): Promise<void> {
  await page.locator('.map-frame').evaluate((frame) => frame.scrollIntoView({ block: 'center' }))
}

async function unfoldMap(page: Page): Promise<void> {
  await page.locator('summary', { hasText: say('uk')('reports.map') }).click()
}

/** As for figures: the demo's reports, multiplied. */
function fillCity(env: RunningHouse['env']): Promise<void> {
  return runToEnd(['bench/fill-database.ts', '400', env.DATABASE_URL ?? env.DATA_DIR ?? ''], env)
}
