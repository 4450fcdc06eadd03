import type { Map as MapLibre } from 'maplibre-gl'
import type { Sheet } from './draw-map.ts'
import { reportLine } from './report-card.ts'
import type { ReportFeatures } from './report-overlay.ts'

/** More than this nobody reads in a corner of a map. */
const most = 20

/** What stands on the visible part of the map, in words: a count, and behind it a list of links. */
export function listInView(map: MapLibre, { features }: ReportFeatures, { ground, settings, say }: Sheet): void {
  const box = document.createElement('details')
  box.className = 'map-in-view'
  const summary = document.createElement('summary')
  const list = document.createElement('ul')
  const rest = document.createElement('p')
  box.append(summary, list, rest)
  ground.append(box)

  const update = () => {
    const bounds = map.getBounds()
    const inView = features.filter(({ geometry }) => bounds.contains(geometry.coordinates as [number, number]))
    summary.textContent = inView.length > 0 ? say('map.in_view', { count: inView.length }) : say('map.none')
    list.replaceChildren(...inView.slice(0, most).map(({ properties }) => reportLine(properties, settings, say)))
    rest.textContent = inView.length > most ? say('map.in_view_first', { shown: most }) : ''
  }
  map.on('moveend', update)
  update()
  box.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !box.open) return
    box.open = false
    summary.focus()
  })
}
