import { keepPlace } from './keep-place.ts'
import { waitForMap } from './wait-for-map.ts'

for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) {
  waitForMap(frame, frame.querySelector('[data-map-acts]') ? keepPlace(frame) : null)
}
