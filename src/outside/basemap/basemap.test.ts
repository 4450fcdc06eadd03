import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PMTiles, type Source, tileIdToZxy } from 'pmtiles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { day } from '#src/domain/examples.ts'
import type { CityId } from '#src/domain/id.ts'
import { sharedData } from '#test/shared-data.ts'
import { diskFiles } from '../disk-files.ts'
import { basemapsIn, putBasemap } from './basemaps.ts'
import { type Box, cutBasemap } from './cut-basemap.ts'
import { openSource } from './open-source.ts'
import { type About, type NumberedTile, writeTiles } from './write-archive.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basemap-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const about = (changes: Partial<About> = {}): About => ({
  minZoom: 0,
  maxZoom: 4,
  minLon: 28,
  minLat: 50,
  maxLon: 29,
  maxLat: 51,
  metadata: { attribution: '© хтось', vector_layers: [{ id: 'earth' }, { id: 'roads' }] },
  ...changes,
})

async function* numbered(tiles: readonly (readonly [number, string])[]): AsyncGenerator<NumberedTile> {
  for (const [tileId, words] of tiles) yield { tileId, bytes: new TextEncoder().encode(words) }
}

/** An archive of these tiles, in a file of its own. */
async function anArchive(tiles: readonly (readonly [number, string])[], changes: Partial<About> = {}): Promise<string> {
  const path = join(folder, crypto.randomUUID())
  const { head } = await writeTiles(path, numbered(tiles), () => about(changes))
  await writeFile(`${path}.pmtiles`, Buffer.concat([head, await readFile(path)]))
  return `${path}.pmtiles`
}

const readBy = (source: Source) => {
  const archive = new PMTiles(source)
  return async (tileId: number) => {
    const tile = await archive.getZxy(...tileIdToZxy(tileId))
    return tile && new TextDecoder().decode(tile.data)
  }
}

describe('an archive that we write', () => {
  it('is read back as it was, with gaps and repeated tiles, each content kept once', async () => {
    const tiles = [
      [0, 'whole'],
      [1, 'sea'],
      [2, 'sea'],
      [3, 'land'],
      [4, 'sea'],
      [9, 'far'],
      [10, 'sea'],
    ] as const
    const path = await anArchive(tiles)
    await using source = await openSource(path)
    const read = readBy(source)
    for (const [tileId, words] of tiles) expect(await read(tileId)).toBe(words)
    for (const absent of [5, 8, 11]) expect(await read(absent)).toBeUndefined()

    const archive = new PMTiles(source)
    expect(await archive.getMetadata()).toEqual(about().metadata)
    expect(await archive.getHeader()).toMatchObject({
      numAddressedTiles: 7,
      numTileEntries: 6,
      numTileContents: 4,
      clustered: true,
      minZoom: 0,
      maxZoom: 4,
      minLon: 28,
      maxLat: 51,
    })
  })

  it('is read back when its directory is too large for the first request', { timeout: 60_000 }, async () => {
    // Lengths and gaps that follow no rule keep the directory from being compressed away.
    const digest = (index: number) => createHash('sha256').update(String(index)).digest()
    const words = (index: number) => {
      const [outputLength = 0] = digest(index)
      return createHash('shake256', { outputLength }).update(String(index)).digest('hex')
    }
    const numberOf = (index: number) => index * 9 + ((digest(index)[1] ?? 0) % 9)
    const many = Array.from({ length: 12_300 }, (_, index) => [numberOf(index), words(index)] as const)
    await using source = await openSource(await anArchive(many, { maxZoom: 9 }))
    const { leafDirectoryLength, rootDirectoryLength } = await new PMTiles(source).getHeader()
    expect(leafDirectoryLength).toBeGreaterThan(16_384)
    expect(rootDirectoryLength).toBeLessThan(16_384 - 127)
    const read = readBy(source)
    for (const index of [0, 1, 4095, 4096, 8192, 12_299]) expect(await read(numberOf(index))).toBe(words(index))
    expect(await read(numberOf(12_299) + 1)).toBeUndefined()
  })
})

const box: Box = [28.4, 50.1, 28.9, 50.4]
const quiet = () => undefined

