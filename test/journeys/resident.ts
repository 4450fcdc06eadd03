import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PickedFile } from './photos.ts'
import { city, uk } from './words.ts'

/** What somebody saw: the group and the kind of problem as the form calls them, and what the kind asks. */
export type Problem = { readonly group: string; readonly kind: string; readonly answers?: readonly string[] }

/** Roads are mended by a company whose officer has an account. */
export const pothole: Problem = {
  group: 'Дороги і тротуари',
  kind: 'Яма на дорозі',
  answers: ['На проїзній частині'],
}

/** From the front page of the city, by its one big button. */
export async function beginReport(page: Page): Promise<void> {
  await page.goto(city)
  await page
    .getByRole('link', { name: uk('nav.report_problem') })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: uk('form.title') }).waitFor()
}

export async function chooseProblem(page: Page, { group, kind, answers = [] }: Problem): Promise<void> {
  await page.locator('summary', { hasText: group }).click()
  await page.getByRole('radio', { name: kind, exact: true }).check()
  for (const answer of answers) await page.getByRole('radio', { name: answer, exact: true }).check()
}

export async function describe(page: Page, words: string): Promise<void> {
  await page.getByLabel(uk('form.words')).fill(words)
}

export async function sayWhere(page: Page, address: string): Promise<void> {
  await page.getByLabel(uk('form.address'), { exact: true }).fill(address)
}

/** Picks files and waits until each is the form's own. */
export async function attach(page: Page, ...files: readonly PickedFile[]): Promise<void> {
  const before = await attached(page).count()
  for (const file of files) await pick(page, file)
  await expect.poll(() => attached(page).count(), { timeout: 60_000 }).toBe(before + files.length)
}

export async function pick(page: Page, file: PickedFile): Promise<void> {
  await page.getByLabel(uk('files.add')).setInputFiles(file)
}

/** The bytes of each file that leaves the page from now on, as its upload begins. */
export function lengthsSent(page: Page): readonly number[] {
  const lengths: number[] = []
  page.on('request', (request) => {
    const length = request.headers()['upload-length']
    if (length) lengths.push(Number(length))
  })
  return lengths
}

/** The files that a form has for good. */
export function attached(page: Page) {
  return page.locator('li[data-media]')
}

export async function send(page: Page): Promise<void> {
  await page.locator('#send').click()
}

/** The number of the report whose page is open. */
export async function numberOf(page: Page): Promise<number> {
  await page.waitForURL(/\/reports\/\d+/)
  return Number(/\/reports\/(\d+)/.exec(page.url())?.[1])
}
