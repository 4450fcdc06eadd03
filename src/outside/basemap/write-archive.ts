import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Compression, type Entry, type Header, TileType } from 'pmtiles'

const compressed = promisify(gzip)

/** Tiles as they go into an archive, by the growing number that PMTiles gives each. */
export type NumberedTile = { readonly tileId: number; readonly bytes: Uint8Array }

export type About = Pick<Header, 'minZoom' | 'maxZoom' | 'minLon' | 'minLat' | 'maxLon' | 'maxLat'> & {
  readonly metadata: unknown
}

/** What stands before the tiles of an archive, and how many there are. */
export type Written = { readonly head: Uint8Array; readonly tiles: number; readonly bytes: number }

/**
 * Writes vector tiles for an archive of PMTiles version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md):
 * their bytes, gzipped, into the file of `path`, each content once, and what has to stand before them to be read as `head`.
 */
export async function writeTiles(
  path: string,
  tiles: AsyncIterable<NumberedTile>,
  about: () => About,
): Promise<Written> {
  const file = await open(path, 'w')
  try {
    const written = await writeEach(file, tiles)
    return { head: await headOf(written, about()), tiles: written.addressed, bytes: written.length }
  } finally {
    await file.close()
  }
}

type Contents = {
  readonly entries: Entry[]
  readonly contents: number
  readonly addressed: number
  readonly length: number
}

async function writeEach(file: FileHandle, tiles: AsyncIterable<NumberedTile>): Promise<Contents> {
  const known = new Map<string, Pick<Entry, 'offset' | 'length'>>()
  const entries: Entry[] = []
  let length = 0
  let addressed = 0
  for await (const { tileId, bytes } of tiles) {
    addressed += 1
    const hash = createHash('sha256').update(bytes).digest('base64')
    let place = known.get(hash)
    if (!place) {
      const packed = await compressed(bytes, { level: 9 })
      await file.write(packed)
      place = { offset: length, length: packed.length }
      known.set(hash, place)
      length += packed.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength += 1
    else entries.push({ tileId, ...place, runLength: 1 })
  }
  return { entries, contents: known.size, addressed, length }
}

const headerLength = 127
/** Header and root directory lie in the first 16 KB, which a reader asks for first. */
const mostOfRoot = 16_384 - headerLength
const entriesOfLeaf = 4096

async function headOf({ entries, contents, addressed, length }: Contents, about: About): Promise<Uint8Array> {
  const { root, leaves } = await directoriesOf(entries)
  const metadata = await compressed(JSON.stringify(about.metadata))
  const header = new DataView(new ArrayBuffer(headerLength))
  new Uint8Array(header.buffer).set(new TextEncoder().encode('PMTiles'))
  header.setUint8(7, 3)

  let offset = headerLength
  const sections = [root.length, metadata.length, leaves.length, length]
  for (const [index, bytes] of sections.entries()) {
    header.setBigUint64(8 + index * 16, BigInt(offset), true)
    header.setBigUint64(16 + index * 16, BigInt(bytes), true)
    offset += bytes
  }
  for (const [index, count] of [addressed, entries.length, contents].entries())
    header.setBigUint64(72 + index * 8, BigInt(count), true)
  for (const [index, byte] of [
    1,
    Compression.Gzip,
    Compression.Gzip,
    TileType.Mvt,
    about.minZoom,
    about.maxZoom,
  ].entries())
    header.setUint8(96 + index, byte)
  const { minLon, minLat, maxLon, maxLat } = about
  for (const [index, degrees] of [minLon, minLat, maxLon, maxLat].entries())
    header.setInt32(102 + index * 4, Math.round(degrees * 1e7), true)
  header.setUint8(118, about.minZoom)
  header.setInt32(119, Math.round(((minLon + maxLon) / 2) * 1e7), true)
  header.setInt32(123, Math.round(((minLat + maxLat) / 2) * 1e7), true)
  return Buffer.concat([new Uint8Array(header.buffer), root, metadata, leaves])
}

/** One directory when it is small, else a root of leaves. */
async function directoriesOf(entries: readonly Entry[]): Promise<{ root: Uint8Array; leaves: Uint8Array }> {
  const whole = await compressed(directory(entries))
  if (whole.length <= mostOfRoot) return { root: whole, leaves: new Uint8Array() }

  const leaves: Uint8Array[] = []
  const roots: Entry[] = []
  let offset = 0
  for (let first = 0; first < entries.length; first += entriesOfLeaf) {
    const some = entries.slice(first, first + entriesOfLeaf)
    const leaf = await compressed(directory(some))
    roots.push({ tileId: some[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 })
    leaves.push(leaf)
    offset += leaf.length
  }
  return { root: await compressed(directory(roots)), leaves: Buffer.concat(leaves) }
}

/** Column after column, numbers as differences, an offset that follows the one before as nought. */
function directory(entries: readonly Entry[]): Uint8Array {
  const numbers = [
    entries.length,
    ...entries.map(({ tileId }, index) => tileId - (entries[index - 1]?.tileId ?? 0)),
    ...entries.map(({ runLength }) => runLength),
    ...entries.map(({ length }) => length),
    ...entries.map(({ offset }, index) => {
      const before = entries[index - 1]
      return before && offset === before.offset + before.length ? 0 : offset + 1
    }),
  ]
  return Uint8Array.from(numbers.flatMap(varint))
}

function varint(number: number): number[] {
  const bytes: number[] = []
  let rest = number
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}
