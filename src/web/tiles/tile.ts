import type { Point } from '#src/domain/report.ts'
import { type CellRange, countedLevels } from '#src/store/report-counts.ts'

/** One square of the web's map: of 2^z by 2^z, column x from the west, row y from the north. */
export type Tile = { readonly z: number; readonly x: number; readonly y: number }

/** As many units as a tile is wide and high. */
export const extent = 4096

export type Spot = { readonly x: number; readonly y: number }

export function isTile({ z, x, y }: Tile): boolean {
  return x < 2 ** z && y < 2 ** z
}

/** The cells that are counted for a tile: 16 along its side, or 8, and 4 on the nearest. */
export function cellsOf(tile: Tile): CellRange {
  const level = countedLevels.findLast((one) => one <= tile.z + 4) ?? countedLevels[0]
  const inside = 4 ** (level - tile.z)
  const first = quadkeyOf(tile) * inside
  return { level, first, end: first + inside }
}

/** Where in the tile a place stands; null when it stands in another one. Each place stands in one tile of a zoom. */
export function spotIn(tile: Tile, place: Point): Spot | null {
  const spot = spotFrom(tile, place)
  return isOn(spot.x) && isOn(spot.y) ? spot : null
}

/** Where in the tile a place stands that is known to be in it: what rounding moved over its edge is put back. */
export function spotWithin(tile: Tile, place: Point): Spot {
  const { x, y } = spotFrom(tile, place)
  const within = (value: number) => Math.min(Math.max(value, 0), extent - 1)
  return { x: within(x), y: within(y) }
}

function spotFrom({ z, x, y }: Tile, { lng, lat }: Point): Spot {
  const across = ((lng + 180) / 360) * 2 ** z - x
  const down = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z - y
  return { x: Math.floor(across * extent), y: Math.floor(down * extent) }
}

function isOn(value: number): boolean {
  return value >= 0 && value < extent
}

/** The tile's number in its level: the bits of row and column by turns. */
function quadkeyOf({ z, x, y }: Tile): number {
  let key = 0
  // Not with shifts: they end at 32 bits, and this goes on to 40.
  for (let bit = z - 1; bit >= 0; bit -= 1) key = key * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1)
  return key
}
