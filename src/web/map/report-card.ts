import { type Map as MapLibre, type Offset, Popup } from 'maplibre-gl'
import { pinSize } from './pins.ts'
import type { Say } from './say.ts'
import type { MapSettings, ReportOnMap } from './settings.ts'
import { statusLook } from './status-look.ts'

type Tapped = { readonly at: [number, number]; readonly reports: readonly ReportOnMap[] }

const { height } = pinSize
/** The card leaves the pin free, whichever side of it has room. */
const besidePin: Offset = {
  center: [0, 0],
  top: [0, 4],
  'top-left': [0, 4],
  'top-right': [0, 4],
  bottom: [0, -height],
  'bottom-left': [0, -height],
  'bottom-right': [0, -height],
  left: [pinSize.width / 2, -height / 2],
  right: [-pinSize.width / 2, -height / 2],
}

/** A card over the pin: the status and the way to the report. Takes focus; Escape gives it back to the map. */
export function openCard(map: MapLibre, { at, reports }: Tapped, settings: MapSettings, say: Say): void {
  const content = document.createElement('ul')
  content.className = 'map-card'
  content.append(...reports.map((report) => reportLine(report, settings, say)))
  const popup = new Popup({ maxWidth: '19rem', offset: besidePin })
  popup.setLngLat(at).setDOMContent(content).addTo(map)
  popup.getElement()?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    popup.remove()
    map.getCanvas().focus()
  })
}

/** A report in a card or a list: its status in words, its headline as a link. */
export function reportLine(
  { number, status, headline, language, category, address, when }: ReportOnMap,
  { reportAddress }: MapSettings,
  say: Say,
): HTMLElement {
  const link = document.createElement('a')
  link.href = reportAddress.replace('{number}', String(number))
  link.textContent = headline
  link.lang = language
  link.dataset.number = String(number)
  const pill = document.createElement('span')
  pill.className = `status ${statusLook(status)}`
  pill.textContent = say(`status.${status}`)
  const small = document.createElement('small')
  small.textContent = [say('map.report', { number }), category, address, when].filter(Boolean).join(' · ')
  const line = document.createElement('li')
  line.append(pill, link, small)
  return line
}
