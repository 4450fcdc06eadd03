import { Client } from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Locale } from '#src/domain/locale.ts'
import { say } from '#src/text/catalogue.ts'
import { prefixes } from '#src/web/routes.ts'
import { violations } from './axe.ts'
import { cutOff } from './cut-off.ts'
import { fault, type Look, looks, problems } from './page-table.ts'
import { session } from './requests.ts'
import { phone, type Stage } from './stage.ts'
import { aTown, type Town } from './town.ts'
import { watch } from './watch.ts'

/** What is left of a wide window at 400 % (WCAG 1.4.10), and the narrowest phones. */
const narrow = { width: 320, height: 640 }
const wide = { width: 1280, height: 800 }

/** Looks at every page of the route table: light and dark, narrow and wide, in both languages. */
export function pages(stage: () => Stage): void {
  let town: Town
  const complaints: string[] = []
  const opened = new Map<string, Promise<Page>>()
  beforeAll(async () => {
    town = await aTown(stage())
  }, 120_000)
  afterAll(async () => {
    for (const page of await Promise.all(opened.values())) await page.context().close()
  })

  const withPages = Object.entries({ ...looks, problems }).filter(([, some]) => some.length > 0)
  for (const [name, some] of withPages)
    it(`shows no fault of ${name} to axe, and nothing cut off`, async () => {
      const found = await Promise.all([lookAt('uk', some), lookAt('en', some)])
      expect([...found.flat(), ...complaints.splice(0)]).toEqual([])
    })

  it('shows no fault of the page that tells of one', async (test) => {
    const { DATABASE_URL } = stage().house.env
    if (!DATABASE_URL) return test.skip('nobody else can break the embedded database')
    const found = await withoutPlaces(DATABASE_URL, () => Promise.all([lookAt('uk', [fault]), lookAt('en', [fault])]))
    expect([...found.flat(), ...complaints.splice(0)]).toEqual([])
  })

  async function lookAt(locale: Locale, some: readonly Look[]): Promise<readonly string[]> {
    const found: string[] = []
    for (const [index, look] of some.entries()) {
      const page = await pageOf(look, locale)
      await page.setViewportSize(narrow)
      await page.goto(addressOf(look, locale, town))
      await look.first?.(page)
      if (look.says) await page.getByRole('heading', { level: 1, name: say(locale)(look.says) }).waitFor()
      const heard = locale === 'uk' ? await lookWhole(page) : await lookInEnglish(page, index === 0)
      found.push(...heard.map((what) => `${look.name}, ${locale}, ${what}`))
    }
    return found
  }

  /** Each person has one for each language: they need not come anew to every page. */
  function pageOf({ who }: Look, locale: Locale): Promise<Page> {
    const key = `${who?.address} ${locale}`
    const page = opened.get(key) ?? openPage(who, complaints)
    opened.set(key, page)
    return page
  }

  async function openPage(who: Look['who'], complaints: string[]): Promise<Page> {
    const { browser, house } = stage()
    const context = await browser.newContext({ ...phone, baseURL: house.origin })
    if (who) await context.addCookies(await session(stage(), who))
    const page = await context.newPage()
    watch(page, complaints)
    return page
  }
}

async function withoutPlaces<Found>(database: string, look: () => Promise<Found>): Promise<Found> {
  const client = new Client({ connectionString: database })
  await client.connect()
  try {
    await client.query('alter table place rename to place_gone')
    return await look()
  } finally {
    await client.query('alter table place_gone rename to place')
    await client.end()
  }
}

function addressOf({ path }: Look, locale: Locale, town: Town): string {
  const address = typeof path === 'string' ? path : path(town)
  const isSpoken = !address.startsWith('/dev/')
  return isSpoken ? prefixes[locale] + (address === '/' && prefixes[locale] ? '' : address) : address
}

async function lookWhole(page: Page): Promise<readonly string[]> {
  const light = [...(await cutOff(page)), ...(await violations(page))]
  const dark = await inTheDark(page)
  // A line holds some ten letters there: longer words go on in the next one.
  const large = (await inLargeText(page)).filter((what) => !what.startsWith('torn'))
  await page.setViewportSize(wide)
  const whole = await cutOff(page)
  return [...named('narrow, light', light), ...dark, ...named('narrow, text at 200 %', large), ...named('wide', whole)]
}

/** In a browser that is told to write twice as large (WCAG 1.4.4): words that do not fit would be lost. */
async function inLargeText(page: Page): Promise<readonly string[]> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  const found = await cutOff(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  await browser.detach()
  return found
}

/** Words differ in every state of a page; what else axe looks at differs once, and wide it may differ anew. */
async function lookInEnglish(page: Page, whole: boolean): Promise<readonly string[]> {
  const found = named('narrow', await cutOff(page))
  await page.setViewportSize(wide)
  const light = [...(await cutOff(page)), ...(whole ? await violations(page) : [])]
  const large = named('wide, text at 200 %', await inLargeText(page))
  return [...found, ...named('wide, light', light), ...large, ...(whole ? await inTheDark(page) : [])]
}

/** What axe can only find anew when the colours change: the rest of a page is the same, light or dark. */
const ofColour = ['color-contrast', 'link-in-text-block']

async function inTheDark(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await violations(page, ofColour)
  await page.emulateMedia({ colorScheme: 'light' })
  return named('dark', found)
}

function named(look: string, found: readonly string[]): readonly string[] {
  return found.map((what) => `${look}: ${what}`)
}
