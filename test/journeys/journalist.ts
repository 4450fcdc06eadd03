import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { acted, aReport } from './requests.ts'
import { neighbour, staff } from './signing-in.ts'
import { type Journey, journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** From a figure to the reports behind it, and to the same figure in a file. */
export function journalist(stage: () => Stage): void {
  journey(stage, 'a journalist finds the reports behind a number, and takes the numbers along', askWhyNot)
}

async function askWhyNot(all: Journey): Promise<void> {
  const pothole = { category: 'pothole', 'answer.pothole.place': 'carriageway' }
  for (const street of ['Лятошинського', 'Перемоги']) {
    const number = await aReport(all, neighbour, { ...pothole, description: `Вибоїна на вулиці ${street}` })
    await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
    await acted(all, staff.officer, number, 'decline', { reason: 'against_rules', note: 'Дорога не на балансі міста.' })
  }

  const page = await all.comes({ javaScriptEnabled: false })
  await page.goto(city)
  await page
    .getByRole('main')
    .getByRole('link', { name: uk('figures.title') })
    .click()
  await page.getByText(uk('figures.narrow')).click()
  await page.getByLabel(uk('reports.organization'), { exact: true }).selectOption('road-works')
  await page.getByRole('button', { name: uk('figures.show') }).click()
  await page.waitForURL('**/stats?*organization=road-works*')

  const reasons = page.locator('section:has(#reasons)')
  const behind = reasons
    .getByRole('row')
    .filter({ hasText: uk('decline.against_rules') })
    .getByRole('link')
  const said = Number(await behind.textContent())
  expect(said).toBeGreaterThanOrEqual(2)
  await behind.click()
  await page.waitForURL('**/reports?*trait=against_rules*')
  expect(await page.locator('article.report').count()).toBe(said)
  expect(await page.getByRole('link', { name: 'Вибоїна на вулиці Перемоги' }).count()).toBe(1)
  await page.goBack()

  expect(await declinedInFile(page)).toBe(String(said))
}

/** As the file says it that the table of months is. */
async function declinedInFile(page: Page): Promise<string | undefined> {
  const link = page.locator('section:has(#months)').getByRole('link', { name: uk('figures.csv') })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toContain('text/csv')
  const rows: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true })
  return rows.at(-1)?.not_resolved_against_rules
}
