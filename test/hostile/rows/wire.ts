import { expect } from 'vitest'

import { city } from '../forms.ts'
import type { Attack, Group, Row } from '../row.ts'
import type { Answer } from '../visitor.ts'
import { half, onTheWire, request, type Wire } from '../wire.ts'
import { uk } from '../words.ts'

const host = 'Host: localhost'
const plain = 'Content-Type: application/x-www-form-urlencoded'
const unreadable = uk('error.not_a_form.title')

type Sent = (attack: Attack) => Promise<Answer>

const sent =
  (wire: Wire): Sent =>
  ({ house }) =>
    onTheWire(house.origin, wire)

/** A form to the sign-in page with its headers and body as given. */
const form =
  (headers: readonly string[], body = ''): Sent =>
  ({ house }) =>
    onTheWire(house.origin, request('POST /sign-in HTTP/1.1', [host, `Origin: ${house.origin}`, ...headers], body))

const framing: Row[] = [
  {
    name: 'both a length and chunks',
    send: form(['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
    status: 400,
  },
  { name: 'two lengths', send: form(['Content-Length: 4', 'Content-Length: 5'], 'a=b&c'), status: 400 },
  { name: 'a length below nothing', send: form(['Content-Length: -1']), status: 400 },
  { name: 'a length that is no number', send: form(['Content-Length: 1e3']), status: 400 },
  { name: 'a coding of its own', send: form(['Transfer-Encoding: xchunked'], '0\r\n\r\n'), status: 400 },
  { name: 'a chunk that is no chunk', send: form([plain, 'Transfer-Encoding: chunked'], 'zz\r\n\r\n'), status: 400 },
  {
    name: 'a chunk of more than any number',
    send: form([plain, 'Transfer-Encoding: chunked'], `${'f'.repeat(40)}\r\n`),
    status: 400,
  },
  {
    name: 'chunks with endless names',
    send: form([plain, 'Transfer-Encoding: chunked'], `1;${'a'.repeat(20_000)}\r\na\r\n0\r\n\r\n`),
    status: [400, 413],
  },
  {
    name: 'a header that holds another line',
    send: sent(request(`GET ${city} HTTP/1.1`, [host, 'X: a\nY: b'])),
    status: 400,
  },
  { name: 'a header without a name', send: sent(request(`GET ${city} HTTP/1.1`, [host, ': a'])), status: 400 },
  { name: 'NUL in a header', send: sent(request(`GET ${city} HTTP/1.1`, [host, 'X: a\0b'])), status: 400 },
  { name: 'a line of another version', send: sent(request(`GET ${city} HTTP/9.9`, [host])), status: [400, 505] },
  { name: 'a line without a version', send: sent(request(`GET ${city}`, [host])), status: [0, 200, 400] },
  {
    name: 'the beginning of HTTP/2',
    send: sent({ pieces: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'] }),
    status: [0, 400, 505],
  },
  {
    name: 'the beginning of TLS',
    send: sent({ pieces: [Buffer.from('16030100a50100', 'hex')], thenClose: true }),
    status: [0, 400],
  },
  { name: 'nothing at all', send: sent({ pieces: [], thenClose: true }), status: 0 },
  {
    name: 'a wish for another protocol',
    send: sent(request(`GET ${city} HTTP/1.1`, [host, 'Connection: Upgrade', 'Upgrade: websocket'])),
    status: [200, 400],
  },
  {
    name: 'an expectation nobody has',
    send: sent(request(`GET ${city} HTTP/1.1`, [host, 'Expect: 200-miracles'])),
    status: [200, 417],
  },
]

const floods: Row[] = [
  {
    name: '2400 headers',
    send: sent(request(`GET ${city} HTTP/1.1`, [host, ...Array<string>(2400).fill('X: 1')])),
    status: 431,
  },
  {
    name: '1900 short headers',
    send: sent(request(`GET ${city} HTTP/1.1`, [host, ...Array<string>(1900).fill('X:1')])),
    status: [200, 431],
  },
  {
    name: 'a header of 60,000 letters',
    send: sent(request(`GET ${city} HTTP/1.1`, [host, `X: ${'a'.repeat(60_000)}`])),
    status: 431,
  },
  {
    name: 'headers without end',
    send: sent({ pieces: [`GET ${city} HTTP/1.1\r\n`, ...Array<string>(400).fill('X: 1234567890\r\n'.repeat(20))] }),
    status: [0, 431],
  },
  {
    name: 'cookies of 15,000 letters',
    send: sent(request(`GET ${city} HTTP/1.1`, [host, `Cookie: ${'a=b; '.repeat(3000)}`])),
    status: 200,
  },
  {
    name: '200 requests on one connection before the first answer',
    send: sent({
      pieces: [
        `GET /healthz HTTP/1.1\r\n${host}\r\n\r\n`.repeat(199),
        `GET /healthz HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
      ],
    }),
    status: 200,
    after: async ({ text }) => expect(text.split('HTTP/1.1 200').length).toBe(200),
  },
]

const ranges: Row[] = [
  'bytes=0-0',
  'bytes=5-1',
  'bytes=-',
  'bytes=0-,0-,0-',
  'bytes=99999999999999999999-',
  'bytes=-99999999999999999999',
  'lines=1',
  `bytes=${'0-0,'.repeat(3000)}`,
].map((range) => ({
  name: `a range of ${range.slice(0, 40)}`,
  send: sent(request('GET /favicon.svg HTTP/1.1', [host, `Range: ${range}`])),
  status: [200, 206, 416],
}))

const tags: Row[] = ['*', 'W/"', '"', ',,,,', `"${'a'.repeat(8000)}"`, '"a",'.repeat(3000)].map((tag) => ({
  name: `a tag of ${tag.slice(0, 40)}`,
  send: sent(request(`GET ${city} HTTP/1.1`, [host, `If-None-Match: ${tag}`])),
  status: [200, 304],
}))

const broken: Row[] = [
  {
    name: 'half a form, and then silence on a lost connection',
    send: halfAForm(plain, 'email=olena'),
    status: [0, 400],
  },
  {
    name: 'half a form with files, and then a lost connection',
    send: halfAForm(
      'Content-Type: multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ),
    status: [0, 400],
  },
  {
    name: 'headers one letter at a time',
    send: slowly(`GET /healthz HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`),
    status: 200,
  },
  {
    name: 'a form one letter at a time',
    send: (attack) =>
      slowly(
        `POST /sign-in HTTP/1.1\r\n${host}\r\nOrigin: ${attack.house.origin}\r\n${plain}\r\nContent-Length: 7\r\nConnection: close\r\n\r\nemail=a`,
      )(attack),
    status: 422,
    says: uk('sign_in.email_wrong'),
  },
  {
    name: 'more than a form without files may hold',
    send: form([plain, 'Content-Length: 300000'], 'a'.repeat(300_000)),
    status: 413,
    says: uk('error.too_large.title'),
  },
  {
    name: 'a form that is compressed',
    send: form([plain, 'Content-Encoding: gzip', 'Content-Length: 20'], '\x1f\x8b\b\0\0\0\0\0\0\x03aaaaaaaaa'),
    status: 422,
  },
  { name: 'a form without a type', send: form(['Content-Length: 7'], 'email=a'), status: 400, says: unreadable },
]

/** The length promises more than comes. */
function halfAForm(type: string, body: string): Sent {
  return ({ house }) => {
    const { pieces } = request(
      'POST /sign-in HTTP/1.1',
      [host, `Origin: ${house.origin}`, type, 'Content-Length: 5000'],
      body,
    )
    return onTheWire(house.origin, { pieces, thenClose: true })
  }
}

function slowly(text: string): Sent {
  return sent({ pieces: text })
}

const crowd: Row = {
  name: '300 connections that say half of something, while others ask',
  async send({ house, stranger }) {
    using held = new DisposableStack()
    for (let index = 0; index < 300; index += 1) held.use(await half(house.origin, halves[index % 2] ?? ''))
    const began = performance.now()
    const answer = await stranger().get(`${city}/reports`)
    expect(performance.now() - began).toBeLessThan(4000)
    return answer
  },
  status: 200,
}

const halves = [
  'GET /zhytomyr HTTP/1.1\r\nHost: loc',
  `POST /sign-in HTTP/1.1\r\n${host}\r\n${plain}\r\nContent-Length: 900\r\n\r\nemail=`,
]

export const wire: readonly Group[] = [
  { about: 'requests that are none', rows: framing, besideTheDatabase: true },
  { about: 'floods', rows: [...floods, ...ranges, ...tags], besideTheDatabase: true },
  { about: 'bodies cut off, endless or slow', rows: [...broken, crowd], besideTheDatabase: true },
]
