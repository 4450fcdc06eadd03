import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { acted, aReport } from './requests.ts'
import { comesSignedIn, neighbour, staff, staffComes } from './signing-in.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const pothole = { category: 'pothole', 'answer.pothole.place': 'carriageway' }
const wait = 15_000

/** Pages change by themselves when a report does, and take nothing from whoever reads or writes on them. */
export function whileItChanges(stage: () => Stage): void {
  journey(stage, 'a list, a report and a desk change while they are looked at', async (all) => {
    const report = (description: string) => aReport(all, neighbour, { ...pothole, description })
    const accept = (number: number) => acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
    const first = await report('Яма біля старого мосту.')
    await accept(first)

    const list = await all.comes()
    await listening(list, () => list.goto(`${city}/reports`))
    const seen = list.locator(`[data-report="${first}"]`)
    // In another tab of the same browser, which hears it from the first.
    const twin = await list.context().newPage()
    const asked: string[] = []
    twin.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await twin.goto(`${city}/reports`)
    const page = await all.comes()
    await listening(page, () => page.goto(`${city}/reports/${first}`))
    const second = await report('Яма біля нового мосту.')
    const desk = await staffComes(all, staff.otherModerator)
    await listening(desk, () => desk.goto(`${city}/desk?folder=moderation`))
    const queued = desk.locator(`[data-report="${second}"]`)
    await queued.waitFor()

    await acted(all, staff.officer, first, 'start', { note: 'Виїхали.' })
    await page.getByText(uk('live.updated')).waitFor({ timeout: wait })
    await page.locator('.report-state', { hasText: uk('status.in_progress') }).waitFor()
    await seen.getByText(uk('status.in_progress')).waitFor({ timeout: wait })

    await accept(second)
    const button = list.getByRole('button', { name: uk('live.new', { count: 1 }) })
    await button.waitFor({ timeout: wait })
    await twin.getByRole('button', { name: uk('live.new', { count: 1 }) }).waitFor({ timeout: wait })
    expect(asked).not.toContain(`${city}/live`)
    expect(await list.locator(`[data-report="${second}"]`).count()).toBe(0)
    await button.click()
    await list.locator(`[data-report="${second}"]`).waitFor()
    expect(await list.locator(`[data-report="${second}"] a`).evaluate((link) => link === document.activeElement)).toBe(
      true,
    )
    await queued.getByText(uk('live.left')).waitFor({ timeout: wait })
  })

  journey(stage, 'what an author is writing stays while the report changes', async (all) => {
    const number = await aReport(all, neighbour, { ...pothole, description: 'Яма перед під’їздом, глибока.' })
    await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
    await acted(all, staff.officer, number, 'ask', { note: 'Біля котрого під’їзду?' })
    const page = await comesSignedIn(all, neighbour)
    await listening(page, () => page.goto(`${city}/reports/${number}`))
    const answer = page.getByLabel(uk('acting.note.answer'))
    await answer.pressSequentially('Біля другого, де ')
    await acted(all, staff.officer, number, 'resolve', { note: 'Знайшли і засипали.' })

    const changed = page.getByRole('button', { name: uk('live.changed') })
    await changed.waitFor({ timeout: wait })
    await answer.pressSequentially('клумба.')
    await changed.click()
    await page.locator('.report-state', { hasText: uk('status.resolved') }).waitFor()
    await page.getByText('Знайшли і засипали.').first().waitFor()
    expect(await answer.inputValue()).toBe('Біля другого, де клумба.')
    expect(await changed.isVisible()).toBe(false)
  })
}

/** Comes to a page that hears what happens from then on: then the server has begun to tell. */
async function listening(page: Page, comes: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForResponse(/\/live(?:\?|$)/), comes()])
}
