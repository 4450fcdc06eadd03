import type { Position } from '#src/domain/places/place.ts'

/** Positions found by OpenStreetMap's ids: sixteen bytes each, where a map of objects would take a hundred. */
export type PositionsById = {
  /** False when the id is not above the one before: only what is in order can be found again. */
  add(id: number, position: Position): boolean
  find(id: number): Position | null
}

/** Degrees are kept to a centimetre, as OpenStreetMap has them. */
const precision = 1e7

export function positionsById(): PositionsById {
  let size = 0
  let ids = new Float64Array(1 << 16)
  let degrees = new Int32Array(1 << 17)
  return {
    add(id, [lng, lat]) {
      if (size > 0 && id <= (ids[size - 1] ?? 0)) return false
      if (size === ids.length) {
        ids = grown(ids, new Float64Array(size * 2))
        degrees = grown(degrees, new Int32Array(size * 4))
      }
      ids[size] = id
      degrees[size * 2] = Math.round(lng * precision)
      degrees[size * 2 + 1] = Math.round(lat * precision)
      size += 1
      return true
    },
    find(id) {
      let [low, high] = [0, size]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((ids[middle] ?? 0) < id) low = middle + 1
        else high = middle
      }
      if (low === size || ids[low] !== id) return null
      return [(degrees[low * 2] ?? 0) / precision, (degrees[low * 2 + 1] ?? 0) / precision]
    },
  }
}

function grown<Numbers extends Float64Array | Int32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from)
  return into
}
