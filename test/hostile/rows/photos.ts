import { readFile } from 'node:fs/promises'
import { deflateSync, gzipSync } from 'node:zlib'
import { expect } from 'vitest'

import { aPhoto, aPng, aWebp, latin1, pngChunk, svg, withSegment } from '#test/odd-images.ts'
import type { Group, Row } from '../row.ts'
import { payload, refused, taken, takenOrNot } from '../upload.ts'

const jpeg = (width = 60, height = 40) => aPhoto(width, height).jpeg().toBuffer()
const heic = () => readFile('test/fixtures/media/photo.heic')
const megabyte = 1024 * 1024

const strange: Row[] = (
  [
    ['one byte', '\xff'],
    ['a text', 'яма'],
    ['a page', `<!doctype html>${payload}`],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['PHP', '<?php system($_GET[0]);'],
    ['a drawing', svg],
    ['a drawing with a script', `<svg xmlns="http://www.w3.org/2000/svg">${payload}</svg>`],
    [
      'a drawing that reads a file',
      '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    ],
    [
      'a drawing of a billion laughs',
      '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg>&b;</svg>',
    ],
    ['GIF', 'GIF89a\x01\0\x01\0\0\0\0;'],
    ['BMP', 'BM\x36\0\0\0\0\0\0\0'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['PSD', '8BPS\0\x01'],
    ['PDF', '%PDF-1.7\n'],
    ['ZIP', 'PK\x03\x04'],
    ['a program', '\x7fELF\x02\x01\x01'],
    ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0avifmif1'],
    ['PostScript', '%!PS-Adobe-3.0\n(/etc/passwd) run'],
    ['a place elsewhere', 'https://evil.example/a.jpg'],
  ] as const
).map(([name, text]) => refused(`${name} for a photo`, () => Buffer.from(text, 'latin1'), 'strange'))

const broken: Row[] = [
  refused('nothing for a photo', () => latin1(''), 'empty'),
  refused('a JPEG that is cut off', async () => half(await jpeg(900, 600)), 'damaged'),
  refused('a PNG that is cut off', async () => half(await aPhoto(900, 600).png().toBuffer()), 'damaged'),
  refused('a WebP that is cut off', async () => half(await aPhoto(900, 600).webp().toBuffer()), 'damaged'),
  refused('a HEIC that is cut off', async () => half(await heic()), 'damaged'),
  refused('only the beginning of a JPEG', () => latin1('\xff\xd8\xff\xe0'), 'damaged'),
  refused('only the beginning of a PNG', () => latin1('\x89PNG\r\n\x1a\n'), 'damaged'),
  refused('a PNG without pixels', () => aPng(0, 0), 'damaged'),
  refused('a PNG whose pixels are missing', () => aPng(4000, 3000), 'damaged'),
  refused('a PNG of a width beyond reason', () => aPng(2_147_483_647, 2), 'damaged'),
  refused('a page that begins as a JPEG', () => latin1(`\xff\xd8\xff${payload}`), 'damaged'),
  refused('a drawing that begins as a HEIC', () => latin1(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${svg}`), 'damaged'),
  refused('a HEIC of nothing', () => latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta'), 'damaged'),
  refused('a PNG with a sum that is wrong', async () => changed(await aPhoto(60, 40).png().toBuffer(), 40), 'damaged'),
]

/** Small on the way and large in memory. */
const bombs: Row[] = [
  refused('a PNG that says it has 900 million pixels', () => aPng(30_000, 30_000), 'pixels'),
  refused('a WebP that says it has 268 million pixels', () => aWebp(16_383, 16_383), 'pixels'),
  refused('a PNG of 60 million pixels and a few', () => aPng(7750, 7750, { pixels: rows(7750, 7750) }), 'pixels'),
  taken('a PNG of 59 million pixels in 60 KB', () => aPng(7700, 7700, { pixels: rows(7700, 7700) })),
  taken('a JPEG of 24 million pixels that comes into focus little by little', () =>
    aFlat(6000, 4000).jpeg({ progressive: true }).toBuffer(),
  ),
  taken('a WebP of 24 million pixels', () => aFlat(6000, 4000).webp({ effort: 0 }).toBuffer()),
  taken('a picture of 60,000 to 1', () => aPng(60_000, 1, { pixels: rows(60_000, 1) })),
  takenOrNot('a PNG whose text is 300 MB when it is unfolded', () =>
    aPng(2, 2, { pixels: rows(2, 2), chunks: [unfolding('zTXt', 'Comment\0\0', 300)] }),
  ),
  takenOrNot('a PNG whose colours are 300 MB when they are unfolded', () =>
    aPng(2, 2, { pixels: rows(2, 2), chunks: [unfolding('iCCP', 'a\0\0', 300)] }),
  ),
  takenOrNot('a PNG of 50,000 texts', () =>
    aPng(2, 2, { pixels: rows(2, 2), chunks: Array.from({ length: 50_000 }, () => pngChunk('tEXt', latin1('a\0b'))) }),
  ),
  takenOrNot('a JPEG of 60,000 comments', async () => withSegments(await jpeg(), 60_000)),
  refused('a JPEG of 51 MB', async () => Buffer.concat([await jpeg(), Buffer.alloc(51 * megabyte)]), 'large'),
]

/** A photo that is something else besides: what is served of it must be a photo alone. */
const polyglots: Row[] = [
  taken('a JPEG with a page in its comment', async () => withSegment(await jpeg(), 0xfe, latin1(payload))),
  taken('a JPEG with a page behind it', async () => Buffer.concat([await jpeg(), latin1(payload)])),
  taken('a JPEG with an archive behind it', async () =>
    Buffer.concat([await jpeg(), latin1(`PK\x03\x04${payload}PK\x05\x06`), Buffer.alloc(18)]),
  ),
  taken('a JPEG with a script in every segment', async () =>
    [0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xef].reduce(withPayload, await jpeg()),
  ),
  taken('a PNG with a page in its text', () =>
    aPng(2, 2, { pixels: rows(2, 2), chunks: [pngChunk('tEXt', latin1(`Comment\0${payload}`))] }),
  ),
  taken('a PNG with a page behind it', () => Buffer.concat([aPng(2, 2, { pixels: rows(2, 2) }), latin1(payload)])),
  taken('a WebP with a page behind it', async () =>
    Buffer.concat([await aPhoto(60, 40).webp().toBuffer(), latin1(payload)]),
  ),
  refused('a JPEG that is compressed', async () => gzipSync(await jpeg()), 'strange'),
]

const artist = (words: string) =>
  aPhoto(60, 40)
    .withExif({ IFD0: { Artist: words, Software: words } })
    .jpeg()
    .toBuffer()
const place = (GPSLatitude: string, GPSLongitude: string) =>
  aPhoto(60, 40)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude, GPSLongitudeRef: 'E', GPSLongitude } })
    .jpeg()
    .toBuffer()

const exif: Row[] = [
  taken('a photographer whose name is a script', () => artist(payload)),
  taken('a photographer without end', () => artist('я'.repeat(10_000))),
  ...(
    [
      ['beyond the pole', '999/1 0/1 0/1', '28/1 0/1 0/1'],
      ['by nothing divided', '50/0 0/0 0/0', '28/0 0/1 0/1'],
      ['at nothing', '0/1 0/1 0/1', '0/1 0/1 0/1'],
      ['of the largest figures', '4294967295/1 4294967295/1 4294967295/1', '4294967295/1 0/1 0/1'],
    ] as const
  ).map(([name, latitude, longitude]): Row => {
    const row = taken(`a place ${name}`, () => place(latitude, longitude))
    return { ...row, after: async (answer) => expect(JSON.parse(answer.text).gps).toBeNull() }
  }),
  taken('a turn that is none', async () => withSegment(await jpeg(), 0xe1, tiff([[0x0112, 3, 1, 99]]))),
  taken('a list of facts that leads to itself', async () =>
    withSegment(
      await jpeg(),
      0xe1,
      tiff(
        [
          [0x8769, 4, 1, 8],
          [0x8825, 4, 1, 8],
        ],
        8,
      ),
    ),
  ),
  taken('a fact of four billion parts', async () =>
    withSegment(await jpeg(), 0xe1, tiff([[0x8825, 5, 0xffffffff, 0xfffffff0]])),
  ),
  taken('sixty-five thousand facts of which none is there', async () =>
    withSegment(await jpeg(), 0xe1, Buffer.concat([latin1('Exif\0\0II*\0\x08\0\0\0'), Buffer.from([0xff, 0xff])])),
  ),
]

/** Rows of three colours, each with the byte that says how it is filtered. */
function rows(width: number, height: number): Buffer {
  return Buffer.alloc((width * 3 + 1) * height)
}

function aFlat(width: number, height: number) {
  return aPhoto(2, 2).resize(width, height, { fit: 'fill', kernel: 'nearest' })
}

function unfolding(type: string, before: string, megabytes: number): Buffer {
  return pngChunk(type, Buffer.concat([latin1(before), deflateSync(Buffer.alloc(megabytes * megabyte), { level: 1 })]))
}

function withPayload(image: Buffer, marker: number): Buffer {
  return withSegment(image, marker, latin1(payload))
}

function half(image: Buffer): Buffer {
  return image.subarray(0, image.length / 2)
}

function withSegments(image: Buffer, count: number): Buffer {
  const comment = latin1('\xff\xfe\0\x04ab')
  return Buffer.concat([image.subarray(0, 2), ...Array<Buffer>(count).fill(comment), image.subarray(2)])
}

function changed(image: Buffer, at: number): Buffer {
  const copy = Buffer.from(image)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

type Fact = readonly [tag: number, type: number, count: number, value: number]

/** Exif with one list of facts, which may say where the next begins. */
function tiff(facts: readonly Fact[], next = 0): Buffer {
  const list = Buffer.alloc(2 + facts.length * 12 + 4)
  list.writeUInt16LE(facts.length, 0)
  for (const [index, [tag, type, count, value]] of facts.entries()) {
    const at = 2 + index * 12
    list.writeUInt16LE(tag, at)
    list.writeUInt16LE(type, at + 2)
    list.writeUInt32LE(count, at + 4)
    list.writeUInt32LE(value, at + 8)
  }
  list.writeUInt32LE(next, 2 + facts.length * 12)
  return Buffer.concat([latin1('Exif\0\0II*\0\x08\0\0\0'), list])
}

export const photos: readonly Group[] = [
  { about: 'files that are no photos', rows: [...strange, ...broken], besideTheDatabase: true },
  { about: 'photos that are more than they seem', rows: [...bombs, ...polyglots, ...exif], besideTheDatabase: true },
]
