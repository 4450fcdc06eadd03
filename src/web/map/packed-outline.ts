import type { MultiPolygon } from '#src/domain/guide.ts'

/** An outline as pages carry it: of each ring the steps from point to point, east and north, in parts of a degree. */
export type PackedOutline = readonly (readonly (readonly number[])[])[]

/** Of a degree: about a metre. */
const parts = 100_000

/** Small numbers take a third of what degrees take, on each page that has a map. */
export function packed({ coordinates }: MultiPolygon): PackedOutline {
  return coordinates.map((polygon) =>
    polygon.map((ring) => {
      let [x, y] = [0, 0]
      return ring.flatMap(([lng, lat]) => {
        const [east, north] = [Math.round(lng * parts) - x, Math.round(lat * parts) - y]
        x += east
        y += north
        return [east, north]
      })
    }),
  )
}

/** The outline that was packed, as near as its parts go. */
export function unpacked(outline: PackedOutline): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: outline.map((polygon) => polygon.map(ringOf)) }
}

function ringOf(steps: readonly number[]): [number, number][] {
  const ring: [number, number][] = []
  let [x, y] = [0, 0]
  for (let step = 0; step < steps.length; step += 2) {
    x += steps[step] ?? 0
    y += steps[step + 1] ?? 0
    ring.push([x / parts, y / parts])
  }
  return ring
}
