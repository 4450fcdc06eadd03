import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { headLength, mediaFormat } from './media-format.ts'

const fixtures = join(import.meta.dirname, '../../../test/fixtures/media')
const bytes = (text: string) => Buffer.from(text, 'latin1')
const ftyp = (brands: string) => bytes(`\0\0\0${String.fromCharCode(8 + brands.length)}ftyp${brands}`)

describe('what a file is', () => {
  it.each([
    ['photo.heic', 'heic'],
    ['clip.mp4', 'mp4'],
    ['fragmented.mp4', 'mp4'],
    ['turned.mov', 'mp4'],
    ['clip.webm', 'webm'],
    ['recorded.webm', 'webm'],
  ])('is told by its first bytes: %s', async (name, format) => {
    const file = await readFile(join(fixtures, name))
    expect(mediaFormat(file.subarray(0, headLength))).toBe(format)
  })

  it.each([
    ['jpeg', bytes('\xff\xd8\xff\xe1')],
    ['png', bytes('\x89PNG\r\n\x1a\n')],
    ['webp', bytes('RIFF\0\0\0\0WEBPVP8 ')],
    ['heic', ftyp('mif1\0\0\0\0mif1heic')],
    ['heic', ftyp('heix\0\0\0\0mif1heix')],
    ['mp4', ftyp('isom\0\0\x02\0isomiso2avc1mp41')],
    ['mp4', ftyp('qt  \0\0\0\0qt  ')],
  ])('is %s', (format, head) => {
    expect(mediaFormat(head)).toBe(format)
  })

  it.each([
    ['nothing', bytes('')],
    ['a few bytes', bytes('\xff\xd8')],
    ['GIF', bytes('GIF89a')],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['SVG with a declaration', bytes('<?xml version="1.0"?><svg>')],
    ['PDF', bytes('%PDF-1.7')],
    ['a page', bytes('<!doctype html>')],
    ['ZIP', bytes('PK\x03\x04')],
    ['TIFF', bytes('II*\0')],
    ['BMP', bytes('BM')],
    ['sound', bytes('RIFF\0\0\0\0WAVEfmt ')],
    ['AVIF', ftyp('avif\0\0\0\0avifmif1')],
    [
      'Matroska that is not WebM',
      Buffer.from('1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61', 'hex'),
    ],
    ['a JPEG behind another byte', bytes('\n\xff\xd8\xff')],
    ['a program', bytes('\x7fELF')],
    ['a brand of nobody', ftyp('xxxx\0\0\0\0xxxx')],
  ])('is nothing we take: %s', (_, head) => {
    expect(mediaFormat(head)).toBeNull()
  })
})
