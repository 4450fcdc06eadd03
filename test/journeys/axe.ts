import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe holds against a page: every rule it knows, or these alone. */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options: RunOptions = {
    // Only what is wrong is told, so nothing else is gathered: half of the time otherwise.
    reporter: 'no-passes',
    resultTypes: ['violations'],
    ...(rules && { runOnly: [...rules] }),
  }
  // Past the page's own policy, and once a page, however often it looks.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
  const found = await page.evaluate(async (asked) => (await window.axe.run(document, asked)).violations, options)
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`)
}
