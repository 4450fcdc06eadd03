import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has: who has pressed Tab so often has been round. */
const mostStops = 200

/** Presses Tab until this has the focus; on the way the focus can be seen at every stop. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < mostStops; stops++) {
    await page.keyboard.press('Tab')
    await expectFocusSeen(page)
    if (await hasFocus(target)) return
  }
  throw new Error(`Tab never came to ${target}`)
}

export async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && target.evaluate((element) => element === document.activeElement)
}

/** What has the focus says so, and lies under nothing else. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'the end of the page'
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const name = `${element.tagName} ${element.id} ${element.textContent?.trim().slice(0, 40)}`
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${name} does not show its focus`
    if (right <= left || bottom <= top) return `${name} has the focus out of sight`
    const isOnTop = above !== null && (element.contains(above) || above.contains(element))
    return isOnTop ? 'seen' : `${name} has the focus under ${above?.tagName} ${above?.className}`
  })
  expect(['seen', 'the end of the page']).toContain(seen)
}
