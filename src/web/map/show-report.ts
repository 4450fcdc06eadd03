import { drawMap, type Sheet } from './draw-map.ts'
import { oneReport } from './report-overlay.ts'
import type { MapUse } from './settings.ts'

/** One report's place, near enough to know the street. */
export async function showReport(sheet: Sheet, { point, status }: Extract<MapUse, { kind: 'report' }>): Promise<void> {
  await drawMap(sheet, {
    overlay: (palette) => oneReport(point, status, palette),
    start: { center: point, zoom: 15.5 },
    sharesGestures: true,
    canvasLabel: sheet.say('map.canvas'),
  })
}
