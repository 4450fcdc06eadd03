import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { locate } from './locate.ts'
import type { Say } from './say.ts'

/** Near enough to walk to what is on the map. */
const walkingZoom = 16

/** The button that brings the map to where the person is, and says so when that cannot be known. */
export function nearMe(map: MapLibre, page: Element, say: Say): void {
  const button = page.querySelector<HTMLButtonElement>('[data-map-near]')
  const said = page.querySelector<HTMLElement>('[data-map-near-said]')
  if (!button || !said) return
  let marker: Marker | null = null
  button.hidden = false
  button.addEventListener('click', async () => {
    said.textContent = say('map.near_locating')
    const found = await locate()
    said.textContent = found.ok ? '' : say('map.near_unknown')
    if (!found.ok) return
    const { point } = found.value
    marker ??= new Marker({ element: dot(), anchor: 'center' }).setLngLat(point).addTo(map)
    marker.setLngLat(point)
    map.easeTo({ center: point, zoom: Math.max(map.getZoom(), walkingZoom) })
  })
}

function dot(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'map-me'
  element.ariaHidden = 'true'
  return element
}
