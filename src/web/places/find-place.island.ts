import { findPlace } from './find-place.ts'
import type { FindPlaceSettings } from './find-place-settings.ts'

for (const box of document.querySelectorAll<HTMLElement>('[data-find-place]')) {
  const input = box.querySelector<HTMLInputElement>('input[type="text"]')
  if (input) findPlace(input, JSON.parse(box.dataset.findPlace ?? '') as FindPlaceSettings) // safe: `FindPlace` wrote it
  // The list that unfolds as one types does the same.
  for (const button of box.querySelectorAll<HTMLElement>('[data-without-script]')) button.hidden = true
}
