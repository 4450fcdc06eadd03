import type { Point } from '#src/domain/report.ts'

const gpsDirectory = 0x8825
const latitude = { sign: 1, value: 2, negative: 'S', most: 90 }
const longitude = { sign: 3, value: 4, negative: 'W', most: 180 }
const rational = 5
const ascii = 2

/** Where a photo says it was taken. Null when it does not, or when what it says cannot be. */
export function gpsFromExif(exif: Uint8Array): Point | null {
  const tiff = tiffIn(exif)
  const main = tiff && directory(tiff, tiff.uint32(4))
  const pointer = main?.get(gpsDirectory)
  if (!tiff || pointer === undefined) return null
  const gps = directory(tiff, tiff.uint32(pointer + 8))
  const lat = degrees(tiff, gps, latitude)
  const lng = degrees(tiff, gps, longitude)
  // Cameras without a fix write zeros.
  if (lat === null || lng === null || (lat === 0 && lng === 0)) return null
  return { lng, lat }
}

/** Reads beyond the end give zero, so that nothing in a hostile file can throw or loop. */
type Tiff = { uint8(at: number): number; uint16(at: number): number; uint32(at: number): number }

function tiffIn(exif: Uint8Array): Tiff | null {
  const start = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength).subarray(0, 6).equals(exifMark) ? 6 : 0
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start)
  if (view.byteLength < 8) return null
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const little = order === 0x4949
  return {
    uint8: (at) => (at < view.byteLength ? view.getUint8(at) : 0),
    uint16: (at) => (at + 2 <= view.byteLength ? view.getUint16(at, little) : 0),
    uint32: (at) => (at + 4 <= view.byteLength ? view.getUint32(at, little) : 0),
  }
}

const exifMark = Buffer.from('Exif\0\0', 'latin1')

/** Where each tag's entry of twelve bytes begins. */
function directory(tiff: Tiff, at: number): ReadonlyMap<number, number> {
  const count = Math.min(tiff.uint16(at), 512)
  const entries = Array.from({ length: count }, (_, index) => at + 2 + index * 12)
  return new Map(entries.map((entry) => [tiff.uint16(entry), entry]))
}

function degrees(tiff: Tiff, gps: ReadonlyMap<number, number>, axis: typeof latitude): number | null {
  const sign = gps.get(axis.sign)
  const value = gps.get(axis.value)
  if (sign === undefined || value === undefined) return null
  if (tiff.uint16(sign + 2) !== ascii || tiff.uint16(value + 2) !== rational || tiff.uint32(value + 4) !== 3)
    return null
  const at = tiff.uint32(value + 8)
  const [whole = 0, minutes = 0, seconds = 0] = [0, 8, 16].map((offset) => fraction(tiff, at + offset))
  const sum = whole + minutes / 60 + seconds / 3600
  if (!Number.isFinite(sum) || sum > axis.most) return null
  // A short text stands in the entry itself.
  return String.fromCharCode(tiff.uint8(sign + 8)) === axis.negative ? -sum : sum
}

/** A whole of nothing is a number that was not known. */
function fraction(tiff: Tiff, at: number): number {
  const [above, below] = [tiff.uint32(at), tiff.uint32(at + 4)]
  return below === 0 && above === 0 ? 0 : above / below
}
