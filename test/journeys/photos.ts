import { randomBytes, randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** A file as a person picks it. */
export type PickedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

type PhotoOptions = {
  readonly width?: number
  readonly height?: number
  /** Where the camera says it was. */
  readonly at?: { readonly lng: number; readonly lat: number }
}

/** A photo as a phone takes it, but for its size: no two alike, and as hard to compress as a street. */
export async function aPhoto({ width = 1000, height = 750, at }: PhotoOptions = {}): Promise<PickedFile> {
  const tint = { r: randomInt(256), g: randomInt(256), b: randomInt(256) }
  const noise = sharp(randomBytes(width * height), { raw: { width, height, channels: 1 } })
  const photo = noise.toColourspace('srgb').tint(tint)
  const exif = at ? { IFD0: { Make: 'Camera' }, IFD3: gps(at) } : { IFD0: { Make: 'Camera' } }
  return {
    name: 'IMG_2041.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo.withExif(exif).jpeg({ quality: 50 }).toBuffer(),
  }
}

/** Two seconds of a street, as a phone held upright films it: it knows where, and takes more bytes than its pictures need. */
export async function aVideo(): Promise<PickedFile> {
  const filmed = await readFile('test/fixtures/media/turned.mov')
  const more = Buffer.alloc(1_000_000)
  more.writeUInt32BE(more.length)
  more.write('free', 4)
  return { name: 'IMG_2042.MOV', mimeType: 'video/quicktime', buffer: Buffer.concat([filmed, more]) }
}

function gps({ lng, lat }: { readonly lng: number; readonly lat: number }): Record<string, string> {
  return {
    GPSLatitudeRef: lat < 0 ? 'S' : 'N',
    GPSLatitude: sexagesimal(Math.abs(lat)),
    GPSLongitudeRef: lng < 0 ? 'W' : 'E',
    GPSLongitude: sexagesimal(Math.abs(lng)),
  }
}

/** Degrees, minutes and hundredths of seconds, as cameras write them. */
function sexagesimal(degrees: number): string {
  const seconds = Math.round(degrees * 3600 * 100)
  return `${Math.floor(seconds / 360_000)}/1 ${Math.floor((seconds % 360_000) / 6000)}/1 ${seconds % 6000}/100`
}
