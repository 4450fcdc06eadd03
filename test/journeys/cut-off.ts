import type { Page } from 'playwright-core'

/**
 * What does not fit: a page wider than its window, words past its edge or past a box that hides what leaves it, and words
 * torn between two lines. Addresses of any kind may be torn.
 */
export async function cutOff(page: Page): Promise<readonly string[]> {
  // A phone makes its window as wide as the page: `innerWidth` would say that everything fits.
  return page.evaluate((width) => {
    const room = document.scrollingElement
    const tooWide = room && room.scrollWidth > width ? [`${room.scrollWidth} pixels wide in ${width}`] : []
    return [...tooWide, ...cutWords()]

    function cutWords(): string[] {
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const cut = new Set<string>()
      const range = document.createRange()
      for (let node = words.nextNode(); node; node = words.nextNode()) {
        const holder = node.parentElement
        if (!node.textContent?.trim() || !holder?.checkVisibility({ visibilityProperty: true })) continue
        range.selectNodeContents(node)
        const { left, right } = range.getBoundingClientRect()
        const [from, to] = windowOf(holder)
        // Parts of a pixel are how a browser rounds.
        if (left < from - 1 || right > to + 1) cut.add(`cut off: ${node.textContent.trim().slice(0, 60)}`)
        if (range.getClientRects().length > 1) for (const word of tornIn(node, range)) cut.add(`torn: ${word}`)
      }
      return [...cut]
    }

    function tornIn(node: Node, range: Range): string[] {
      const words = [...(node.textContent ?? '').matchAll(/(?<![^\s«(])[\p{L}’]{3,}(?![^\s».,:;!?)])/gu)]
      return words.flatMap(({ 0: word, index }) => {
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1 ? [word] : []
      })
    }

    /** Between which edges words in this element can be seen, or scrolled to; all of the world for who only hears them. */
    function windowOf(holder: Element): readonly [number, number] {
      let [from, to] = [0, width]
      for (let box: Element | null = holder; box && box !== document.body; box = box.parentElement) {
        const { overflowX, display, clipPath } = getComputedStyle(box)
        if (display === 'inline' || overflowX === 'visible') continue
        const isOnlyHeard = clipPath !== 'none'
        if (isOnlyHeard || overflowX === 'auto' || overflowX === 'scroll') return [-Infinity, Infinity]
        const { left, right } = box.getBoundingClientRect()
        ;[from, to] = [Math.max(from, left), Math.min(to, right)]
      }
      return [from, to]
    }
  }, page.viewportSize()?.width ?? 0)
}
