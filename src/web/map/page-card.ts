import type { Sheet } from './draw-map.ts'
import { reportLine } from './report-card.ts'
import type { ReportOnMap } from './settings.ts'

export type PageCard = {
  readonly show: (reports: readonly ReportOnMap[]) => void
  readonly hide: () => void
}

/** The card beside the map: one report, or those that share a place. Takes focus, and gives it back when it closes. */
export function pageCard(page: Element, sheet: Sheet, closed: () => void): PageCard {
  const box = page.querySelector<HTMLElement>('[data-map-card]')
  const list = box?.querySelector('ul')
  const button = box?.querySelector('button')
  let before: Element | null = null

  const hide = () => {
    if (!box || box.hidden) return
    const hadFocus = box.contains(document.activeElement)
    box.hidden = true
    if (!hadFocus) return
    const back = before?.isConnected ? before : sheet.ground.querySelector('canvas')
    if (back instanceof HTMLElement) back.focus()
  }
  button?.addEventListener('click', closed)
  box?.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closed()
  })
  return {
    show(reports) {
      if (!box || !list) return
      if (box.hidden) before = document.activeElement
      list.replaceChildren(...reports.map((report) => withPhoto(reportLine(report, sheet.settings, sheet.say), report)))
      box.hidden = false
      list.querySelector('a')?.focus()
    },
    hide,
  }
}

function withPhoto(line: HTMLElement, { photo }: ReportOnMap): HTMLElement {
  if (!photo) return line
  const image = document.createElement('img')
  image.src = photo
  image.alt = ''
  image.width = 320
  image.height = 200
  line.prepend(image)
  return line
}
