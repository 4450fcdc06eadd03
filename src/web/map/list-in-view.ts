import type { Map as MapLibre } from 'maplibre-gl'
import type { Sheet } from './draw-map.ts'
import { openCard } from './report-card.ts'
import type { ReportsSource } from './settings.ts'
import { writeInView } from './write-in-view.ts'

/** What stands on the visible part of the map, in words: how many, and behind it the newest as links and the counts as buttons. */
export function listInView(map: MapLibre, from: ReportsSource, sheet: Sheet): void {
  const box = document.createElement('details')
  box.className = 'map-in-view'
  const summary = document.createElement('summary')
  const content = document.createElement('div')
  box.append(summary, content)
  sheet.ground.append(box)

  const update = writeInView(map, sheet, {
    summary,
    content,
    isOpen: () => box.open,
    from: () => from,
    open: (at, reports) => openCard(map, { at, reports }, sheet.settings, sheet.say),
  })
  box.addEventListener('toggle', update)
  box.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !box.open) return
    box.open = false
    summary.focus()
  })
}
