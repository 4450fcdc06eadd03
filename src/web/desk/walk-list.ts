/** Alt with the arrows goes along the folder, and the open report's row is where the list begins to be looked at. */
export function walkList(): void {
  document.querySelector('.desk-list [aria-current]')?.scrollIntoView({ block: 'nearest' })
  addEventListener('keydown', (event) => {
    const rel = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && ways[event.key]
    // In a list of choices the same keys open it, and in a text they move.
    if (!rel || (event.target instanceof Element && event.target.matches('select, textarea, input'))) return
    const link = document.querySelector<HTMLAnchorElement>(`.desk-way a[rel="${rel}"]`)
    if (!link) return
    event.preventDefault()
    link.click()
  })
}

const ways: Readonly<Record<string, 'next' | 'prev'>> = { ArrowDown: 'next', ArrowUp: 'prev' }
