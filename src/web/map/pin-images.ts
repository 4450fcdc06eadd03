import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl'
import { statuses } from '#src/domain/report.ts'
import { type Palette, readPalette } from './palette.ts'
import { drawPin, pins } from './pins.ts'

/** The name of a report's pin in this theme, for a symbol layer. */
export function pinImage({ theme }: Palette): ExpressionSpecification {
  return ['concat', 'pin ', ['get', 'status'], ` ${theme}`]
}

/** Draws pins when the map first needs them, in the theme it needs them in. */
export function drawPinsOnDemand(map: MapLibre): void {
  map.setMissingStyleImageResolver((name) => {
    const status = statuses.find((one) => name.startsWith(`pin ${one} `))
    if (!status) return
    const scale = Math.max(2, Math.ceil(devicePixelRatio))
    const canvas = drawPin(pins[status], readPalette(map.getContainer()).colours, scale)
    const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
    if (image) map.addImage(name, image, { pixelRatio: scale })
  })
}
