import type { Page } from 'playwright-core'
import { send } from './resident.ts'

/* What is done on a page before it is looked at. */

export async function pressFirst(page: Page): Promise<void> {
  await page.locator('main form button[type="submit"]').first().click()
  await page.locator('[aria-invalid]').waitFor()
}

export async function askForCode(page: Page, address = 'looker@ukr.example'): Promise<void> {
  await page.locator('#email').fill(address)
  await page.locator('main form button[type="submit"]').first().click()
  await page.locator('#code').waitFor()
}

export async function askForTooMany(page: Page): Promise<void> {
  await tire(page, '/sign-in', { email: 'hasty@ukr.example' })
  await page.locator('#email').fill('hasty@ukr.example')
  await page.locator('main form button[type="submit"]').first().click()
  await page.locator('[aria-invalid]').waitFor()
}

export async function enterWrongCode(page: Page, address?: string): Promise<void> {
  await askForCode(page, address)
  await page.locator('#code').fill('000000')
  await page.locator('main form button[type="submit"]').first().click()
  await page.locator('#code[aria-invalid]').waitFor()
}

export async function saveNothing(page: Page): Promise<void> {
  await page.locator('#first_name').fill('')
  await page.locator('form:has(#first_name) button[type="submit"]').click()
  await page.locator('#first_name[aria-invalid]').waitFor()
}

export async function eraseUnsure(page: Page): Promise<void> {
  await page.locator('#leaving summary').click()
  await page.locator('#leaving details button').click()
  await page.locator('#sure-problem').waitFor()
}

export async function choose(page: Page): Promise<void> {
  await page.locator('details.group summary').first().click()
  await page.locator('input[name="category"][value="open-manhole"]').check()
  await page.locator('input[name="answer.open-manhole.state"]').first().check()
}

export async function sendMistakes(page: Page): Promise<void> {
  await send(page)
  await page.locator('.problems').waitFor()
}

export async function answerNothing(page: Page): Promise<void> {
  await page.locator('form[action$="/answer"] button:visible').last().click()
  await page.locator('[role="alert"]').first().waitFor()
}

export async function addNothing(page: Page): Promise<void> {
  await page.locator('form[action$="/add"] button:visible').last().click()
  await page.locator('[role="alert"]').first().waitFor()
}

export async function reopenNothing(page: Page): Promise<void> {
  await page.locator('form[action$="/reopen"] button:visible').last().click()
  await page.locator('[role="alert"]').first().waitFor()
}

export async function rejectNothing(page: Page): Promise<void> {
  await unfoldAll(page)
  await page.locator('form[action*="/reject"] button:visible').last().click()
  await page.locator('[role="alert"]').first().waitFor()
}

export async function resolveNothing(page: Page): Promise<void> {
  await unfoldAll(page)
  await page.locator('form[action*="/resolve"] button:visible').last().click()
  await page.locator('[role="alert"]').first().waitFor()
}

/** Every form that a desk folds, one after another: they close each other, so their shared name goes. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.locator('#acts').evaluate((bar) => {
    for (const one of bar.querySelectorAll('details')) {
      one.removeAttribute('name')
      one.open = true
    }
  })
}

/** From a page of no site at all. */
export async function sendFromElsewhere(page: Page): Promise<void> {
  const action = page.url()
  await page.goto('about:blank')
  await page.setContent(`<form method="post" action="${action}"><button>…</button></form>`)
  await page.getByRole('button').click()
}

export async function sendTooMany(page: Page): Promise<void> {
  await tire(page, '/zhytomyr/reports/new', {})
  await send(page)
}

/** Sends a form as a browser would, until it is too often. */
async function tire(page: Page, path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const { origin } = new URL(page.url())
  const post = () => fetch(origin + path, { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) })
  // One more than go to an address: every try counts for the network too, from which codes come to others still.
  const some = Array.from({ length: 6 })
  while ((await Promise.all(some.map(post))).every(({ status }) => status !== 429));
}
