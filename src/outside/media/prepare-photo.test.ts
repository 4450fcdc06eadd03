import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sharp } from './image-loaders.ts'
import { prepareMedia } from './prepare-media.ts'
import type { Prepared } from './prepared.ts'

/** Four colours, so that what is where can be seen after turning: red, green above blue, white. */
const corners = { red: [220, 30, 30], green: [30, 180, 60], blue: [40, 70, 210], white: [245, 245, 245] } as const
const who = 'MARKER'
const inExif = {
  IFD0: { Make: `${who}MAKE`, Model: `${who}MODEL`, Artist: `${who}ARTIST`, Copyright: `${who}COPYRIGHT` },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '50/1 15/1 1692/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '28/1 39/1 3132/100',
  },
}
const heic = 'test/fixtures/media/photo.heic'
const zhytomyr = { lat: 50.2547, lng: 28.6587 }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photo-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'of type %s comes in three sizes, with its place told once',
    async (type) => {
      const original = await picture(3000, 2000).withExif(inExif).toFormat(type).toBuffer()
      expect(original.includes(who)).toBe(true)
      await using photo = await taken(original)
      expect(photo).toMatchObject({ kind: 'photo', type: 'image/webp', width: 2048, height: 1365 })
      expect(photo.gps?.lat).toBeCloseTo(zhytomyr.lat, 4)
      expect(photo.gps?.lng).toBeCloseTo(zhytomyr.lng, 4)
      const sizes = await Promise.all(photo.parts.map(({ body }) => sharp(bytesOf(body())).metadata()))
      expect(photo.parts.map(({ name }) => name)).toEqual(['2048.webp', '960.webp', '320.webp'])
      expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
        ['webp', 2048, 1365],
        ['webp', 960, 640],
        ['webp', 320, 213],
      ])
    },
  )

  it('keeps nothing else of what its camera knew', async () => {
    const original = await picture(600, 400)
      .withExif(inExif)
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${who}XMP</x:xmpmeta>`)
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    await using photo = await taken(Buffer.concat([original, Buffer.from(`${who}TRAILER`)]))
    for (const { body } of photo.parts) {
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytesOf(body())).metadata()
      expect({ exif, xmp, icc, iptc, orientation }).toEqual({})
      expect(bytesOf(body()).includes(who)).toBe(false)
    }
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('lying as orientation %i is stood upright', async (orientation) => {
    const stored = await lying(orientation)
    await using photo = await taken(stored)
    expect([photo.width, photo.height]).toEqual([400, 300])
    expect(await cornersOf(photo)).toEqual(['red', 'green', 'blue', 'white'])
  })

  it('is never made larger than it was, and still has all its parts', async () => {
    await using photo = await taken(await picture(200, 100).png().toBuffer())
    expect([photo.width, photo.height]).toEqual([200, 100])
    for (const { body } of photo.parts) {
      expect(await sharp(bytesOf(body())).metadata()).toMatchObject({ width: 200, height: 100 })
    }
  })

  it.each([
    ['one pixel', 1, 1],
    ['a long strip', 9000, 3],
  ])('may be %s', async (_, width, height) => {
    await using photo = await taken(await picture(width, height).png().toBuffer())
    expect(photo.parts).toHaveLength(3)
  })

  it('shows what was transparent on white, and colours of print and of grey as they look', async () => {
    const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const grey = await picture(40, 40).greyscale().png().toBuffer()
    const print = await picture(40, 40).toColourspace('cmyk').jpeg().toBuffer()
    await using onWhite = await taken(clear)
    expect((await pixelsOf(onWhite)).subarray(0, 3)).toEqual(Buffer.of(255, 255, 255))
    await using greyPhoto = await taken(grey)
    await using printed = await taken(print)
    expect([greyPhoto.width, printed.width]).toEqual([40, 40])
  })

  it('of HEIC is decoded too, with its place', async () => {
    const original = await readFile(heic)
    expect(original.includes(who)).toBe(true)
    await using photo = await taken(original)
    expect(photo).toMatchObject({ kind: 'photo', type: 'image/webp', width: 240, height: 160 })
    expect(photo.gps?.lat).toBeCloseTo(zhytomyr.lat, 4)
    expect(photo.gps?.lng).toBeCloseTo(zhytomyr.lng, 4)
    for (const { body } of photo.parts) expect(bytesOf(body()).includes(who)).toBe(false)
  })

  it('that hides a page or an archive behind itself loses it', async () => {
    const hidden = Buffer.from('<!doctype html><script>alert(1)</script>PK\x03\x04')
    for (const type of ['jpeg', 'png', 'webp'] as const) {
      await using photo = await taken(Buffer.concat([await picture(60, 40).toFormat(type).toBuffer(), hidden]))
      for (const { body } of photo.parts) expect(bytesOf(body()).includes('script')).toBe(false)
    }
  })

  it('leaves the original alone', async () => {
    const path = join(folder, 'original')
    const original = await picture(60, 40).jpeg().toBuffer()
    await writeFile(path, original)
    const made = await prepareMedia(path)
    if (made.ok) await made.value[Symbol.asyncDispose]()
    expect(await readFile(path)).toEqual(original)
    expect((await readdir(folder)).filter((name) => name.startsWith('original'))).toEqual(['original'])
  })
})

function picture(width: number, height: number) {
  const raw = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) raw.set(cornerAt(x * 2 < width, y * 2 < height), (y * width + x) * 3)
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
}

function cornerAt(left: boolean, above: boolean) {
  if (above) return left ? corners.red : corners.green
  return left ? corners.blue : corners.white
}

/** The picture of 400 × 300 as a camera held otherwise stores it, with the note how to turn it back. */
async function lying(orientation: number): Promise<Buffer> {
  const undo: Record<number, { readonly angle: number; readonly flop?: boolean }> = {
    2: { angle: 0, flop: true },
    3: { angle: 180 },
    4: { angle: 180, flop: true },
    5: { angle: 90, flop: true },
    6: { angle: 270 },
    7: { angle: 270, flop: true },
    8: { angle: 90 },
  }
  const { angle = 0, flop = false } = undo[orientation] ?? {}
  const turned = await sharp(await picture(400, 300).rotate(angle).png().toBuffer())
    .flop(flop)
    .png()
    .toBuffer()
  return sharp(turned).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
}

async function cornersOf(photo: Prepared): Promise<string[]> {
  const pixels = await pixelsOf(photo)
  const { width, height } = photo
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(height * y) * width + Math.floor(width * x)) * 3
    const near = Object.entries(corners).find(([, colour]) =>
      colour.every((value, channel) => Math.abs(value - (pixels[at + channel] ?? 0)) < 40),
    )
    return near?.[0] ?? 'another'
  })
}

async function pixelsOf({ parts }: Prepared): Promise<Buffer> {
  const largest = parts.find(({ name }) => name === '2048.webp')
  return sharp(bytesOf(largest?.body())).raw().toBuffer()
}

function bytesOf(body: unknown): Buffer {
  if (!(body instanceof Uint8Array)) throw new Error('A part of a photo is held in memory')
  return Buffer.from(body)
}

async function taken(original: Uint8Array): Promise<Prepared> {
  const path = join(folder, crypto.randomUUID())
  await writeFile(path, original)
  const made = await prepareMedia(path)
  if (!made.ok) throw new Error(`Refused: ${made.problem.kind}`)
  return made.value
}
