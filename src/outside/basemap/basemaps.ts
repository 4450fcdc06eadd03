import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { PMTiles, type Source } from 'pmtiles'

import type { CityId } from '#src/domain/id.ts'
import type { Files } from '../files.ts'

/** The streets of one city, as they are now. */
export type Basemap = {
  /** Changes with the content. */
  readonly edition: string
  /** The file it is kept in. */
  readonly key: string
  /** Null where the archive has none. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | null>
  facts(): Promise<{ readonly maxZoom: number; readonly attribution: string }>
}

export type Basemaps = {
  /** Null when the operator gave none. A new one is seen half a minute later. */
  of(city: CityId, now: Temporal.Instant): Promise<Basemap | null>
}

const seenAnew = 30_000
const ending = '.pmtiles'

/** The basemaps that {@link putBasemap} left in the files. */
export function basemapsIn(files: Files): Basemaps {
  const looked = new Map<CityId, { at: number; found: Promise<Basemap | null> }>()
  const opened = new Map<string, Basemap>()

  const find = async (city: CityId) => {
    const [newest] = (await Array.fromAsync(files.list(folderOf(city)))).sort((a, b) =>
      Temporal.Instant.compare(b.modified, a.modified),
    )
    if (!newest) return null
    const basemap = opened.get(newest.key) ?? open(files, newest.key)
    opened.set(newest.key, basemap)
    return basemap
  }
  return {
    of(city, { epochMilliseconds: at }) {
      const before = looked.get(city)
      if (before && at - before.at < seenAnew && at >= before.at) return before.found
      const found = find(city)
      looked.set(city, { at, found })
      found.catch(() => looked.delete(city))
      return found
    },
  }
}

/** Keeps the archive that is made of these parts as the city's basemap, in place of any before it and of what was drawn on that. */
export async function putBasemap(files: Files, city: CityId, head: Uint8Array, tilesPath: string): Promise<string> {
  const hash = createHash('sha256').update(head)
  for await (const chunk of createReadStream(tilesPath)) hash.update(chunk)
  const key = `${folderOf(city)}${hash.digest('hex').slice(0, 16)}${ending}`
  await files.put(
    key,
    Readable.toWeb(Readable.from(parts(head, tilesPath))) as ReadableStream<Uint8Array>,
    'application/octet-stream',
  )

  const old = [...(await keysIn(files, folderOf(city))), ...(await keysIn(files, `still/${city}/`))].filter(
    (one) => one !== key,
  )
  if (old.length > 0) await files.remove(old)
  return key
}

async function keysIn(files: Files, folder: string): Promise<string[]> {
  return (await Array.fromAsync(files.list(folder))).map(({ key }) => key)
}

async function* parts(head: Uint8Array, tilesPath: string): AsyncGenerator<Uint8Array> {
  yield head
  yield* createReadStream(tilesPath)
}

function open(files: Files, key: string): Basemap {
  const source: Source = {
    getKey: () => key,
    async getBytes(offset, length) {
      const stored = await files.get(key, { start: offset, end: offset + length - 1 })
      if (!stored) throw new Error(`${key} is gone`)
      const bytes = new Uint8Array(await buffer(stored.body))
      return { data: bytes.buffer }
    },
  }
  const archive = new PMTiles(source)
  return {
    edition: key.split('/').at(-1)?.slice(0, -ending.length) ?? '',
    key,
    async tile(z, x, y) {
      const tile = await archive.getZxy(z, x, y)
      return tile ? new Uint8Array(tile.data) : null
    },
    async facts() {
      const { attribution } = (await archive.getMetadata()) as { attribution?: unknown }
      const { maxZoom } = await archive.getHeader()
      return { maxZoom, attribution: typeof attribution === 'string' ? attribution : '' }
    },
  }
}

function folderOf(city: CityId): string {
  return `basemap/${city}/`
}
