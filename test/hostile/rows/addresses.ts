import { expect } from 'vitest'

import { city } from '../forms.ts'
import type { Attack, Group, Row } from '../row.ts'
import type { Answer } from '../visitor.ts'
import { onTheWire, request } from '../wire.ts'
import { uk } from '../words.ts'

const host = 'Host: localhost'
const there = uk('error.not_found.title')

/** A path exactly as it is written: what a browser would set right is left wrong. */
const asked =
  (path: string, method = 'GET', headers: readonly string[] = []) =>
  async ({ house }: Attack): Promise<Answer> =>
    onTheWire(house.origin, request(`${method} ${path} HTTP/1.1`, [host, ...headers]))

const nowhere = (path: string, name = path): Row => ({ name, send: asked(path), status: 404, says: there })
const answered = (path: string, status: Row['status'], name = path): Row => ({ name, send: asked(path), status })

const traversal = [
  '/zhytomyr/../../etc/passwd',
  '/assets/../../../../etc/passwd',
  '/assets/..%2f..%2f..%2fetc%2fpasswd',
  '/assets/%2e%2e%2fpackage.txt',
  '/assets/....//....//etc/passwd',
  '/assets/look.css%00.txt',
  '/assets/.vite%2fmanifest.txt',
  '/media/AAAAAAAAAAAAAAAAAAAAAAAA/..%2f..%2fdatabase.webp',
  '/media/..%2f..%2f..%2fetc/passwd.webp',
  '/media/AAAAAAAAAAAAAAAAAAAAAAAA/320.webp%00.html',
  '/media/AAAAAAAAAAAAAAAAAAAAAAAA/.incoming',
  '/basemap/..%2f..%2fetc%2fpasswd.pmtiles',
  '/zhytomyr/uploads/..%2f..%2fx',
].map((path) => nowhere(path))

const holes = [
  answered('/basemap/zhytomyr.pmtiles', [204, 404], 'streets that the operator did not give'),
  nowhere('/__proto__'),
  nowhere('/constructor/reports'),
  nowhere('/zhytomyr/reports/__proto__'),
  nowhere('/zhytomyr/reports/0'),
  nowhere('/zhytomyr/reports/-1'),
  nowhere('/zhytomyr/reports/1e3'),
  nowhere('/zhytomyr/reports/999999999'),
  nowhere('/zhytomyr/reports/2147483648'),
  nowhere('/zhytomyr/reports/9999999999999999999999'),
  nowhere('/zhytomyr/reports/%D9%A1', 'a report’s number in another script'),
  nowhere("/zhytomyr/reports/1'--", 'SQL as a report’s number'),
  nowhere('/ZHYTOMYR'),
  nowhere('/zhytomyr%00'),
  nowhere('/zhytomyr%20or%201=1'),
  nowhere(`/${'a'.repeat(8000)}`, 'a city of 8000 letters'),
  nowhere(`/${'a/'.repeat(4000)}b`, '4000 folders'),
  answered('/zhytomyr/answer/AAAAAAAAAAAAAAAAAAAAAAAA/../../desk', 303),
  { ...nowhere('/zhytomyr/support/00000000-0000-0000-0000-000000000000'), status: 200, says: 'посилання' },
]

const acts: Row[] = ['destroy', '__proto__', 'constructor', 'toString', 'approve%00', 'APPROVE'].map((act) => ({
  name: `an act called ${act}`,
  send: ({ moderator, report }) => moderator.send(`${city}/desk/${report}/${act}`, { method: 'POST' }),
  status: 404,
  says: there,
}))

const percents = ['/%', '/%zz', '/%ff%fe', '/zhytomyr/%c0%ae%c0%ae', '/%u0041', '/zhytomyr/reports/%'].map((path) =>
  nowhere(path),
)

const queries = [
  ['?q=%', 302],
  ['?%=%&&&===', 302],
  ['?q=%ff%fe%00', 302],
  ['?__proto__=1&constructor=2', 302],
  [`?${'status=accepted&'.repeat(800)}`, 302],
  [`?${'a=1&'.repeat(3000)}`, 302],
  ['?before=99999999999', 302],
  ['?before=-1', 302],
  ['?before=1e9', 302],
  ['?before=999999999', 200],
  ['?page=1000000000', 302],
  ['?category=__proto__', 302],
  ['?area=__proto__', 302],
  ['?area=bohunskyi', 200],
  ["?organization='or''='", 302],
  ['?from=0000-01-01&to=9999-12-31', 302],
  ['?from=9999-99-99', 302],
  ['?from=2026-02-30', 302],
  ['?from=-271821-04-19', 302],
  ['?from=2026-12-31&to=2026-01-01', 302],
  ['?from=1000-01-01&to=2999-12-31', 200],
  ['?q=%25%25%25%25&status=accepted', 302],
].flatMap(([query, status]): Row[] => {
  const refused = /__proto__$|organization=|from=(?:0000|9999|2026|-)/
  const short = String(query).slice(0, 60)
  return [
    answered(`${city}/reports${query}`, Number(status), `a list asked for ${short}`),
    answered(`${city}/reports.geojson${query}`, refused.test(String(query)) ? 400 : 200, `a map asked for ${short}`),
  ]
})

