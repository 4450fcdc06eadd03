import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { sharp } from './image-loaders.ts'
import { prepareMedia } from './prepare-media.ts'

const fixtures = join(import.meta.dirname, '../../../test/fixtures/media')
const fixture = (name: string) => readFile(join(fixtures, name))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepare-video-test-'))
  vi.stubEnv('TMPDIR', folder)
})
afterEach(async () => expect(await left()).toEqual([]))
afterAll(() => {
  vi.unstubAllEnvs()
  return rm(folder, { recursive: true, force: true })
})

describe('a video', () => {
  it.each([
    ['clip.mp4', 'mp4', 'avc', 'aac', 20, 240, 160],
    ['turned.mov', 'mp4', 'avc', 'aac', 20, 160, 240],
    ['hevc.mp4', 'mp4', 'hevc', null, 10, 240, 160],
    ['fragmented.mp4', 'mp4', 'avc', null, 10, 240, 160],
    ['clip.webm', 'webm', 'vp8', 'opus', 20, 240, 160],
    ['recorded.webm', 'webm', 'vp8', 'opus', 20, 240, 160],
  ])(
    '%s is written anew with its pictures and its sound, upright',
    async (name, format, codec, sound, frames, width, height) => {
      const { video, poster, ...made } = await prepared(await fixture(name))
      expect(made).toEqual({
        kind: 'video',
        type: `video/${format}`,
        width,
        height,
        gps: null,
        names: [`video.${format}`, 'poster.webp'],
      })
      const written = await lookInto(video)
      expect(written).toMatchObject({ codec, sound, frames, width, height })
      expect(written.pictures).toEqual(withoutMessages((await lookInto(await fixture(name))).pictures))
      expect(await sharp(poster).metadata()).toMatchObject({ format: 'webp', width, height })
    },
  )

  it.each(['clip.mp4', 'turned.mov', 'clip.webm', 'hevc.mp4'])(
    '%s loses the place, the device, the author and all other words',
    async (name) => {
      const original = await fixture(name)
      const traces = ['MARKER', '50.2547', 'x264', 'x265', 'Lavf', 'com.apple', 'xmp', 'tmcd']
      expect(traces.some((trace) => original.includes(trace))).toBe(true)
      const { video, poster } = await prepared(original)
      expect(traces.filter((trace) => video.includes(trace) || poster.includes(trace))).toEqual([])
    },
  )

  it('can be played before it has come whole', async () => {
    const { video } = await prepared(await fixture('clip.mp4'))
    expect(video.indexOf('moov')).toBeLessThan(video.indexOf('mdat'))
  })

  it('keeps no sound or picture that its author cut away, but what the first picture builds upon', async () => {
    const { video } = await prepared(await fixture('cut.mp4'))
    expect((await lookInto(video)).seconds).toBeCloseTo(1.25, 1)
  })
})

