import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { say } from '#src/text/catalogue.ts'
import { startProduct } from './measure/product.ts'

// How soon the form of a report can be used on a slow phone that was never here: `npm run bench -- --phone`.
const rounds = 9

/** 400 kbit/s both ways, 400 ms before each answer, a processor four times slower than this one. */
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const slower = 4

const uk = say('uk')

/** Milliseconds from asking for the page. */
type Round = {
  readonly painted: number
  readonly chosen: number
  readonly typed: number
  readonly scripted: number
}

const folder = await mkdtemp(join(tmpdir(), 'open-city-bench-'))
const product = await startProduct(folder, folder)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
await oneRound()
const taken: Round[] = []
for (let round = 0; round < rounds; round++) taken.push(await oneRound())
await browser.close()
await product.stop()
await rm(folder, { recursive: true, force: true })

console.log(`${rounds} rounds, machine at a load of ${loadavg()[0]?.toFixed(1)}; milliseconds, median and worst`)
console.table({
  'the form is painted': summary(taken.map(({ painted }) => painted)),
  'a category is chosen': summary(taken.map(({ chosen }) => chosen)),
  'a first letter is typed': summary(taken.map(({ typed }) => typed)),
  'its scripts have run': summary(taken.map(({ scripted }) => scripted)),
})

/** Somebody who taps and types as soon as there is something to tap and to type in. */
async function oneRound(): Promise<Round> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const phone = await context.newCDPSession(page)
  await phone.send('Network.enable')
  await phone.send('Network.emulateNetworkConditions', line)
  await phone.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(noteFirst)

  await page.goto(`${product.origin}/zhytomyr/reports/new`, { waitUntil: 'commit' })
  await page.locator('details.group summary').first().tap()
  await page.locator('input[name="category"]').first().check()
  await page.getByLabel(uk('form.words')).pressSequentially('я')
  await page.waitForLoadState()
  const found = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
    const { chosen, typed } = window as unknown as Record<'chosen' | 'typed', number>
    return { painted: paint, chosen, typed, scripted: navigation?.domContentLoadedEventEnd ?? Number.NaN }
  })
  await context.close()
  return found
}

function noteFirst(): void {
  const notes = window as unknown as Record<string, number>
  addEventListener('change', () => (notes.chosen ??= performance.now()), true)
  addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) notes.typed ??= performance.now()
  })
}

function summary(milliseconds: readonly number[]): { readonly median: number; readonly worst: number } {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  return { median: Math.round(sorted[sorted.length >> 1] ?? 0), worst: Math.round(sorted.at(-1) ?? 0) }
}