describe('a city’s basemap', () => {
  it('is refused when it is no archive of streets', async () => {
    const cut = async (path: string) => {
      await using source = await openSource(path)
      return await cutBasemap(source, box, join(folder, 'out'), quiet)
    }
    const nonsense = join(folder, 'nonsense.pmtiles')
    await writeFile(nonsense, 'x'.repeat(20_000))
    expect(await cut(nonsense)).toMatchObject({ ok: false, problem: { kind: 'unreadable' } })
    const others = await anArchive([[0, 'x']], { metadata: { vector_layers: [{ id: 'rivers' }] } })
    expect(await cut(others)).toEqual({ ok: false, problem: { kind: 'other_layers', layers: ['rivers'] } })
    const elsewhere = await anArchive([[0, 'x']], { minLon: 30, maxLon: 31 })
    const emptyHere = await anArchive([[5, 'x']], { minZoom: 2, maxZoom: 2 })
    expect(await cut(emptyHere)).toEqual({ ok: false, problem: { kind: 'nothing_here' } })
    expect(await cut(elsewhere)).toEqual({ ok: false, problem: { kind: 'nothing_here' } })
  })

  it('is the newest that was put, and the one before is gone', async () => {
    const city = 'somewhere' as CityId
    const files = diskFiles(join(folder, 'files'))
    const basemaps = basemapsIn(files)
    expect(await basemaps.of(city, day(0))).toBeNull()

    const put = async (words: string) => {
      const path = join(folder, crypto.randomUUID())
      const { head } = await writeTiles(path, numbered([[0, words]]), () => about())
      return putBasemap(files, city, head, path)
    }
    const first = await put('перший')
    expect(await basemaps.of(city, day(0).add({ seconds: 29 }))).toBeNull()
    const seen = await basemaps.of(city, day(0).add({ seconds: 31 }))
    expect(seen?.key).toBe(first)
    expect(new TextDecoder().decode((await seen?.tile(0, 0, 0)) ?? new Uint8Array())).toBe('перший')
    expect(await seen?.tile(1, 0, 0)).toBeNull()
    expect(await seen?.facts()).toEqual({ maxZoom: 4, attribution: '© хтось' })

    const second = await put('другий')
    expect(await Array.fromAsync(files.list('basemap/'))).toMatchObject([{ key: second }])
    expect((await basemaps.of(city, day(1)))?.edition).not.toBe(seen?.edition)
  })

  const real = sharedData('zhytomyr.pmtiles')

  it.skipIf(!real)(
    'is cut from a larger one for its box, tile for tile, also over the network (zhytomyr.pmtiles)',
    async () => {
      const bytes = await readFile(real ?? '')
      const server = await servingInParts(bytes)
      await using source = await openSource(`http://127.0.0.1:${(server.address() as AddressInfo).port}/city.pmtiles`)
      const tilesPath = join(folder, 'cut-tiles')
      const small: Box = [28.64, 50.24, 28.68, 50.27]
      const cut = await cutBasemap(source, small, tilesPath, quiet)
      server.close()
      if (!cut.ok) throw new Error(cut.problem.kind)
      const path = join(folder, 'cut.pmtiles')
      await writeFile(path, Buffer.concat([cut.value.head, await readFile(tilesPath)]))

      await using whole = await openSource(real ?? '')
      await using part = await openSource(path)
      const [from, to] = [new PMTiles(whole), new PMTiles(part)]
      expect(await to.getMetadata()).toEqual(await from.getMetadata())
      for (const z of [0, 8, 12, 15]) {
        const down = (1 - Math.asinh(Math.tan((50.255 * Math.PI) / 180)) / Math.PI) / 2
        const [x, y] = [Math.floor((208.66 / 360) * 2 ** z), Math.floor(down * 2 ** z)]
        expect((await from.getZxy(z, x, y))?.data.byteLength).toBeGreaterThan(20)
        expect((await to.getZxy(z, x, y))?.data).toEqual((await from.getZxy(z, x, y))?.data)
      }
      expect(cut.value.bytes).toBeLessThan(bytes.length * 0.6)
      const { maxZoom, minLon } = await to.getHeader()
      expect([maxZoom, minLon]).toEqual([15, 28.64])
    },
  )
})

/** A web server that gives a file by ranges. */
async function servingInParts(bytes: Buffer): Promise<Server> {
  const server = createServer((request, response) => {
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    const part = bytes.subarray(Number(from), Number(to) + 1)
    response.writeHead(206, { 'content-length': part.length, 'content-range': `bytes ${from}-${to}/${bytes.length}` })
    response.end(part)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}
