import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Cookie,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import type { Database } from '../database.ts'
import { importPlaces } from '../programs.ts'
import { type RunningHouse, runHouse } from '../running-house.ts'
import { serverUrl } from '../server.ts'
import { watch } from './watch.ts'

/** A running house, and browsers in which people come to it. */
export type Stage = {
  readonly database: Database
  readonly house: RunningHouse
  readonly browser: Browser
  /** Cookies of staff who have signed in already, by their address: codes are few. */
  readonly sessions: Map<string, Promise<Cookie[]>>
}

/** What one journey has: the stage, and as many people as come. */
export type Journey = Stage & {
  /** Somebody on a phone of their own, at the front page of no city yet. */
  comes(options?: BrowserContextOptions): Promise<Page>
}

/** 360 × 740, light, in Ukrainian: the phone that most people have in hand. */
export const phone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  colorScheme: 'light',
  reducedMotion: 'reduce',
  locale: 'uk-UA',
  timezoneId: 'Europe/Kyiv',
  // What a test does to a connection is done to pages alone; journeys without one say so themselves.
  serviceWorkers: 'block',
} as const satisfies BrowserContextOptions

/** A page is waited for so long on a machine that does much else. */
const patience = 30_000

const withoutChromium = process.env.CHROMIUM ? '' : ', skipped: CHROMIUM names no browser; npm test finds one'

/** A suite of journeys in a house of its own on this database. Where a browser or the database is missing, it is skipped by name. */
export function describeInBrowser(name: string, database: Database, suite: (stage: () => Stage) => void): void {
  const without = database === 'PostgreSQL' && !serverUrl ? ', skipped: TEST_DATABASE_URL names no server' : ''
  const missing = withoutChromium + without
  describe.skipIf(missing)(`${name} (${database}${missing})`, { timeout: 180_000 }, () => {
    let stage: Stage | undefined
    beforeAll(async () => {
      const [house, browser] = await Promise.all([runHouse(database, {}, [], knowPlaces), openBrowser()])
      stage = { database, house, browser, sessions: new Map() }
    }, 180_000)
    afterAll(async () => {
      await stage?.browser.close()
      await stage?.house[Symbol.asyncDispose]()
    }, 60_000)
    suite(() => {
      if (!stage) throw new Error('The house is not open yet')
      return stage
    })
  })
}

/** A dozen houses of the city in which the journeys go. */
function knowPlaces(env: RunningHouse['env']): Promise<void> {
  return importPlaces(env, 'zhytomyr', 'test/fixtures/places/register.csv')
}

/** One journey: after it no page may have complained, whatever happened on the way. Maps are drawn only where they matter. */
export function journey(
  stage: () => Stage,
  name: string,
  walk: (journey: Journey) => Promise<void>,
  how: 'plain' | 'drawing' = 'plain',
): void {
  it(name, async () => {
    const { house } = stage()
    const browser = how === 'plain' ? stage().browser : await openBrowser(how)
    const pages: Page[] = []
    const complaints: string[] = []
    onTestFailed(async () => {
      for (const [index, page] of pages.entries()) await describePage(page, `${name} ${index + 1}`)
    })
    const comes = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ ...phone, baseURL: house.origin, ...options })
      context.setDefaultTimeout(patience)
      context.on('page', (page) => {
        watch(page, complaints)
        pages.push(page)
      })
      return context.newPage()
    }
    await walk({ ...stage(), comes })
    expect(complaints).toEqual([])
    for (const page of pages) await page.context().close()
    if (how === 'drawing') await browser.close()
  })
}

/** `drawing`: with WebGL, by the processor alone, for who looks at a map. */
export function openBrowser(how: 'plain' | 'drawing' = 'plain'): Promise<Browser> {
  return chromium.launch(howToLaunch(how))
}

/** A phone that is switched off and on again: what it keeps lies in this folder. */
export function openPhone(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...howToLaunch('plain'), ...phone, ...options })
}

function howToLaunch(how: 'plain' | 'drawing'): LaunchOptions {
  const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
  return {
    executablePath: process.env.CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      ...(how === 'plain'
        ? ['--disable-gpu', '--disable-software-rasterizer']
        : ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']),
      '--disable-sync',
      '--disable-dev-shm-usage',
      ...quiet,
    ],
  }
}

async function describePage(page: Page, name: string): Promise<void> {
  if (page.isClosed()) return
  const file = process.env.JOURNEY_PICTURES && `${process.env.JOURNEY_PICTURES}/${name.replace(/\W+/gu, '-')}.png`
  if (file) await page.screenshot({ path: file, fullPage: true }).catch(() => undefined)
  const words = await page.evaluate(() => document.querySelector('main')?.textContent).catch(() => '')
  console.log(`${name} stopped at ${page.url()}\n${words?.replace(/\s+/g, ' ').slice(0, 1500)}`)
}
