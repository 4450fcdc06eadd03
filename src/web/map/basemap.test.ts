import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PMTiles, type Source } from 'pmtiles'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sharedData } from '#test/shared-data.ts'
import { type Basemap, serveBasemap } from './basemap.ts'

const bytes = Uint8Array.from({ length: 700_000 }, (_, i) => (i * 31 + (i >> 8)) % 251)
let folder: string
let path: string
let basemap: Basemap
const answers: Response[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basemap-'))
  path = join(folder, 'city.pmtiles')
  await writeFile(path, bytes)
  basemap = serveBasemap(path)
})

afterEach(async () => {
  // An answer that nobody reads holds the file, as a slow connection does.
  for (const { body } of answers.splice(0)) if (!body?.locked) await body?.cancel()
  await basemap[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const ask = async (headers: Record<string, string> = {}, method = 'GET') => {
  const answer = await basemap(new Request('http://x/basemap', { method, headers }))
  answers.push(answer)
  return answer
}
const bodyOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('the basemap', () => {
  it('is sent whole, to be kept and asked for again', async () => {
    const response = await ask()
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': '700000',
      'content-type': 'application/octet-stream',
      'cache-control': expect.stringContaining('max-age='),
      etag: expect.stringMatching(/^"[0-9a-f]+-[0-9a-f]+"$/),
    })
    expect(await bodyOf(response)).toEqual(bytes)
  })

  it('is sent in the part that is asked for', async () => {
    const response = await ask({ range: 'bytes=300000-599999' })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 300000-599999/700000')
    expect(await bodyOf(response)).toEqual(bytes.slice(300_000, 600_000))
  })

  it('says how long it is when asked beyond its end', async () => {
    const response = await ask({ range: 'bytes=700000-' })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */700000')
  })

  it('is described without being sent', async () => {
    const response = await ask({ range: 'bytes=0-9' }, 'HEAD')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe('700000')
    expect(await bodyOf(response)).toHaveLength(0)
  })

  it('is not sent again while it is the same', async () => {
    const etag = (await ask({}, 'HEAD')).headers.get('etag') ?? ''
    expect((await ask({ 'if-none-match': `"other", W/${etag}` })).status).toBe(304)
    expect((await ask({ 'if-none-match': '*' })).status).toBe(304)
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('is sent whole to who holds a part of an older one', async () => {
    const etag = (await ask({}, 'HEAD')).headers.get('etag') ?? ''
    expect((await ask({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206)
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"older"' })).status).toBe(200)
  })

  it('is a new one once the file is replaced, while who began reading the old one ends with it', async () => {
    const old = await ask()
    const reader = old.body?.getReader()
    const begun = await reader?.read()

    await writeFile(`${path}.new`, 'another map')
    await utimes(`${path}.new`, 1, 1)
    await rename(`${path}.new`, path)
    const fresh = await ask()
    expect(fresh.headers.get('etag')).not.toBe(old.headers.get('etag'))
    expect(await fresh.text()).toBe('another map')

    let length = begun?.value?.length ?? 0
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      length += piece.value.length
    expect(length).toBe(700_000)
  })

  it('lets go of a reader that leaves', async () => {
    const response = await ask()
    await response.body?.cancel()
    await basemap[Symbol.asyncDispose]()
    expect((await ask({ range: 'bytes=0-9' })).status).toBe(206)
  })

  it('is not found where there is none, and takes nothing', async () => {
    const nowhere = serveBasemap(join(folder, 'no-such-file'))
    expect((await nowhere(new Request('http://x/'))).status).toBe(404)
    expect((await serveBasemap(folder)(new Request('http://x/'))).status).toBe(404)
    const refused = await ask({}, 'POST')
    expect(refused.status).toBe(405)
    expect(refused.headers.get('allow')).toBe('GET, HEAD')
  })
})

describe('a real archive', () => {
  const real = sharedData('zhytomyr.pmtiles')

  it.skipIf(!real)('is read by a PMTiles reader through the handler (zhytomyr.pmtiles)', async () => {
    await using served = serveBasemap(real ?? '')
    const source: Source = {
      getKey: () => 'city',
      getBytes: async (offset, length) => {
        const range = `bytes=${offset}-${offset + length - 1}`
        const response = await served(new Request('http://x/', { headers: { range } }))
        return { data: await response.arrayBuffer(), etag: response.headers.get('etag') ?? '' }
      },
    }
    const archive = new PMTiles(source)
    const { minZoom, maxZoom } = await archive.getHeader()
    expect([minZoom, maxZoom]).toEqual([0, 15])
    expect(await archive.getMetadata()).toHaveProperty('attribution')
    expect((await archive.getZxy(12, 2374, 1383))?.data.byteLength).toBeGreaterThan(100)
  })
})