describe('a video is refused', () => {
  it.each([
    ['long.mp4', { kind: 'video_too_long', seconds: 60 }],
    ['long.webm', { kind: 'video_too_long', seconds: 60 }],
    ['sound.mp4', { kind: 'not_a_photo_or_video' }],
    ['old-camera.mov', { kind: 'file_damaged' }],
  ])('%s: %o', async (name, problem) => {
    expect(await refused(await fixture(name))).toEqual(problem)
  })

  it('when its header says that it takes ten hours', async () => {
    expect(await refused(lasting(await fixture('clip.mp4'), 36_000))).toEqual({ kind: 'video_too_long', seconds: 60 })
  })

  it('when it takes longer than its header says', async () => {
    expect(await refused(lasting(await fixture('long.mp4'), 2))).toEqual({ kind: 'video_too_long', seconds: 60 })
  })

  it('when it names the same bytes again and again', async () => {
    const bytes = await fixture('clip.mp4')
    const sizes = bytes.indexOf('stsz') + 16
    for (let frame = 0; frame < 20; frame++) bytes.writeUInt32BE(20_000, sizes + frame * 4)
    expect(await refused(bytes)).toEqual({ kind: 'file_damaged' })
  })

  it('when it is larger than any screen, or has no size at all', async () => {
    const bytes = await fixture('clip.mp4')
    const entry = bytes.indexOf('avc1', bytes.indexOf('stsd')) + 28
    for (const [width, height, kind] of [
      [65_535, 65_535, 'too_many_pixels'],
      [0, 0, 'file_damaged'],
    ] as const) {
      bytes.writeUInt16BE(width, entry)
      bytes.writeUInt16BE(height, entry + 2)
      expect(await refused(bytes)).toEqual({ kind })
    }
  })

  it.each([
    [
      'a box that holds itself',
      Buffer.concat([head('ftyp', 'isom\0\0\x02\0isommp42'), Buffer.alloc(4096, '\0\0\x0f\xf0moov', 'latin1')]),
    ],
    ['garbage', Buffer.concat([head('ftyp', 'isom\0\0\x02\0isommp42'), Buffer.alloc(50_000, 'garbage ')])],
    [
      'a page',
      Buffer.concat([head('ftyp', 'isom\0\0\x02\0isommp42'), Buffer.from('<script>alert(1)</script>'.repeat(500))]),
    ],
    [
      'an endless element',
      Buffer.from('1a45dfa3 8b 4282 84 7765626d 18538067 01ffffffffffffff'.replaceAll(' ', ''), 'hex'),
    ],
  ])('when it is %s', async (_, bytes) => {
    expect((await refused(bytes))?.kind).toMatch(/^(?:file_damaged|not_a_photo_or_video)$/)
  })

  it.each(['clip.mp4', 'clip.webm', 'hevc.mp4'])(
    '%s or made of what is left, wherever it is cut or changed',

    async (name) => {
      const bytes = await fixture(name)
      const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.integer({ min: 0, max: 255 }) })
      const hostile = fc.record({
        cut: fc.integer({ min: 300, max: bytes.length }),
        changes: fc.array(change, { maxLength: 30 }),
      })
      await fc.assert(
        fc.asyncProperty(hostile, async ({ cut, changes }) => {
          const copy = Buffer.from(bytes)
          for (const { at, to } of changes) if (at > 64) copy[at] = to
          const result = await prepareMedia(await written(copy.subarray(0, cut)))
          if (result.ok) await result.value[Symbol.asyncDispose]()
          else
            expect(result.problem.kind).toMatch(
              /^(?:file_damaged|video_too_long|not_a_photo_or_video|too_many_pixels)$/,
            )
        }),
        // One change in a hundred makes it search until its time is over: not the same ones each day.
        { numRuns: 6, seed: 7 },
      )
    },
  )
})

async function prepared(bytes: Uint8Array) {
  const result = await prepareMedia(await written(bytes))
  if (!result.ok) throw new Error(result.problem.kind)
  await using value = result.value
  const [video, poster] = await Promise.all(value.parts.map(async ({ body }) => contentOf(body())))
  const { kind, type, width, height, gps, parts } = value
  if (!video || !poster) throw new Error('A part is missing')
  return { kind, type, width, height, gps, names: parts.map(({ name }) => name), video, poster }
}

async function refused(bytes: Uint8Array) {
  const result = await prepareMedia(await written(bytes))
  if (result.ok) await result.value[Symbol.asyncDispose]()
  return result.ok ? null : result.problem
}

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'upload')
  await writeFile(path, bytes)
  return path
}

async function left(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== 'upload')
}

async function contentOf(body: Uint8Array | ReadableStream<Uint8Array>): Promise<Buffer> {
  return body instanceof Uint8Array ? Buffer.from(body) : buffer(body)
}

async function lookInto(bytes: Buffer) {
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('No pictures')
  const sound = (await (await input.getPrimaryAudioTrack())?.getCodec()) ?? null
  const packets = await Array.fromAsync(new EncodedPacketSink(track).packets())
  return {
    codec: await track.getCodec(),
    sound,
    frames: packets.length,
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    seconds: await input.computeDuration(),
    pictures: packets.map(({ data }) => Buffer.from(data).toString('hex')),
  }
}

/** Only the first packet of these encoders has such a message, before its picture. */
function withoutMessages([first = '', ...others]: readonly string[]): string[] {
  const bytes = Buffer.from(first, 'hex')
  const isMessage = bytes.includes('x264') || bytes.includes('x265')
  return [isMessage ? bytes.subarray(4 + bytes.readUInt32BE(0)).toString('hex') : first, ...others]
}

/** Writes another length into each header of the file. */
function lasting(bytes: Buffer, seconds: number): Buffer {
  for (const [box, timescale, duration] of [
    ['mvhd', 16, 20],
    ['mdhd', 16, 20],
  ] as const) {
    for (let at = bytes.indexOf(box); at >= 0; at = bytes.indexOf(box, at + 4)) {
      bytes.writeUInt32BE(Math.min(bytes.readUInt32BE(at + timescale) * seconds, 0xffffffff), at + duration)
    }
  }
  const scale = bytes.readUInt32BE(bytes.indexOf('mvhd') + 16)
  for (let at = bytes.indexOf('tkhd'); at >= 0; at = bytes.indexOf('tkhd', at + 4))
    bytes.writeUInt32BE(scale * seconds, at + 24)
  return bytes
}

function head(type: string, content: string): Buffer {
  const body = Buffer.from(type + content, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([length, body])
}
