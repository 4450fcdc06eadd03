import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'

import { aPhoto, latin1 } from '#test/odd-images.ts'
import { newReport, reportForm } from '../forms.ts'
import type { Attack, Group, Row } from '../row.ts'
import { payload, refusals, refused, taken, takenOrNot } from '../upload.ts'
import { onTheWire } from '../wire.ts'
import { uk } from '../words.ts'

const fixture = (name: string) => readFile(`test/fixtures/media/${name}`)
const photo = () => aPhoto(60, 40).jpeg().toBuffer()
const words = 'Провалився тротуар біля школи'
const megabyte = 1024 * 1024

const videos: Row[] = [
  refused('a video of more than a minute', () => fixture('long.mp4'), 'long'),
  refused('a WebM of more than a minute', () => fixture('long.webm'), 'long'),
  refused('a video without pictures', () => fixture('sound.mp4'), 'strange'),
  refused('only the beginning of a video', () => latin1('\0\0\0\x18ftypisom\0\0\0\0isommp41'), 'strange'),
  refused(
    'a video of boxes that hold themselves',
    () => latin1(`\0\0\0\x18ftypisom\0\0\0\0isommp41${'\0\0\0\x08moov'.repeat(20_000)}`),
    'strange',
  ),
  refused(
    'a video whose box is larger than any file',
    () => latin1('\0\0\0\x18ftypisom\0\0\0\0isommp41\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff'),
    'strange',
  ),
  refused('only the beginning of a WebM', () => latin1('\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm'), 'damaged'),
  refused(
    'a page that begins as a video',
    () => latin1(`\0\0\0\x18ftypisom\0\0\0\0isommp41${payload.repeat(100)}`),
    'strange',
  ),
  takenOrNot('a video that is cut off', () => fixture('cut.mp4')),
  takenOrNot('a video with its bytes turned round', async () => flipped(await fixture('clip.mp4'))),
  takenOrNot('a WebM with its bytes turned round', async () => flipped(await fixture('clip.webm'))),
  taken('a video with a page in a box of its own', async () =>
    Buffer.concat([await fixture('clip.mp4'), box('udta', payload), box('free', payload)]),
  ),
  taken('a WebM', async () => fixture('clip.webm')),
]

/** Every fortieth byte behind the head is another. */
function flipped(video: Buffer): Buffer {
  const copy = Buffer.from(video)
  for (let at = 300; at < copy.length; at += 40) copy[at] = 255 - (copy[at] ?? 0)
  return copy
}

function box(type: string, content: string): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length + 8)
  return Buffer.concat([head, latin1(type + content)])
}

const names: readonly Row[] = [
  '../../../../etc/passwd',
  '..\\..\\windows\\system32\\config',
  '/etc/passwd',
  'photo.php',
  'photo.jpg\0.html',
  'photo\u202egpj.exe',
  '.htaccess',
  'con',
  '<img src=x onerror=alert(1)>.jpg',
  "'; drop table media; --.jpg",
  'photo\r\nContent-Type: text/html\r\n\r\n.jpg',
  `${'я'.repeat(10_000)}.jpg`,
  '%2e%2e%2f%00',
  '~',
].map((called) => ({
  name: `a photo called ${JSON.stringify(called).slice(0, 60)}`,
  async send({ stranger }) {
    const file = new File([new Uint8Array(await photo())], called)
    return stranger().post(newReport, [...reportForm({ category: '' }), ['files', file]])
  },
  status: 422,
  says: uk('form.problem.category_missing'),
  after: async ({ text }) => expect(text.split('data-media="').length - 1).toBe(1),
}))

const sizes: Row[] = [
  {
    name: 'a file of more than 100 MB',
    send: ({ resident }) =>
      resident.post(newReport, [...reportForm({ category: '' }), ['files', new Blob([Buffer.alloc(101 * megabyte)])]]),
    status: 422,
    says: uk('files.problem.file_too_large', { megabytes: 100 }),
  },
  { name: 'a file that never ends', send: endless, status: [0, 413] },
  {
    name: 'a file that says it has ten billion bytes and then is silent',
    send: ({ house }) =>
      onTheWire(house.origin, {
        pieces: [head(house.origin, 'Content-Length: 10000000000'), beginning, 'a'.repeat(1000)],
        thenClose: true,
      }),
    status: [0, 400],
  },
  {
    name: 'ten broken files with a form, which is given back with all that is good',
    async send({ resident }) {
      const good = new File([new Uint8Array(await photo())], 'good.jpg')
      const bad = Array.from({ length: 9 }, (_, index) => ['files', new File(['x'], `${index}.jpg`)] as const)
      return resident.post(newReport, [...reportForm(), ['files', good], ...bad])
    },
    status: 422,
    says: refusals.strange,
    keeps: words,
    after: async ({ text }) => expect(text.split('data-media="').length - 1).toBe(1),
  },
  {
    name: 'a form with six photos where five are allowed',
    async send({ resident }) {
      const bytes = new Uint8Array(await photo())
      const other = (index: number) => new File([bytes, String(index)], `${index}.jpg`)
      const files = Array.from({ length: 6 }, (_, index) => ['files', other(index)] as const)
      return resident.post(newReport, [...reportForm(), ...files])
    },
    status: 422,
    says: uk('files.problem.too_many_files', { most: 5 }),
    keeps: words,
  },
]

const beginning = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n'

function head(origin: string, length: string): string {
  const lines = [
    `POST ${newReport} HTTP/1.1`,
    'Host: localhost',
    `Origin: ${origin}`,
    'Content-Type: multipart/form-data; boundary=x',
    length,
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

/** Chunk after chunk, until the other end has had enough. */
function endless({ house }: Attack) {
  const chunk = Buffer.concat([latin1('100000\r\n'), Buffer.alloc(megabyte), latin1('\r\n')])
  function* pieces() {
    yield head(house.origin, 'Transfer-Encoding: chunked')
    yield `${beginning.length.toString(16)}\r\n${beginning}\r\n`
    for (let sent = 0; sent < 400; sent += 1) yield chunk
  }
  return onTheWire(house.origin, { pieces: pieces() })
}

export const files: readonly Group[] = [
  { about: 'videos', rows: videos, besideTheDatabase: true },
  { about: 'names and sizes of files', rows: [...names, ...sizes], besideTheDatabase: true },
]
