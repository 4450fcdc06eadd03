import { deviceCard } from './device-card.ts'
import { mapCard } from './map-card.ts'

for (const card of document.querySelectorAll<HTMLElement>('[data-keep-map]')) void mapCard(card)
for (const card of document.querySelectorAll<HTMLElement>('[data-device]')) void deviceCard(card)
