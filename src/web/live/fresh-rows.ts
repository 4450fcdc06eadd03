import type { LiveSettings } from './settings.ts'

const rowsOf = (page: Document) => page.querySelector<HTMLElement>('[data-live-rows]')

function rowsIn(list: Element): Map<string, HTMLElement> {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-report]')]
  return new Map(rows.map((row) => [row.dataset.report ?? '', row]))
}

/**
 * Brings the rows that are in sight up to date where they stand. New ones wait until they are asked for; what has left
 * a desk's folder stays where it is, and says so.
 */
export function freshenRows(fresh: Document, { isDesk, words }: LiveSettings, button: HTMLButtonElement): void {
  const [list, freshList] = [rowsOf(document), rowsOf(fresh)]
  if (!list || !freshList) return
  const [here, there] = [rowsIn(list), rowsIn(freshList)]
  for (const [number, row] of here) {
    const twin = there.get(number)
    row.classList.toggle('left-folder', isDesk && !twin)
    if (twin) freshenState(row, twin)
    else if (isDesk) sayThatLeft(row, words.left)
  }

  const numbers = [...there.keys()]
  // What follows the last row in sight only moved up from the next page.
  const end =
    isDesk || here.size === 0 ? numbers.length : Math.max(...numbers.map((one, at) => (here.has(one) ? at : 0)))
  const added = numbers.filter((one, at) => at < end && !here.has(one))
  // That a folder is empty is not so beside a button that shows what came.
  list.querySelector('.empty')?.toggleAttribute('hidden', added.length > 0)
  // Beside a report on a narrow screen there is no list to show them in.
  offer(button, list.getClientRects().length > 0 ? added.length : 0, words)
  button.onclick = () => {
    button.hidden = true
    list.replaceChildren(...freshList.childNodes)
    rowsIn(list)
      .get(added[0] ?? '')
      ?.querySelector<HTMLElement>('a')
      ?.focus()
  }
  freshenFolders(fresh)
}

const stateOf = (row: Element) => row.querySelector('.desk-row-state, .status')

function freshenState(row: Element, twin: Element): void {
  const [state, freshState] = [stateOf(row), stateOf(twin)]
  if (state && freshState && state.outerHTML !== freshState.outerHTML) state.replaceWith(freshState.cloneNode(true))
}

function sayThatLeft(row: Element, words: string): void {
  const state = stateOf(row)
  if (!state || state.textContent?.endsWith(words)) return
  const said = document.createElement('b')
  said.textContent = words
  state.append(' ', said)
}

function offer(button: HTMLButtonElement, count: number, { fresh }: LiveSettings['words']): void {
  button.hidden = count === 0
  const form = new Intl.PluralRules(document.documentElement.lang).select(count)
  const said = (fresh[form] ?? fresh.other ?? '').replace(/\d+/, String(count))
  // Said again only when it is another number.
  if (button.textContent !== said) button.textContent = said
}

/** How much waits in each folder of a desk. */
function freshenFolders(fresh: Document): void {
  const links = (page: Document) => [...page.querySelectorAll<HTMLAnchorElement>('.desk-side nav a')]
  const there = new Map(links(fresh).map((link) => [link.getAttribute('href'), link]))
  for (const link of links(document)) {
    const twin = there.get(link.getAttribute('href'))
    if (!twin || twin.innerHTML === link.innerHTML) continue
    link.className = twin.className
    link.replaceChildren(...twin.childNodes)
  }
}
