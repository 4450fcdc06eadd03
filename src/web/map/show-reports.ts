import { addNote, drawMap, type Sheet } from './draw-map.ts'
import { listInView } from './list-in-view.ts'
import { refreshOnNews } from './refresh-on-news.ts'
import { openCard } from './report-card.ts'
import { manyReports } from './report-overlay.ts'
import type { MapUse } from './settings.ts'
import { onTap } from './tap.ts'

/** Reports as pins and counts; a tapped pin opens a card, a tapped count comes nearer. */
export async function showReports(sheet: Sheet, { from, area }: Extract<MapUse, { kind: 'reports' }>): Promise<void> {
  // Whole, because a worker asks for them; not through `URL`, which would escape the braces.
  const tiles = location.origin + from.tiles
  const map = await drawMap(sheet, {
    overlay: (palette) => manyReports(tiles, palette, area ? location.origin + area.border : null),
    start: area ? { bounds: area.bounds } : 'city',
    sharesGestures: true,
    canvasLabel: sheet.say('map.canvas'),
  })
  if (from.most) addNote(sheet.frame).textContent = sheet.say('map.newest_only', { most: from.most })
  listInView(map, from, sheet)
  refreshOnNews(map)
  onTap(map, from.inView, (at, reports) => openCard(map, { at, reports }, sheet.settings, sheet.say))
}
