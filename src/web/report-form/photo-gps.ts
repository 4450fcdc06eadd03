import type { Point } from '#src/domain/report.ts'

/** Bytes: cameras write what they know of a photo at its beginning. */
export const gpsWithin = 512 * 1024

/**
 * Where a photo says it was taken, by the first {@link gpsWithin} bytes of a JPEG or HEIC file. Null when it does not
 * say, or says what cannot be. Whatever the bytes are, it ends soon and throws nothing.
 */
export function photoGps(bytes: Uint8Array): Point | null {
  const start = exifStart(bytes)
  if (start === null) return null
  const read = readerOf(new DataView(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start))
  const gps = entries(read, read.uint32((entries(read, read.uint32(4)).get(0x8825) ?? nowhere) + 8))
  const lat = degrees(read, gps.get(1), gps.get(2), 'S')
  const lng = degrees(read, gps.get(3), gps.get(4), 'W')
  if (lat === null || lng === null || Math.abs(lat) > 90 || Math.abs(lng) > 180) return null
  // Cameras without a fix write zeros.
  return lat === 0 && lng === 0 ? null : { lng, lat }
}

/** Reads beyond the end give zero. */
type Read = { readonly uint8: ReadAt; readonly uint16: ReadAt; readonly uint32: ReadAt }
type ReadAt = (at: number) => number

const nowhere = 0xffffff00

/** Behind `Exif\0\0`, where the order of bytes stands as `II*\0` or `MM\0*`. */
function exifStart(bytes: Uint8Array): number | null {
  const mark = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const last = Math.min(bytes.length, gpsWithin) - 14
  for (let at = bytes.indexOf(0x45); at >= 0 && at <= last; at = bytes.indexOf(0x45, at + 1)) {
    if (!mark.every((byte, offset) => bytes[at + offset] === byte)) continue
    const order = String.fromCharCode(...bytes.subarray(at + 6, at + 10))
    if (order === 'II*\0' || order === 'MM\0*') return at + 6
  }
  return null
}

function readerOf(view: DataView): Read {
  const little = view.getUint16(0) === 0x4949
  const within = (at: number, length: number) => at >= 0 && at + length <= view.byteLength
  return {
    uint8: (at) => (within(at, 1) ? view.getUint8(at) : 0),
    uint16: (at) => (within(at, 2) ? view.getUint16(at, little) : 0),
    uint32: (at) => (within(at, 4) ? view.getUint32(at, little) : 0),
  }
}

/** Where the entry of each tag begins: twelve bytes of tag, type, count and value. */
function entries(read: Read, at: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const count = Math.min(read.uint16(at), 256)
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + index * 12
    found.set(read.uint16(entry), entry)
  }
  return found
}

/** Degrees, minutes and seconds, three fractions; the sign is a letter in an entry of its own. */
function degrees(read: Read, sign: number | undefined, value: number | undefined, negative: string): number | null {
  if (sign === undefined || value === undefined || read.uint32(value + 4) !== 3) return null
  const at = read.uint32(value + 8)
  const [whole, minutes, seconds] = [0, 8, 16].map((offset) => {
    const [above, below] = [read.uint32(at + offset), read.uint32(at + offset + 4)]
    // Nothing of nothing is a part that was not measured.
    return above === 0 && below === 0 ? 0 : above / below
  }) as [number, number, number] // safe: three offsets
  const sum = whole + minutes / 60 + seconds / 3600
  if (!Number.isFinite(sum)) return null
  return String.fromCharCode(read.uint8(sign + 8)) === negative ? -sum : sum
}
