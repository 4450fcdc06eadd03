import type { Locator, Page } from 'playwright-core'
import type { ActKind } from '#src/domain/act.ts'
import { city, uk } from './words.ts'

/** The report in the folder that is open, by the words it begins with. */
export async function openFromFolder(page: Page, folder: string, words: string): Promise<void> {
  await page.getByRole('link', { name: folder }).first().click()
  await page.getByRole('link', { name: words }).first().click()
  await page.getByRole('heading', { level: 1, name: words }).waitFor()
}

/** The report at the desk, whichever folder it stands in. */
export async function openAtDesk(page: Page, number: number): Promise<void> {
  await page.goto(`${city}/desk/${number}`)
}

/** Does an act: by one press, or by the form under its button once that has been filled in. */
export async function act(page: Page, kind: ActKind, fill?: (form: Locator) => Promise<void>): Promise<void> {
  const form = fill ? await unfold(page, kind) : page.locator('#acts')
  await fill?.(form)
  await press(form, kind)
  await page.waitForURL(new RegExp(`[?&]done=${kind}`))
}

/** Unfolds an act and gives its form. */
export async function unfold(page: Page, kind: ActKind): Promise<Locator> {
  await page.locator('#acts summary', { hasText: new RegExp(`^${uk(`act.${kind}`)}$`) }).click()
  return openForm(page)
}

/** The form of the act that is unfolded, or that came back. */
export function openForm(page: Page): Locator {
  return page.locator('#acts details[open] > form')
}

export async function press(form: Locator, kind: ActKind): Promise<void> {
  await form.locator('button:not([tabindex]):visible', { hasText: new RegExp(`^${uk(`act.${kind}`)}$`) }).click()
}
