import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { hasFocus, tabTo } from './keyboard.ts'
import { acted, aReport } from './requests.ts'
import { neighbour, staff } from './signing-in.ts'
import { type Journey, journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** Two at one house and one three streets away, in a quarter that no other journey comes to: a count and a pin. */
const places = [
  { category: 'bridge', lng: '28.6300', lat: '50.2870' },
  { category: 'grass', lng: '28.6303', lat: '50.2871' },
  { category: 'bridge', lng: '28.6360', lat: '50.2910' },
]
const quarter = 'lng=28.63&lat=50.287&zoom=13'

/** The map as a page, by keys alone, and what of it there is without a script. */
export function onTheMap(stage: () => Stage): void {
  const name = 'a visitor finds a report on the map by keyboard alone, and comes back to it'
  journey(stage, name, findByKeyboard, 'drawing')

  journey(
    stage,
    'a visitor without a script is led from the map to the list, under the same filter',
    async ({ comes }) => {
      const page = await comes({ javaScriptEnabled: false })
      await page.goto(`${city}/map?status=accepted&zoom=14&lng=28.66&lat=50.25`)
      expect(await page.locator('.map-page-notices').textContent()).toContain(uk('map_page.needs_script'))
      await page
        .locator('.map-page-notices')
        .getByRole('link', { name: uk('map_page.to_list') })
        .click()
      await page.waitForURL('**/reports?status=accepted')
    },
  )
}

async function findByKeyboard(all: Journey): Promise<void> {
  const reports: number[] = []
  for (const [index, place] of places.entries()) {
    const description = `Тут біля зупинки щось не так, номер ${index + 1}.`
    const number = await aReport(all, neighbour, { ...place, description })
    await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
    reports.push(number)
  }
  const page = await all.comes()
  await page.goto(`${city}/map?${quarter}`)
  await page.locator('.map-of-page[data-state="open"]').waitFor({ timeout: 60_000 })

  const summary = page.locator('[data-map-summary]')
  await expect.poll(() => summary.textContent(), { timeout: 30_000 }).toMatch(/: [1-9]/)
  await tabTo(page, summary)
  await page.keyboard.press('Enter')
  const counts = page.locator('.map-counts button')
  await expect.poll(() => counts.count(), { timeout: 30_000 }).toBeGreaterThan(0)
  await tabTo(page, counts.first())
  await page.keyboard.press('Enter')
  await expect.poll(() => zoomOf(page), { timeout: 30_000 }).toBeGreaterThan(13)
  await expect.poll(() => hasFocus(summary), { timeout: 30_000 }).toBe(true)

  const link = page.locator(`[data-map-list] a[data-number="${reports[0]}"]`)
  await tabTo(page, link)
  await page.keyboard.press('Enter')
  const inCard = page.locator(`[data-map-card] a[data-number="${reports[0]}"]`)
  await expect.poll(() => hasFocus(inCard)).toBe(true)
  expect(new URL(page.url()).searchParams.get('report')).toBe(String(reports[0]))
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('[data-map-card]').isHidden()).toBe(true)
  expect(await hasFocus(link)).toBe(true)
  await page.goBack()
  await inCard.waitFor()

  const view = zoomOf(page)
  await page.reload()
  await inCard.waitFor({ timeout: 60_000 })
  expect(zoomOf(page)).toBe(view)

  await page.keyboard.press('Escape')
  await page.getByText(uk('reports.filter')).click()
  await page.getByLabel(uk('reports.organization')).selectOption('road-works')
  await page.getByLabel(uk('reports.words')).fill('номер 2')
  await page.keyboard.press('Enter')
  await summary.click()
  await expect.poll(() => page.locator('[data-map-list] a[data-number]').count()).toBe(1)
  const list = new URL((await page.locator('[data-map-to-list]').getAttribute('href')) ?? '', page.url())
  expect(Object.fromEntries(list.searchParams)).toEqual({ organization: 'road-works', q: 'номер 2' })
}

function zoomOf(page: Page): number {
  return Number(new URL(page.url()).searchParams.get('zoom'))
}
