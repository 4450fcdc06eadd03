import { type Header, PMTiles, type Source, TileType, zxyToTileId } from 'pmtiles'

import { ok, type Result, refuse } from '#src/domain/result.ts'
import { type About, type NumberedTile, type Written, writeTiles } from './write-archive.ts'

/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

export type CutFault =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'no_vector_tiles' }
  /** The layers that the map is drawn from are not among these. */
  | { readonly kind: 'other_layers'; readonly layers: readonly string[] }
  | { readonly kind: 'nothing_here' }

/** Without these there is no map to speak of. */
const layersNeeded = ['earth', 'roads']

/** Copies the tiles that touch a box, at every zoom, into the file of `path`; the rest of what an archive says stays as it was. */
export async function cutBasemap(
  source: Source,
  box: Box,
  path: string,
  copied: (tiles: number) => void,
): Promise<Result<Written & { attribution: string }, CutFault>> {
  const archive = new PMTiles(readInBlocks(source))
  let header: Header
  let metadata: { attribution?: unknown; vector_layers?: readonly { id: string }[] }
  try {
    header = await archive.getHeader()
    metadata = (await archive.getMetadata()) as typeof metadata
  } catch (fault) {
    return refuse({ kind: 'unreadable', reason: fault instanceof Error ? fault.message : String(fault) })
  }
  if (header.tileType !== TileType.Mvt) return refuse({ kind: 'no_vector_tiles' })
  const layers = (metadata.vector_layers ?? []).map(({ id }) => id)
  if (!layersNeeded.every((layer) => layers.includes(layer))) return refuse({ kind: 'other_layers', layers })

  const { minZoom, maxZoom } = header
  const bounds = within(header, box)
  if (bounds.minLon >= bounds.maxLon || bounds.minLat >= bounds.maxLat) return refuse({ kind: 'nothing_here' })
  const about = (): About => ({ minZoom, maxZoom, ...bounds, metadata })
  const written = await writeTiles(path, tilesIn(archive, header, box, copied), about)
  if (written.tiles === 0) return refuse({ kind: 'nothing_here' })
  return ok({ ...written, attribution: typeof metadata.attribution === 'string' ? metadata.attribution : '' })
}

async function* tilesIn(
  archive: PMTiles,
  { minZoom, maxZoom }: Header,
  box: Box,
  copied: (tiles: number) => void,
): AsyncGenerator<NumberedTile> {
  let count = 0
  for (let z = minZoom; z <= maxZoom; z += 1) {
    for (const { tileId, x, y } of touching(z, box)) {
      const tile = await archive.getZxy(z, x, y)
      if (!tile) continue
      yield { tileId, bytes: new Uint8Array(tile.data) }
      count += 1
      copied(count)
    }
  }
}

/** In the order of an archive, which keeps neighbours together. */
function touching(z: number, [west, south, east, north]: Box): { tileId: number; x: number; y: number }[] {
  const last = 2 ** z - 1
  const column = (lng: number) => Math.min(last, Math.max(0, Math.floor(((lng + 180) / 360) * 2 ** z)))
  const row = (lat: number) => {
    const down = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
    return Math.min(last, Math.max(0, Math.floor(down * 2 ** z)))
  }
  const found: { tileId: number; x: number; y: number }[] = []
  for (let x = column(west); x <= column(east); x += 1)
    for (let y = row(north); y <= row(south); y += 1) found.push({ tileId: zxyToTileId(z, x, y), x, y })
  return found.sort((a, b) => a.tileId - b.tileId)
}

function within(header: Header, [west, south, east, north]: Box) {
  return {
    minLon: Math.max(west, header.minLon),
    minLat: Math.max(south, header.minLat),
    maxLon: Math.min(east, header.maxLon),
    maxLat: Math.min(north, header.maxLat),
  }
}

const blockBytes = 1024 * 1024
const mostBlocks = 32

/** The same bytes in fewer questions: tiles beside each other lie beside each other, and a far archive answers slowly. */
function readInBlocks(source: Source): Source {
  const blocks = new Map<number, Promise<ArrayBuffer>>()
  const block = (index: number) => {
    const known = blocks.get(index)
    if (known) return known
    const read = source.getBytes(index * blockBytes, blockBytes).then(({ data }) => data)
    blocks.set(index, read)
    if (blocks.size > mostBlocks) blocks.delete(blocks.keys().next().value ?? index)
    return read
  }
  return {
    getKey: () => source.getKey(),
    async getBytes(offset, length) {
      const first = Math.floor(offset / blockBytes)
      const last = Math.floor((offset + length - 1) / blockBytes)
      const parts: Uint8Array[] = []
      for (let index = first; index <= last; index += 1) parts.push(new Uint8Array(await block(index)))
      const start = offset - first * blockBytes
      const data = new Uint8Array(Buffer.concat(parts).subarray(start, start + length))
      return { data: data.buffer }
    },
  }
}
