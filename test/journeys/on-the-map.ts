import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { hasFocus, tabTo } from './keyboard.ts'
import { acted, aReport } from './requests.ts'
import { neighbour, staff } from './signing-in.ts'
import { journey, openBrowser, phone, type Stage } from './stage.ts'
import { watch } from './watch.ts'
import { city, uk } from './words.ts'

/** Two at one house and one across the city: a count and a pin. */
const places = [
  { category: 'bridge', lng: '28.6587', lat: '50.2547' },
  { category: 'grass', lng: '28.6590', lat: '50.2548' },
  { category: 'bridge', lng: '28.6900', lat: '50.2380' },
]

/** The map as a page, by keys alone, and what of it there is without a script. */
export function onTheMap(stage: () => Stage): void {
  journey(stage, 'a visitor finds a report on the map by keyboard alone, and comes back to it', async (all) => {
    const reports: number[] = []
    for (const [index, place] of places.entries()) {
      const description = `Тут біля зупинки щось не так, номер ${index + 1}.`
      const number = await aReport(all, neighbour, { ...place, description })
      await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
      reports.push(number)
    }
    await using browser = await openBrowser('drawing')
    const context = await browser.newContext({ ...phone, baseURL: all.house.origin })
    const complaints: string[] = []
    const page = await context.newPage()
    watch(page, complaints)
    await page.goto(`${city}/map`)
    await page.locator('.map-of-page[data-state="open"]').waitFor({ timeout: 60_000 })

    const summary = page.locator('[data-map-summary]')
    await expect.poll(() => summary.textContent(), { timeout: 30_000 }).toMatch(/: [1-9]/)
    await tabTo(page, summary)
    await page.keyboard.press('Enter')
    const counts = page.locator('.map-counts button')
    await expect.poll(() => counts.count(), { timeout: 30_000 }).toBeGreaterThan(0)
    await tabTo(page, counts.first())
    await page.keyboard.press('Enter')
    await expect.poll(() => zoomOf(page), { timeout: 30_000 }).toBeGreaterThan(12)
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
    expect(complaints).toEqual([])
  })

  journey(
    stage,
    'a visitor without a script is led from the map to the list, under the same filter',
    async ({ comes }) => {
      const page = await comes({ javaScriptEnabled: false })
      await page.goto(`${city}/map?status=accepted&zoom=14&lng=28.66&lat=50.25`)
      expect(await page.locator('.map-page-notice').textContent()).toContain(uk('map_page.needs_script'))
      await page
        .locator('.map-page-notice')
        .getByRole('link', { name: uk('map_page.to_list') })
        .click()
      await page.waitForURL('**/reports?status=accepted')
    },
  )
}

function zoomOf(page: Page): number {
  return Number(new URL(page.url()).searchParams.get('zoom'))
}
