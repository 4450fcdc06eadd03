import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PMTiles, type Source } from 'pmtiles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { day } from '#src/domain/examples.ts'
import { basemapsIn, putBasemap } from '#src/outside/basemap/basemaps.ts'
import { writeTiles } from '#src/outside/basemap/write-archive.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { means, type TestMeans } from '#test/means.ts'

const { id: city } = aGuide().city
const address = `/basemap/${city}.pmtiles`

describe('the basemap', () => {
  let folder: string
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const ask = (headers: Record<string, string> = {}, method = 'GET') => app.request(address, { headers, method })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basemap-'))
    // A store that nobody asks: the streets are files.
    here = means({} as never)
    app = anApp(here)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is said not to be there where the operator gave none, and no city is invented', async () => {
    const answer = await ask()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([204, 'no-cache'])
    expect((await app.request('/basemap/atlantis.pmtiles')).status).toBe(404)
  })

  it('is seen by a reader of PMTiles as it was put, half a minute later', async () => {
    const about = {
      minZoom: 0,
      maxZoom: 1,
      minLon: 28,
      minLat: 50,
      maxLon: 29,
      maxLat: 51,
      metadata: { attribution: '©' },
    }
    const tiles = async function* () {
      yield { tileId: 0, bytes: new TextEncoder().encode('whole') }
      yield { tileId: 2, bytes: new TextEncoder().encode('part') }
    }
    const path = join(folder, 'tiles')
    const { head } = await writeTiles(path, tiles(), () => about)
    await putBasemap(here.files, city, head, path)
    here.clock.at = day(0).add({ seconds: 30 })

    const source: Source = {
      getKey: () => 'city',
      getBytes: async (offset, length) => {
        const answer = await ask({ range: `bytes=${offset}-${offset + length - 1}` })
        expect(answer.status).toBe(206)
        return { data: await answer.arrayBuffer(), etag: answer.headers.get('etag') ?? '' }
      },
    }
    const archive = new PMTiles(source)
    expect(await archive.getHeader()).toMatchObject({ maxZoom: 1, minLon: 28 })
    expect(await archive.getMetadata()).toEqual({ attribution: '©' })
    expect(new TextDecoder().decode((await archive.getZxy(0, 0, 0))?.data)).toBe('whole')
    expect(new TextDecoder().decode((await archive.getZxy(1, 0, 1))?.data)).toBe('part')
    expect(await archive.getZxy(1, 0, 0)).toBeUndefined()
  })

  it('is kept by browsers under the name of its content', async () => {
    const answer = await ask({}, 'HEAD')
    const edition = (await basemapsIn(here.files).of(city, day(0)))?.edition
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-type': 'application/octet-stream',
      'cache-control': expect.stringContaining('no-transform'),
      etag: `"${edition}"`,
    })
    expect((await ask({ 'if-none-match': `"other", W/"${edition}"` })).status).toBe(304)
    expect((await ask({ range: 'bytes=0-9', 'if-range': `"${edition}"` })).status).toBe(206)
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"older"' })).status).toBe(200)
    expect((await ask({ range: 'bytes=9999999-' })).status).toBe(416)
  })
})
