import type { Pin } from '#src/store/pins.ts'
import { encodeTile, type Feature } from './encode-tile.ts'
import { type Dot, gather } from './gather.ts'
import type { ReportsInTile } from './reports-in-tile.ts'
import { extent, spotWithin, type Tile } from './tile.ts'

/** Two pins nearer than this overlap: 46 pixels of a tile of 512. */
const apart = (46 / 512) * extent

/** From this zoom on reports stand by themselves, unless a tile has more than so many. */
const firstOfPins = 17
const mostPins = 200

/**
 * A tile's two layers: `reports`, a point each with its number, status, category and age; and `clusters`, where
 * reports stand too near each other to be told apart, with how many they are and how many of each status.
 */
export async function drawTile(tile: Tile, reports: ReportsInTile, today: Temporal.Instant): Promise<Uint8Array> {
  const dots = await reports.dots()
  const total = dots.reduce((sum, dot) => sum + dot.reports, 0)
  const features = (pins: readonly Pin[]) => pins.map((pin) => reportFeature(tile, pin, today))
  if (tile.z >= firstOfPins && total <= mostPins) {
    return encodeTile({ reports: total > 0 ? features(await reports.allPins()) : [] })
  }
  const gathered = gather(dots, apart)
  const single = gathered.filter((dot) => dot.reports === 1).map(({ number }) => number)
  return encodeTile({
    reports: single.length > 0 ? features(await reports.pins(single)) : [],
    clusters: gathered.filter((dot) => dot.reports > 1).map(clusterFeature),
  })
}

function reportFeature(
  tile: Tile,
  { number, status, categoryId, submittedAt, location }: Pin,
  today: Temporal.Instant,
): Feature {
  const tags = { number, status, category: categoryId, age: ageOf(submittedAt, today) }
  return { ...spotWithin(tile, location), id: number, tags }
}

function clusterFeature({ x, y, reports, byStatus }: Dot): Feature {
  return { x, y, tags: { count: reports, ...byStatus } }
}

/** How long ago a report came, as a word, so that a tile stays the same until the next day. */
function ageOf(submittedAt: Temporal.Instant, today: Temporal.Instant): 'week' | 'month' | 'year' | 'older' {
  const days = (today.epochMilliseconds - submittedAt.epochMilliseconds) / 86_400_000
  if (days <= 7) return 'week'
  if (days <= 31) return 'month'
  return days <= 366 ? 'year' : 'older'
}
