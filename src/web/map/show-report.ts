import { drawMap, type Sheet } from './draw-map.ts'
import { oneReport } from './report-overlay.ts'
import type { MapUse } from './settings.ts'

/** One report's place, near enough to know the street; and what lies around it, paler. */
export async function showReport(sheet: Sheet, use: Extract<MapUse, { kind: 'report' }>): Promise<void> {
  const { point, status, near = [] } = use
  await drawMap(sheet, {
    overlay: (palette) => oneReport(point, status, near, palette),
    start: { center: point, zoom: 15.5 },
    sharesGestures: true,
    canvasLabel: sheet.say('map.canvas'),
  })
}
