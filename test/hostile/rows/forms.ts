import { expect } from 'vitest'

import { newReport, reportForm } from '../forms.ts'
import { type Group, type Row, shows } from '../row.ts'
import { multipart } from '../visitor.ts'
import { en, uk } from '../words.ts'

const unreadable = uk('error.not_a_form.title')
const words = 'Провалився тротуар біля школи'

/** A body under a type, whatever they have to do with each other. */
const typed = (name: string, type: string, body: string, status: Row['status'] = 400): Row => ({
  name,
  send: ({ stranger }) => stranger().send(newReport, { method: 'POST', body, headers: { 'content-type': type } }),
  status,
  ...(status === 400 ? { says: unreadable } : {}),
})

const part = (name: string, value: string, more = '') =>
  `--x\r\nContent-Disposition: form-data; ${name}${more}\r\n\r\n${value}\r\n`
const whole = reportForm()
  .map(([name, value]) => part(`name="${name}"`, String(value)))
  .join('')
const inParts = 'multipart/form-data; boundary=x'

const types: Row[] = [
  typed('JSON', 'application/json', '{"__proto__":{"admin":true}}'),
  typed('XML that reads a file', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  typed('plain text', 'text/plain', 'description=a'),
  typed('a type of 5000 letters', `multipart/${'a'.repeat(5000)}`, 'a'),
  typed('a type like a form’s', 'application/x-www-form-urlencoded-not', 'description=a', [400, 422]),
  typed('parts without a boundary', 'multipart/form-data', whole),
  typed('parts with an empty boundary', 'multipart/form-data; boundary=', whole),
  typed('parts with a boundary of 5000 letters', `multipart/form-data; boundary=${'x'.repeat(5000)}`, whole),
  typed('parts with another boundary', 'multipart/form-data; boundary=y', whole),
  typed('parts with two boundaries', 'multipart/form-data; boundary=x; boundary=y', whole),
  typed('parts of which the last is missing', inParts, whole),
  typed('parts of which the last is cut off', inParts, `${whole}--x\r\nContent-Dispo`),
  typed('nothing in parts', inParts, ''),
  typed('only the end of parts', inParts, '--x--\r\n', [400, 422]),
  typed('bytes that are no text', 'application/x-www-form-urlencoded', '\u0000\u0001\ufffd=%ff%fe&%=%&&&==', 422),
]

const parts: Row[] = [
  ['a part without a name', part('', 'a')],
  ['a part with an empty name', part('name=""', 'a')],
  ['a part with a name of 5000 letters', part(`name="${'a'.repeat(5000)}"`, 'a')],
  ['a part of parts', part('name="files"', '--y\r\n\r\n--y--', '\r\nContent-Type: multipart/mixed; boundary=y')],
  ['a part in another coding', part('name="address"', 'YQ==', '\r\nContent-Transfer-Encoding: base64')],
  ['a part in another script', part('name="address"', 'a', '\r\nContent-Type: text/plain; charset=utf-7')],
  ['a part in a script that is none', part('name="address"', 'a', '\r\nContent-Type: text/plain; charset=x\0y')],
  ['a part with a hundred headers', part('name="a"', 'a', '\r\nX: y'.repeat(100))],
  ['a text that is a file', part('name="address"; filename="a.txt"', 'a', '\r\nContent-Type: text/plain')],
  ['a file of no bytes', part('name="files"; filename=""', '', '\r\nContent-Type: application/octet-stream')],
  [
    'a name of the language',
    part('name="__proto__"', 'a') + part('name="constructor"', 'a') + part('name="toString"', 'a'),
  ],
].map(([name = '', more = '']) => ({
  name,
  send: ({ stranger }) =>
    stranger().send(newReport, {
      method: 'POST',
      body: `${whole}${more}--x--\r\n`,
      headers: { 'content-type': inParts },
    }),
  // To signing in: all of the form itself was read.
  status: 303,
}))

const many: Row[] = [
  {
    name: 'three thousand fields in parts',
    send: ({ stranger }) =>
      stranger().post(newReport, [
        ...reportForm(),
        ...Array.from({ length: 3000 }, (_, index) => [`f${index}`, 'a'] as const),
      ]),
    status: 303,
  },
  {
    name: 'sixty thousand fields in a line',
    send: ({ stranger }) =>
      stranger().send(newReport, {
        method: 'POST',
        body: new URLSearchParams(`${new URLSearchParams(reportForm() as [string, string][])}${'&a'.repeat(60_000)}`),
      }),
    status: 303,
  },
  {
    name: 'a field five hundred times, of which the last counts',
    send: async ({ resident }) => {
      const many = Array.from({ length: 150 }, (_, index) => ['description', `${index} ${words}`] as const)
      const answer = await resident.post(newReport, [...reportForm(), ...many])
      expect(shows((await resident.get(answer.headers.get('location') ?? '')).text, `149 ${words}`)).toBe(true)
      return answer
    },
    status: 303,
  },
  {
    name: 'fields in brackets',
    send: ({ stranger }) =>
      stranger().post(newReport, [
        ...reportForm(),
        ['description[]', 'a'],
        ['description[__proto__][x]', 'a'],
        ['category[$ne]', 'a'],
      ]),
    status: 303,
  },
  {
    name: 'more words than a form may hold',
    send: ({ stranger }) =>
      stranger().post(newReport, [
        ...reportForm(),
        ...Array.from({ length: 150 }, (_, index) => [`f${index}`, 'я'.repeat(3000)] as const),
      ]),
    status: 413,
    says: uk('error.too_large.title'),
  },
  {
    name: 'a form in English with everything wrong',
    send: ({ stranger }) =>
      stranger().send('/en/zhytomyr/reports/new', {
        method: 'POST',
        body: multipart(reportForm({ category: '', lng: 'NaN', description: '<b>' })),
      }),
    status: 422,
    says: en('form.problem.point_malformed'),
    keeps: '<b>',
  },
  {
    name: 'a form sent to a page that takes none',
    send: ({ stranger }) => stranger().send('/zhytomyr/help', { method: 'POST', body: multipart(reportForm()) }),
    status: 405,
  },
]

export const forms: readonly Group[] = [
  { about: 'forms that no page of ours sends', rows: [...types, ...parts, ...many] },
]
