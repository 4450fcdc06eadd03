import { anUpload, aPiece } from '#test/an-upload.ts'
import { aPhoto, latin1 } from '#test/odd-images.ts'
import { city } from '../forms.ts'
import type { Attack, Group, Row } from '../row.ts'
import { refusals, sendFile } from '../upload.ts'
import type { Answer, Visitor } from '../visitor.ts'
import { onTheWire } from '../wire.ts'
import { uk } from '../words.ts'

const uploads = `${city}/uploads`
const photo = () => aPhoto(60, 40).jpeg().toBuffer()
const megabyte = 1024 * 1024
const tus = { 'tus-resumable': '1.0.0' }

/** An upload of so many bytes, of which none has come: its address. */
async function begun(visitor: Visitor, length: number): Promise<string> {
  const { headers } = await visitor.send(uploads, anUpload('', { length }))
  return headers.get('location') ?? ''
}

const beginnings: Row[] = [
  ['without a length', { 'upload-length': '' }, 400],
  ['of less than nothing', { 'upload-length': '-1' }, 400],
  ['of nothing', { 'upload-length': '0' }, 422],
  ['of ten billion bytes', { 'upload-length': '10000000000' }, 413],
  ['of more bytes than a number holds', { 'upload-length': '9'.repeat(40) }, 400],
  ['of a length nobody knows yet', { 'upload-length': '', 'upload-defer-length': '1' }, [400, 501]],
  ['that is put together of others', { 'upload-concat': 'final;/zhytomyr/uploads/a /etc/passwd' }, [400, 501]],
  ['without words about it', { 'upload-metadata': '' }, 400],
  ['with words that are none', { 'upload-metadata': 'key \u00ff,,= =' }, 400],
  ['whose key is a path', { 'upload-metadata': `key ${btoa('../../media')}` }, 400],
  ['with fifteen thousand files that its form has', { 'upload-metadata': `key a,media ${'A'.repeat(12_000)}` }, 400],
  ['of a version that is none', { 'tus-resumable': '9.9.9' }, [400, 412]],
  ['that says to be another method', { 'x-http-method-override': 'DELETE' }, 201],
].map(([name, headers, status]) => ({
  name: `an upload ${name}`,
  send: async ({ stranger }: Attack) => sendFile(stranger(), await photo(), crypto.randomUUID(), headers as never),
  status: status as number | number[],
}))

const pieces: Row[] = [
  ['behind where the file is', { 'upload-offset': '7' }, 409],
  ['before the file', { 'upload-offset': '-1' }, 400],
  ['nowhere', { 'upload-offset': 'NaN' }, 400],
  ['without a place', { 'upload-offset': '' }, 400],
  ['at a place beyond numbers', { 'upload-offset': '1e309' }, 400],
  ['that says how long the file is', { 'upload-length': '5' }, [400, 501]],
  ['with a checksum of another', { 'upload-checksum': `sha256 ${btoa('x'.repeat(32))}` }, 460],
  ['with a checksum that is none', { 'upload-checksum': 'sha256 ../../x' }, 400],
  ['with a checksum of a kind of its own', { 'upload-checksum': 'crc32 AAAA' }, 400],
  ['as a form', { 'content-type': 'multipart/form-data; boundary=x' }, 400],
].map(([name, headers, status]) => ({
  name: `a piece ${name}`,
  async send({ stranger }: Attack) {
    const visitor = stranger()
    return visitor.send(await begun(visitor, 100), aPiece('piece', 0, headers as never))
  },
  status: status as number | number[],
}))

const others: Row[] = [
  { name: 'a piece of an upload that is none', send: to(`${uploads}/${'A'.repeat(32)}`), status: 404 },
  {
    name: 'a piece of a path',
    send: to(`${uploads}/..%2f..%2f..%2fetc%2fpasswd%00${'A'.repeat(8)}`),
    status: [404, 405],
  },
  {
    name: 'a piece of what a resident sends',
    async send({ resident, stranger }) {
      return stranger().send(await begun(resident, 100), aPiece('piece', 0))
    },
    status: 404,
  },
  {
    name: 'an end to what a resident sends',
    async send({ resident, stranger }) {
      return stranger().send(await begun(resident, 100), { method: 'DELETE', headers: tus })
    },
    status: 404,
  },
  {
    name: 'what has come of a file, asked for as a file',
    async send({ stranger }) {
      const visitor = stranger()
      const upload = await begun(visitor, 100)
      await visitor.send(upload, aPiece('piece', 0))
      return visitor.get(upload)
    },
    status: 404,
  },
  {
    name: 'a file of a hundred pieces of one byte',
    async send({ stranger }) {
      const visitor = stranger()
      const upload = await begun(visitor, 100)
      let last = await visitor.send(upload, aPiece('x', 0))
      for (let at = 1; at < 100; at++) last = await visitor.send(upload, aPiece('x', at))
      return last
    },
    status: 422,
    says: refusals.strange,
  },
  {
    name: 'more bytes than were said',
    async send({ stranger }) {
      const visitor = stranger()
      return visitor.send(await begun(visitor, 10), aPiece('x'.repeat(11), 0))
    },
    status: 413,
  },
  {
    name: 'a file of more than 100 MB',
    send: async ({ stranger }) => stranger().send(uploads, anUpload('', { length: 101 * megabyte })),
    status: 413,
    says: uk('files.problem.file_too_large', { megabytes: 100 }),
  },
  { name: 'a piece that never ends', send: endless, status: [0, 400, 413] },
]

function to(path: string): (attack: Attack) => Promise<Answer> {
  return ({ stranger }) => stranger().send(path, aPiece('piece', 0))
}

/** Chunk after chunk, until the other end has had enough. */
async function endless({ house, stranger }: Attack) {
  const upload = await begun(stranger(), megabyte)
  const chunk = Buffer.concat([latin1('100000\r\n'), Buffer.alloc(megabyte), latin1('\r\n')])
  const lines = [
    `PATCH ${upload} HTTP/1.1`,
    'Host: localhost',
    `Origin: ${house.origin}`,
    'Tus-Resumable: 1.0.0',
    'Upload-Offset: 0',
    'Content-Type: application/offset+octet-stream',
    'Transfer-Encoding: chunked',
  ]
  function* sent() {
    yield `${lines.join('\r\n')}\r\n\r\n`
    for (let count = 0; count < 400; count += 1) yield chunk
  }
  return onTheWire(house.origin, { pieces: sent() })
}

export const ofUploads: readonly Group[] = [
  { about: 'uploads in pieces', rows: [...beginnings, ...pieces, ...others], besideTheDatabase: true },
]
