import { deviceCard } from './device-card.ts'
import { keptList } from './kept-list.ts'
import { mapCard } from './map-card.ts'

for (const list of document.querySelectorAll<HTMLElement>('[data-kept-list]')) void keptList(list)
for (const card of document.querySelectorAll<HTMLElement>('[data-keep-map]')) void mapCard(card)
for (const card of document.querySelectorAll<HTMLElement>('[data-device]')) void deviceCard(card)
