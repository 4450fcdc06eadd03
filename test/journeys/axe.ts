import axe, { type RunOptions } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

/** Lets axe into every page of this browser, past the page's own policy: once a page, however often it looks. */
export async function axeInto(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axe.source })
}

/** What axe holds against a page: every rule it knows, or these alone. */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options: RunOptions = {
    // Only what is wrong is told, so nothing else is gathered: half of the time otherwise.
    reporter: 'no-passes',
    resultTypes: ['violations'],
    ...(rules && { runOnly: [...rules] }),
  }
  const found = await page.evaluate(async (asked) => (await window.axe.run(document, asked)).violations, options)
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`)
}
