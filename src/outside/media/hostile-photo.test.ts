import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aPhoto, aPng, aWebp, latin1, svg } from '#test/odd-images.ts'
import { prepareMedia } from './prepare-media.ts'

const heic = () => readFile(join(import.meta.dirname, '../../../test/fixtures/media/photo.heic'))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-photo-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a photo is refused', () => {
  it.each([
    ['a small file of 900 million pixels', () => aPng(30_000, 30_000), 'too_many_pixels'],
    ['a width beyond reason', () => aPng(2_147_483_647, 2), 'file_damaged'],
    ['a WebP of 268 million pixels', () => aWebp(16_383, 16_383), 'too_many_pixels'],
    ['PNG without pixels', () => aPng(0, 0), 'file_damaged'],
    ['PNG whose pixels are missing', () => aPng(4000, 3000), 'file_damaged'],
    ['a page that begins like a JPEG', () => latin1('\xff\xd8\xff<html><script>1</script>'), 'file_damaged'],
    ['a drawing that begins like a JPEG', () => latin1(`\xff\xd8\xff${svg}`), 'file_damaged'],
    ['a drawing that begins like a HEIC', () => latin1(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${svg}`), 'file_damaged'],
    ['a drawing', () => latin1(svg), 'not_a_photo_or_video'],
    ['GIF', () => Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64'), 'not_a_photo_or_video'],
    ['nothing', () => Buffer.of(), 'file_empty'],
  ])('%s', async (_, bytes, kind) => {
    expect(await refused(bytes())).toEqual({ kind })
  })

  it.each(['jpeg', 'png', 'webp'] as const)('%s that is cut off', async (format) => {
    const whole = await aPhoto(900, 600).toFormat(format).toBuffer()
    expect(await refused(whole.subarray(0, whole.length / 2))).toEqual({ kind: 'file_damaged' })
  })

  it('HEIC that is cut off', async () => {
    const whole = await heic()
    for (const part of [0.2, 0.5, 0.9]) {
      const problem = await refused(whole.subarray(0, whole.length * part))
      expect(problem).toEqual({ kind: 'file_damaged' })
    }
  })

  it('when there are too many bytes of it, before one is read', async () => {
    const large = Buffer.concat([await aPhoto(30, 20).jpeg().toBuffer(), Buffer.alloc(51 * 1024 * 1024)])
    expect(await refused(large)).toEqual({ kind: 'file_too_large', mostBytes: 50 * 1024 * 1024 })
  })

  it('when a HEIC says that it is larger than any camera makes', async () => {
    const bytes = await heic()
    for (let at = bytes.indexOf('ispe'); at >= 0; at = bytes.indexOf('ispe', at + 4)) {
      bytes.writeUInt32BE(30_000, at + 8)
      bytes.writeUInt32BE(30_000, at + 12)
    }
    expect((await refused(bytes))?.kind).toMatch(/^(?:too_many_pixels|file_damaged)$/)
  })

  it('or made of what is left, whatever is changed in it', async () => {
    const formats = ['jpeg', 'png', 'webp'] as const
    const drawn = formats.map((format) => aPhoto(90, 60).toFormat(format).withExif(somewhere).toBuffer())
    for (const original of await Promise.all([...drawn, heic()])) {
      const at = fc.integer({ min: 12, max: original.length - 1 })
      const changes = fc.array(fc.tuple(at, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 })
      await fc.assert(
        fc.asyncProperty(changes, async (all) => {
          const copy = Buffer.from(original)
          for (const [where, to] of all) copy[where] = to
          const problem = await refused(copy)
          if (problem) expect(problem.kind).toMatch(/^(?:file_damaged|too_many_pixels|not_a_photo_or_video)$/)
        }),
        { numRuns: 10 },
      )
    }
  })

  it('when it is made of anything', async () => {
    const starts = fc.constantFrom('', '\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'RIFF\x20\0\0\0WEBPVP8 ')
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 2000 }), async (start, bytes) => {
        const problem = await refused(Buffer.concat([latin1(start), bytes]))
        expect(problem?.kind).toMatch(/^(?:file_empty|file_damaged|not_a_photo_or_video|too_many_pixels)$/)
      }),
      { numRuns: 100 },
    )
  })
})

describe('many photos at once', () => {
  it('are all made, a few at a time, and those who find no place to wait are told so', async () => {
    const path = await written(await aPhoto(300, 200).jpeg().toBuffer())
    const made = await Promise.all(Array.from({ length: 110 }, () => prepareMedia(path)))
    const busy = made.filter((one) => !one.ok)
    expect(busy.length).toBeGreaterThan(0)
    expect(busy.every((one) => one.problem.kind === 'media_busy')).toBe(true)
    expect(made.filter((one) => one.ok)).toHaveLength(102)
    expect((await prepareMedia(path)).ok).toBe(true)
  })
})

const somewhere = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 15/1 17/1' } }

async function refused(bytes: Uint8Array) {
  const result = await prepareMedia(await written(bytes))
  return result.ok ? null : result.problem
}

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'upload')
  await writeFile(path, bytes)
  return path
}
