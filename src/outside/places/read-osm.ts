import { createReadStream } from 'node:fs'
import type { Transform, TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OSMTransform } from 'osm-pbf-parser-node'

import type { Gathering } from '#src/domain/places/gazetteer.ts'
import type { PlaceSource, Position } from '#src/domain/places/place.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { type Tags, toldByOsm } from './found-from-tags.ts'
import { positionsById } from './positions-by-id.ts'
import type { Box } from './read-places.ts'

/** What the library gives, in the order of the file: nodes, then ways, then relations. */
type Item =
  | { readonly type?: undefined }
  | { readonly type: 'node'; readonly id: number; readonly lat: number; readonly lon: number; readonly tags?: Tags }
  | { readonly type: 'way'; readonly id: number; readonly refs: readonly number[]; readonly tags?: Tags }
  | { readonly type: 'relation'; readonly id: number; readonly members: readonly Member[]; readonly tags?: Tags }
type Member = { readonly type: 'node' | 'way' | 'relation'; readonly ref: number; readonly role: string }

/**
 * Reads an OpenStreetMap extract in one pass, keeping of it only what lies in the box: the memory it takes is the
 * city's, not the country's. The problem is a sentence for the operator.
 */
export async function readOsm(file: string, box: Box, into: Gathering): Promise<Result<PlaceSource, string>> {
  const head = await headOf(file)
  if (!isOsmPbf(head)) return refuse(`${file}: is no OpenStreetMap extract in PBF`)

  const take = taking(box, into)
  let unsorted = false
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: 1 << 18 }),
      checked(),
      async (blocks: AsyncIterable<Item[]>) => {
        for await (const block of blocks) {
          for (const item of block) if (!take(item)) unsorted = true
        }
      },
    )
  } catch (fault) {
    return refuse(`${file}: is damaged or cut short: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
  if (unsorted) return refuse(`${file}: is not sorted by type and id; "osmium sort" does it`)
  return ok({ licence: 'openstreetmap' })
}

/** False for an item that should have come earlier. */
function taking({ west, south, east, north }: Box, into: Gathering): (item: Item) => boolean {
  const nodes = positionsById()
  const ways = positionsById()
  const order = { node: 0, way: 1, relation: 2 }
  let reached = 0
  const tell = (tags: Tags | undefined, points: readonly Position[], lines: readonly (readonly Position[])[] = []) => {
    const [at] = points
    if (!tags || !at) return
    const { place, house } = toldByOsm(tags, lines.length > 0 ? 'line' : 'point')
    if (house) into.house({ ...house, at })
    if (place)
      into.place({ ...place, shape: place.kind === 'street' ? { lines, points: [] } : { lines: [], points: [at] } })
  }

  return (item) => {
    if (item.type === undefined) return true
    if (order[item.type] < reached) return false
    reached = order[item.type]
    if (item.type === 'node') {
      const { lon, lat } = item
      if (lon < west || lon > east || lat < south || lat > north) return true
      tell(item.tags, [[lon, lat]])
      return nodes.add(item.id, [lon, lat])
    }
    if (item.type === 'way') {
      const line = item.refs.flatMap((ref) => {
        const found = nodes.find(ref)
        return found ? [found] : []
      })
      if (line.length === 0) return true
      const middle = middleOf(line)
      tell(item.tags, [middle], line.length > 1 ? [line] : [])
      return ways.add(item.id, middle)
    }
    if (item.tags?.type !== 'multipolygon') return true
    const outer = item.members.flatMap(({ type, ref, role }) => {
      const found = type === 'way' && role !== 'inner' ? ways.find(ref) : null
      return found ? [found] : []
    })
    if (outer.length > 0) tell(item.tags, [middleOf(outer)])
    return true
  }
}

function middleOf(line: readonly Position[]): Position {
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2
  return [middle(line.map(([lng]) => lng)), middle(line.map(([, lat]) => lat))]
}

/** The library throws inside the stream what it cannot read; a pipeline hears only of what is handed on. */
function checked(): Transform {
  const reader = new OSMTransform({ withTags: true, withInfo: false })
  const { _transform: transform, _flush: flush } = reader
  return Object.assign(reader, {
    _transform(chunk: unknown, encoding: BufferEncoding, next: TransformCallback) {
      handingOn(next, () => transform.call(reader, chunk, encoding, next))
    },
    _flush(next: TransformCallback) {
      handingOn(next, () => flush.call(reader, next))
    },
  })
}

function handingOn(next: TransformCallback, work: () => void): void {
  try {
    work()
  } catch (fault) {
    next(fault instanceof Error ? fault : new Error(String(fault)))
  }
}

async function headOf(file: string): Promise<Buffer> {
  for await (const chunk of createReadStream(file, { end: 63 })) return chunk as Buffer
  return Buffer.alloc(0)
}

/** The length of a small header, which says that it is one. */
function isOsmPbf(head: Buffer): boolean {
  return head.length > 16 && head.readUInt32BE(0) < 1 << 16 && head.includes('OSMHeader')
}
