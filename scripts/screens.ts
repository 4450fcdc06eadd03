// Takes the pictures that a browser shows where it offers to install a city, of a product that runs:
// npm run screens -- zhytomyr http://localhost:3000
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import sharp from 'sharp'

import { type Locale, locales } from '#src/domain/locale.ts'
import { prefixes } from '#src/web/routes.ts'

const [city = '', origin = 'http://localhost:3000'] = process.argv.slice(2)
if (!/^[a-z][a-z0-9-]*$/.test(city)) {
  console.error('Which city? npm run screens -- zhytomyr http://localhost:3000')
  process.exit(1)
}
const folder = join('cities', city, 'screens')

/** A phone as it is shown in a store, and a window of a laptop; the ratio of both is within what browsers take. */
const looks = {
  report: { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 },
  form: { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 },
  city: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
} as const
type Name = keyof typeof looks

await mkdir(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const locale of locales) {
  const home = `${origin}${prefixes[locale]}/${city}`
  await take('city', locale, home)
  await take('form', locale, `${home}/reports/new`)
  const solved = await solvedAt(home)
  if (solved) await take('report', locale, solved)
  else console.log(`No report of ${city} was solved with a photo yet: no picture of one`)
}
await browser.close()

async function take(name: Name, locale: Locale, address: string): Promise<void> {
  const page = await pageFor(browser, looks[name])
  await page.goto(address, { waitUntil: 'networkidle' })
  const picture = await sharp(await page.screenshot())
    .webp({ quality: 55, effort: 6 })
    .toBuffer()
  await writeFile(join(folder, `${name}-${locale}.webp`), picture)
  console.log(`${name}-${locale}.webp, ${Math.ceil(picture.length / 1000)} KB, of ${address}`)
  await page.context().close()
}

/** The newest report that was solved and has a photo; null where there is none. */
async function solvedAt(home: string): Promise<string | null> {
  const page = await pageFor(browser, looks.city)
  await page.goto(`${home}/reports?status=resolved`)
  const rows = page.locator('main a[href*="/reports/"]')
  const addresses = await rows.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  for (const address of [...new Set(addresses)].filter((one) => /\/reports\/\d+$/.test(one))) {
    await page.goto(address)
    if ((await page.locator('main img[src^="/media/"]').count()) === 0) continue
    await page.context().close()
    return address
  }
  await page.context().close()
  return null
}

function pageFor(browser: Browser, look: (typeof looks)[Name]) {
  return browser.newPage({ ...look, colorScheme: 'light', reducedMotion: 'reduce', serviceWorkers: 'block' })
}
