import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { DraftKey } from '#src/domain/id.ts'
import { sweep } from '#src/jobs/sweep.ts'
import { findSame, waitingFor } from '#src/store/media.ts'
import { aBucket, oneByOne } from '#test/a-bucket.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp, as, origin } from '#test/an-app.ts'
import { anUpload, aPiece } from '#test/an-upload.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, aPerson } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { paths } from '../routes.ts'

const { id: city, policy } = aGuide().city
const to = paths('uk')
const tus = { origin, 'tus-resumable': '1.0.0' }

describeOnBoth('a file that comes in pieces', (open, database) => {
  let here: TestMeans
  /** Two processes on one database and one store of files. */
  let doors: readonly ReturnType<typeof anApp>[]
  let close = async () => {}
  let photo: Buffer
  let key: DraftKey

  beforeAll(async () => {
    const own = meansOn(await open())
    // One half is tried with a folder, the other with a bucket: the door to both is one.
    const bucket = database === 'PostgreSQL' ? await aBucket() : null
    here = bucket ? { ...own, files: oneByOne(bucket.files) } : own
    close = async () => bucket?.close()
    doors = [anApp(here), anApp(here)]
    photo = await sharp(randomBytes(60 * 40 * 3), { raw: { width: 60, height: 40, channels: 3 } })
      .jpeg({ quality: 100 })
      .toBuffer()
  })
  afterAll(() => close())
  beforeEach(() => {
    key = aKey()
  })

  const ask = (path: string, init: RequestInit & { headers: Record<string, string> }, door = 0) =>
    Promise.resolve(doors[door]?.request(path, { ...init, headers: { origin, ...init.headers } }) ?? Promise.reject())
  /** An upload of the photo of which nothing has come. */
  const begun = async (headers: Record<string, string> = {}) => {
    const answer = await ask(to.addUpload(city), anUpload('', { key, length: photo.length, headers }))
    expect(answer.status).toBe(201)
    return answer.headers.get('location') ?? ''
  }
  const offset = async (upload: string, door = 0) => {
    const { status, headers } = await ask(upload, { method: 'HEAD', headers: tus }, door)
    return status === 200 ? Number(headers.get('upload-offset')) : status
  }
  const waiting = () => waitingFor(here.store.of(city), key)
  const arrivedWhole = async () => {
    const source = createHash('sha256').update(photo).digest('hex')
    return (await findSame(here.store.of(city), { draft: key, source })) !== null
  }
  const pieces = async () => (await Array.fromAsync(here.files.list('uploads/'))).length

  it('may come with its first request, whose answer says what it became', async () => {
    const answer = await ask(to.addUpload(city), anUpload(photo, { key }))
    expect(answer.status).toBe(201)
    const [media] = await waiting()
    const thumbnail = `/media/${media?.key}/320.webp?draft=${key}`
    expect(await answer.json()).toEqual({ id: media?.id, kind: 'photo', thumbnail, gps: null })
    expect(answer.headers.get('upload-offset')).toBe(String(photo.length))
    expect(await arrivedWhole()).toBe(true)
    expect(await pieces()).toBe(0)
  })

  it('is whole after twenty breaks at any byte, whichever process hears the rest', async () => {
    const upload = await begun()
    for (let cut = 0; cut < 20; cut++) {
      const at = await offset(upload, cut % 2)
      const length = 1 + Math.floor(Math.random() * 300)
      const piece = aPiece(photo.subarray(at, at + length), at)
      const broken = new ReadableStream({
        start: (stream) => stream.enqueue(piece.body.subarray(0, Math.floor(Math.random() * length))),
        pull: (stream) => stream.error(new Error('The connection broke')),
      })
      await ask(upload, { ...piece, body: broken, duplex: 'half' } as never, cut % 2)
      expect(await offset(upload, 1 - (cut % 2))).toBe(at)
      expect((await ask(upload, piece, 1 - (cut % 2))).status).toBe(204)
    }
    const at = await offset(upload)
    const answer = await ask(upload, aPiece(photo.subarray(at), at), 1)
    expect(answer.status).toBe(201)
    expect(await arrivedWhole()).toBe(true)
    expect(await pieces()).toBe(0)
  })

  it('takes a piece by its checksum alone, and has what is damaged sent again', async () => {
    const upload = await begun()
    const piece = photo.subarray(0, 500)
    const sum = (algorithm: string, bytes: Buffer) =>
      `${algorithm} ${createHash(algorithm).update(bytes).digest('base64')}`
    const damaged = await ask(upload, aPiece(piece, 0, { 'upload-checksum': sum('sha256', photo) }))
    expect([damaged.status, await offset(upload)]).toEqual([460, 0])
    const unknown = await ask(upload, aPiece(piece, 0, { 'upload-checksum': sum('md5', piece) }))
    expect([unknown.status, await offset(upload)]).toEqual([400, 0])

    const first = await ask(upload, aPiece(piece, 0, { 'upload-checksum': sum('sha1', piece) }))
    expect([first.status, await offset(upload)]).toEqual([204, 500])
    const rest = photo.subarray(500)
    const last = await ask(upload, aPiece(rest, 500, { 'upload-checksum': sum('sha256', rest) }))
    expect(last.status).toBe(201)
    expect(await arrivedWhole()).toBe(true)
  })

  it('has one of ten pieces that come at once to the same place, and is one file when ten end it at once', async () => {
    const upload = await begun()
    const half = Math.floor(photo.length / 2)
    const firsts = await together(here.store, 10, (index) => ask(upload, aPiece(photo.subarray(0, half), 0), index % 2))
    expect(firsts.map(({ status }) => status).toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 409)])
    expect(await pieces()).toBe(1)
    const lasts = await together(here.store, 4, (index) => ask(upload, aPiece(photo.subarray(half), half), index % 2))
    for (const { status } of lasts) expect([201, 409]).toContain(status)
    expect(lasts.some(({ status }) => status === 201)).toBe(true)
    expect(await waiting()).toHaveLength(1)
    expect(await arrivedWhole()).toBe(true)
    expect(await pieces()).toBe(0)
  })

  it('tells again what it became, to who did not hear the answer', async () => {
    const upload = await begun()
    expect((await ask(upload, { headers: {} })).status).toBe(404)
    const told = await (await ask(upload, aPiece(photo, 0))).json()
    expect(await offset(upload)).toBe(photo.length)
    expect(await (await ask(upload, { headers: {} })).json()).toEqual(told)
    const more = await ask(upload, aPiece('more', photo.length))
    expect(more.status).toBe(413)
  })

  it('is forgotten with its pieces when its sender ends it, and when it is no photo', async () => {
    const upload = await begun()
    await ask(upload, aPiece(photo.subarray(0, 100), 0))
    expect(await pieces()).toBe(1)
    expect((await ask(upload, { method: 'DELETE', headers: tus })).status).toBe(204)
    expect([await offset(upload), await pieces()]).toEqual([404, 0])

    const other = await begun()
    await ask(other, aPiece(Buffer.alloc(100), 0))
    const refused = await ask(other, aPiece(Buffer.alloc(photo.length - 100), 100))
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ problem: 'not_a_photo_or_video', words: expect.any(String) })
    expect([await offset(other), await pieces()]).toEqual([404, 0])
  })

  it('that a person began signed in goes on for nobody else', async () => {
    const [one, another] = [await aPerson(here.store), await aPerson(here.store)]
    const upload = await begun(as(one))
    for (const headers of [{}, as(another)]) {
      expect((await ask(upload, { method: 'HEAD', headers: { ...tus, ...headers } })).status).toBe(404)
      expect((await ask(upload, aPiece(photo, 0, headers))).status).toBe(404)
      expect((await ask(upload, { method: 'DELETE', headers: { ...tus, ...headers } })).status).toBe(404)
    }
    expect((await ask(upload, aPiece(photo, 0, as(one)))).status).toBe(201)
    expect((await ask(upload, { headers: as(another) })).status).toBe(404)
  })

  it('waits a day for its next piece, says until when, and is swept then', async () => {
    const { clock } = here
    const start = clock.at
    const upload = await begun()
    clock.at = start.add({ hours: 23 })
    const answer = await ask(upload, aPiece(photo.subarray(0, 300), 0))
    expect(answer.headers.get('upload-expires')).toBe(
      new Date(clock.at.add({ hours: 24 }).epochMilliseconds).toUTCString(),
    )
    clock.at = start.add({ hours: 46 })
    expect(await offset(upload)).toBe(300)
    clock.at = start.add({ hours: 48 })
    expect([await offset(upload), await pieces()]).toEqual([404, 1])
    const log = { info: () => undefined, warn: () => undefined }
    await sweep({ means: here, guides: new Map(), log })
    expect(await pieces()).toBe(0)
    clock.at = start
  })

  it('makes room for itself among files that its form does not know', async () => {
    for (let index = 0; index < policy.mostMedia; index++) {
      const other = await sharp({ create: { width: 9, height: 9 + index, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
      expect((await ask(to.addUpload(city), anUpload(other, { key }))).status).toBe(201)
    }
    const [oldest, ...listed] = (await waiting()).map(({ id }) => id)
    const answer = await ask(to.addUpload(city), anUpload(photo, { key, media: listed.join(',') }))
    expect(answer.status).toBe(201)
    expect((await waiting()).map(({ id }) => id)).not.toContain(oldest)
    expect(await waiting()).toHaveLength(policy.mostMedia)
    const all = (await waiting()).map(({ id }) => id).join(',')
    const other = await sharp({ create: { width: 99, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const refused = await ask(to.addUpload(city), anUpload(other, { key, media: all }))
    expect([refused.status, (await refused.json()).problem]).toEqual([422, 'too_many_files'])
  })

  it.each([
    ['no length', { 'upload-length': '' }, 400],
    ['a length below nothing', { 'upload-length': '-5' }, 400],
    ['a length of nothing', { 'upload-length': '0' }, 422],
    ['a length that is no number', { 'upload-length': '0x10' }, 400],
    ['more than a video may have', { 'upload-length': String(200 * 1024 * 1024) }, 413],
    ['more than there are bytes', { 'upload-length': '1e309' }, 400],
    ['less than comes', { 'upload-length': '3' }, 413],
    ['a key that is none', { 'upload-metadata': 'key Li4vLi4v' }, 400],
    ['words that are none', { 'upload-metadata': 'key ???' }, 400],
    ['another version', { 'tus-resumable': '0.2.2' }, 400],
    ['a length to be said later', { 'upload-length': '', 'upload-defer-length': '1' }, 400],
    ['a part of what is put together later', { 'upload-concat': 'partial' }, 400],
  ])('does not begin with %s', async (_, headers, status) => {
    const wrong = anUpload('photo', { key })
    const answer = await ask(to.addUpload(city), { ...wrong, headers: { ...wrong.headers, ...headers } })
    expect(answer.status).toBe(status)
    expect(await waiting()).toEqual([])
  })

  it.each([
    ['behind where it is', { 'upload-offset': '5' }, 409],
    ['before the file', { 'upload-offset': '-1' }, 400],
    ['of another kind', { 'content-type': 'text/plain' }, 400],
    ['that says how long the file is', { 'upload-length': '10' }, 400],
  ])('takes no piece %s', async (_, headers, status) => {
    const upload = await begun()
    expect((await ask(upload, aPiece('piece', 0, headers))).status).toBe(status)
    expect(await offset(upload)).toBe(0)
  })

  it('says what it is able to', async () => {
    const { status, headers } = await ask(to.addUpload(city), { method: 'OPTIONS', headers: {} })
    expect(status).toBe(204)
    expect(Object.fromEntries(headers)).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,creation-with-upload,termination,checksum,expiration',
      'tus-checksum-algorithm': 'sha256,sha1',
      'tus-max-size': '104857600',
    })
  })
})
