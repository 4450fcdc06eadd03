import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Bytes as characters of one byte each. */
export const latin1 = (text: string) => Buffer.from(text, 'latin1')

export const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'

/** Three colours that run into each other: something to see after any change. */
export function aPhoto(width: number, height: number) {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <linearGradient id="a"><stop stop-color="#c22"/><stop offset="1" stop-color="#22c"/></linearGradient>
    </defs><rect width="100%" height="100%" fill="url(#a)"/></svg>`
  return sharp(Buffer.from(drawing)).flatten()
}

type Png = {
  /** What the pixels are made of; a thousand zeros where nothing is said. */
  readonly pixels?: Buffer
  /** Before the pixels. */
  readonly chunks?: readonly Buffer[]
}

/** A PNG that says it is so wide and so high, whatever is in it. */
export function aPng(width: number, height: number, { pixels = Buffer.alloc(1000), chunks = [] }: Png = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const body = pngChunk('IDAT', deflateSync(pixels))
  return Buffer.concat([latin1('\x89PNG\r\n\x1a\n'), pngChunk('IHDR', header), ...chunks, body, pngChunk('IEND')])
}

export function pngChunk(type: string, content = Buffer.of()): Buffer {
  const body = Buffer.concat([latin1(type), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** A lossless one: its sizes are 14 bits each behind a signature. */
export function aWebp(width: number, height: number): Buffer {
  const bits = Buffer.alloc(32)
  bits[0] = 0x2f
  bits.writeUInt32LE((width - 1) | ((height - 1) << 14), 1)
  return Buffer.concat([latin1('RIFF\x2c\0\0\0WEBPVP8L\x20\0\0\0'), bits])
}

/** A JPEG with a segment of its own right behind its first bytes: `0xe1` is where Exif stands, `0xfe` a comment. */
export function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}
