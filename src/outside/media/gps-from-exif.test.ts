import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { gpsFromExif } from './gps-from-exif.ts'
import { sharp } from './image-loaders.ts'

describe('where a photo was taken', () => {
  it.each([
    ['N', '50/1 15/1 1680/100', 'E', '28/1 39/1 3000/100', { lat: 50.2546666, lng: 28.6583333 }],
    ['S', '33/1 52/1 0/1', 'W', '70/1 30/1 0/1', { lat: -33.8666666, lng: -70.5 }],
    ['N', '502546/10000 0/1 0/1', 'E', '2865/100 0/0 0/0', { lat: 50.2546, lng: 28.65 }],
  ])('is read from %s %s, %s %s', async (northSouth, latitude, eastWest, longitude, point) => {
    const found = gpsFromExif(await exifWith(northSouth, latitude, eastWest, longitude))
    expect(found?.lat).toBeCloseTo(point.lat, 5)
    expect(found?.lng).toBeCloseTo(point.lng, 5)
  })

  it.each([
    ['a camera without a fix writes zeros', 'N', '0/1 0/1 0/1', 'E', '0/1 0/1 0/1'],
    ['beyond the pole', 'N', '91/1 0/1 0/1', 'E', '28/1 0/1 0/1'],
    ['beyond the date line', 'N', '50/1 0/1 0/1', 'E', '180/1 1/1 0/1'],
    ['nothing divides by zero', 'N', '50/0 0/1 0/1', 'E', '28/1 0/1 0/1'],
  ])('is not known: %s', async (_, ...written) => {
    expect(gpsFromExif(await exifWith(...written))).toBeNull()
  })

  it('is read in either order of bytes, with or without the mark of Exif', async () => {
    const exif = await exifWith('N', '50/1 0/1 0/1', 'E', '28/1 0/1 0/1')
    const bare = exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif
    for (const one of [bare, Buffer.concat([Buffer.from('Exif\0\0'), bare]), bigEndian(50, 28)]) {
      expect(gpsFromExif(one)).toEqual({ lat: 50, lng: 28 })
    }
  })

  it('is null or on Earth, whatever the bytes, and is found without a crash or a loop', async () => {
    const exif = await exifWith('N', '50/1 15/1 0/1', 'E', '28/1 39/1 0/1')
    const change = fc.tuple(fc.nat(exif.length - 1), fc.nat(255))
    const changed = fc
      .tuple(fc.array(change, { maxLength: 12 }), fc.nat(exif.length))
      .map(([changes, length]) => withChanges(exif, changes).subarray(0, length))
    fc.assert(
      fc.property(fc.oneof(changed, fc.uint8Array({ maxLength: 400 }).map(asTiff)), (bytes) => {
        const point = gpsFromExif(bytes)
        return point === null || (Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180)
      }),
      { numRuns: 3000 },
    )
  })
})

async function exifWith(...[GPSLatitudeRef, GPSLatitude, GPSLongitudeRef, GPSLongitude]: string[]): Promise<Buffer> {
  const written = { GPSLatitudeRef, GPSLatitude, GPSLongitudeRef, GPSLongitude } as Record<string, string>
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Make: 'x' }, IFD3: written })
    .jpeg()
    .toBuffer()
  const { exif } = await sharp(jpeg).metadata()
  if (!exif) throw new Error('No Exif was written')
  return exif
}

/** As Canon and Apple write it: the main directory, the one of GPS, then the numbers. */
function bigEndian(lat: number, lng: number): Buffer {
  const bytes = Buffer.alloc(128)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    bytes.writeUInt16BE(tag, at)
    bytes.writeUInt16BE(type, at + 2)
    bytes.writeUInt32BE(count, at + 4)
    bytes.writeUInt32BE(value, at + 8)
  }
  bytes.write('MM\0*\0\0\0\x08', 'latin1')
  bytes.writeUInt16BE(1, 8)
  entry(10, 0x8825, 4, 1, 26)
  bytes.writeUInt16BE(4, 26)
  entry(28, 1, 2, 2, 'N'.charCodeAt(0) * 2 ** 24)
  entry(40, 2, 5, 3, 80)
  entry(52, 3, 2, 2, 'E'.charCodeAt(0) * 2 ** 24)
  entry(64, 4, 5, 3, 104)
  for (const [at, whole] of [
    [80, lat],
    [104, lng],
  ] as const) {
    ;[whole, 1, 0, 1, 0, 1].forEach((number, index) => {
      bytes.writeUInt32BE(number, at + index * 4)
    })
  }
  return bytes
}

function asTiff(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), bytes])
}

function withChanges(bytes: Buffer, changes: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes)
  for (const [at, value] of changes) copy[at] = value
  return copy
}
