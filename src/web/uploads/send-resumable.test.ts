import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'

import type { DraftKey } from '#src/domain/id.ts'
import { findSame } from '#src/store/media.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp, origin } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey } from '#test/some-reports.ts'
import { paths } from '../routes.ts'
import type { Sending } from './send-resumable.ts'
import { sendResumable } from './send-resumable.ts'

const { id: city } = aGuide().city

/** What a link does to a request: nothing, loses it, loses its answer, or changes its bytes. */
type Mishap = 'none' | 'lost' | 'unheard' | 'damaged'

describeOnOne('a file that a page sends over a bad link', (open) => {
  let here: TestMeans
  let photo: Buffer
  let key: DraftKey
  /** What happens to the requests to come; none afterwards. */
  let mishaps: Mishap[]
  let heard: { readonly method: string; readonly status: number }[]
  let told: () => void

  beforeAll(async () => {
    here = meansOn(await open())
    const app = anApp(here)
    photo = await sharp(randomBytes(400 * 300 * 3), { raw: { width: 400, height: 300, channels: 3 } })
      .jpeg({ quality: 100 })
      .toBuffer()
    // On a link as slow as this chunks stay as small as they begin.
    let milliseconds = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (milliseconds += 4000))
    vi.stubGlobal('fetch', async (address: string, init: RequestInit & { headers: Record<string, string> }) => {
      const mishap = mishaps.shift() ?? 'none'
      if (mishap === 'lost') throw new TypeError('Failed to fetch')
      const bytes = init.body && new Uint8Array(await (init.body as Blob).arrayBuffer())
      if (bytes && mishap === 'damaged') bytes[0] = (bytes[0] ?? 0) ^ 1
      const { pathname } = new URL(address, origin)
      const { method = 'GET' } = init
      const answer = await app.request(pathname, { method, headers: { origin, ...init.headers }, body: bytes ?? null })
      heard.push({ method, status: answer.status })
      told()
      if (mishap === 'unheard') throw new TypeError('Failed to fetch')
      return answer
    })
  })
  afterAll(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  beforeEach(() => {
    key = aKey()
    mishaps = []
    heard = []
    told = () => undefined
  })

  const send = (upload: string | null, began: (upload: string) => void = () => undefined): Sending =>
    sendResumable({
      address: origin + paths('uk').addUpload(city),
      body: new Blob([new Uint8Array(photo)]),
      key,
      media: [],
      upload,
      began,
      progress: () => undefined,
    })
  const arrivedWhole = async () => {
    const source = createHash('sha256').update(photo).digest('hex')
    return (await findSame(here.store.of(city), { draft: key, source })) !== null
  }
  const begunWith = (method: string) => heard.filter((one) => one.method === method).length
  /** Begun, and cut off behind its first chunk. */
  const cutOff = async () => {
    const began: string[] = []
    mishaps = ['none', 'lost']
    const sent = await send(null, (upload) => void began.push(upload)).done
    expect(sent).toMatchObject({ kind: 'lost', byServer: false })
    return began.at(-1) ?? ''
  }

  it('goes on at the same place after every break, and arrives whole once', async () => {
    const upload = await cutOff()
    for (const mishap of ['lost', 'unheard'] as const) {
      // The question how far it is, then a chunk.
      mishaps = ['none', mishap]
      expect(await send(upload).done).toMatchObject({ kind: 'lost' })
    }
    const sent = await send(upload).done
    expect(sent).toMatchObject({ kind: 'taken', file: { kind: 'photo' } })
    expect(await arrivedWhole()).toBe(true)
    expect(begunWith('POST')).toBe(1)
  })

  it('is told what it became when the answer to its last chunk was lost', async () => {
    const upload = await cutOff()
    const before = await send(upload).done
    heard = []
    expect(await send(upload).done).toEqual(before)
    expect(heard.map(({ method }) => method)).toEqual(['HEAD', 'GET'])
  })

  it('begins anew when the server has forgotten it, after a day', async () => {
    const upload = await cutOff()
    const start = here.clock.at
    here.clock.at = start.add({ hours: 25 })
    expect(await send(upload).done).toMatchObject({ kind: 'taken' })
    expect(begunWith('POST')).toBe(2)
    expect(await arrivedWhole()).toBe(true)
    here.clock.at = start
  })

  it('has a chunk that came damaged taken as it was sent', async () => {
    mishaps = ['none', 'damaged']
    expect(await send(null).done).toMatchObject({ kind: 'taken' })
    expect(heard.map(({ status }) => status)).toContain(460)
    expect(await arrivedWhole()).toBe(true)
  })

  it('tells what it became when its sender takes it back behind its end', async () => {
    const sending = send(await cutOff())
    told = () => {
      if (heard.at(-1)?.status === 201 && begunWith('PATCH') > 0) sending.forget()
    }
    expect(await sending.done).toMatchObject({ kind: 'taken' })
    expect(begunWith('DELETE')).toBe(0)
  })

  it('is forgotten at the server when its sender takes it back, and nothing of it goes any more', async () => {
    const upload = await cutOff()
    heard = []
    const heardOne = new Promise<void>((resolve) => {
      told = resolve
    })
    const sending = send(upload)
    await heardOne
    sending.forget()
    expect(await sending.done).toMatchObject({ kind: 'lost' })
    await expect.poll(() => heard.at(-1)).toEqual({ method: 'DELETE', status: 204 })
    expect(heard.map(({ method }) => method)).not.toContain('GET')

    heard = []
    const stopped = send(null)
    stopped.stop()
    await stopped.done
    expect(await send(null).done).toMatchObject({ kind: 'taken' })
    expect(begunWith('POST')).toBe(1)
  })
})