const deskQueries: Row[] = [
  '?page=1000000000',
  '?page=9999',
  '?page=-1',
  '?folder=__proto__',
  '?folder=moderation&organization=constructor',
  '?number=999999999',
  '?number=0000000000',
  "?number=1'or'1",
  '?done=__proto__&act=%00',
].map((query) => ({
  name: `a desk asked for ${query}`,
  send: ({ moderator }) => moderator.get(`${city}/desk${query}`),
  status: 200,
}))

const methods: Row[] = ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY', 'TRACE', 'OPTIONS'].map((method) => ({
  name: `${method} of a page`,
  send: ({ house }) => asked(`${city}/help`, method, [`Origin: ${house.origin}`])({ house } as Attack),
  status: 405,
  says: uk('error.wrong_method.title'),
}))

const oddMethods: Row[] = [
  { name: 'a method that nobody knows', send: asked(city, 'BREW'), status: 400 },
  { name: 'a method in small letters', send: asked(city, 'get'), status: 400 },
  { name: 'CONNECT', send: asked(city, 'CONNECT'), status: 0 },
  { name: 'GET of what only takes a form', send: asked(`${city}/uploads`), status: 405 },
  { name: 'POST to a page', send: ({ stranger }) => stranger().post(`${city}/help`, []), status: 405 },
  { name: 'HEAD of a page', send: asked(city, 'HEAD'), status: 200, after: async ({ text }) => expect(text).toBe('') },
  {
    name: 'GET with a body',
    send: ({ house }) => onTheWire(house.origin, request(`GET ${city} HTTP/1.1`, [host, 'Content-Length: 3'], 'abc')),
    status: 200,
  },
]

const hosts: Row[] = [
  ['another site’s name', 'Host: evil.example', 301],
  ['no name', 'X: y', 400],
  ['a path in the name', 'Host: localhost/../evil', 400],
  ['a person in the name', 'Host: somebody@evil.example', 400],
  ['a port that is none', 'Host: localhost:99999', 400],
  ['spaces in the name', 'Host: evil example', 400],
  ['letters that are no name', 'Host: \u0457', 400],
].map(([name, header, status]) => ({
  name: `a Host header with ${name}`,
  send: ({ house }) => onTheWire(house.origin, request(`GET ${city}/help/?a=1 HTTP/1.1`, [String(header)])),
  status: Number(status),
  after: async ({ headers, text }) => expect(`${headers.get('location')} ${text}`).not.toContain('evil'),
}))

const targets: Row[] = [
  {
    name: 'the address of another site as a target',
    send: asked('http://evil.example/zhytomyr/help'),
    status: 200,
    after: noEvil,
  },
  { name: 'an address of another kind as a target', send: asked('ftp://evil.example/zhytomyr'), status: 400 },
  { name: 'a star as a target', send: asked('*', 'OPTIONS'), status: 400 },
  { name: 'a path that begins with two slashes', send: asked('//evil.example/zhytomyr'), status: 404, after: noWayTo },
  {
    name: 'a path that begins with two slashes and ends with one',
    send: asked('//evil.example/'),
    status: [301, 404],
    after: noWayTo,
  },
  { name: 'backslashes in a path', send: asked('/\\evil.example'), status: 400 },
  { name: 'a line of 17,000 letters', send: asked(`${city}?${'a'.repeat(17_000)}`), status: 431 },
]

async function noEvil({ text }: Answer): Promise<void> {
  expect(text).not.toMatch(/(?:href|action|content|src)="[^"]*evil/)
}

async function noWayTo({ headers }: Answer): Promise<void> {
  expect(headers.get('location') ?? '').not.toMatch(/^(?:https?:)?[/\\]{2}evil/)
}

export const addresses: readonly Group[] = [
  { about: 'addresses that lead out of where they stand', rows: [...traversal, ...targets, ...hosts] },
  { about: 'addresses that mean nothing', rows: [...holes, ...acts, ...percents, ...queries, ...deskQueries] },
  { about: 'methods', rows: [...methods, ...oddMethods] },
]
