import fc from 'fast-check'

import { fill, type Holes, type RouteKey, routes } from '#src/web/routes.ts'
import { hole, hostile, type Known, value } from './any-value.ts'

/** One request as it goes to the app, written so that a failure can be read and sent again. */
export type AnyRequest = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body | null
}

type Body =
  | { readonly kind: 'plain' | 'multipart'; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: 'raw'; readonly type: string; readonly text: string }

/** Fields of all forms and queries; a form may be sent any of them. */
const names = {
  form: 'key category lng lat address description listed name_shown media remove files find point at seen'.split(' '),
  act: 'key seen note reason until organization category lng lat address media into file remove stop'.split(' '),
  person: 'email code continue again first_name last_name consent locale sure'.split(' '),
  query:
    'status category organization area q from to overdue trait table before page number folder done act draft key link check sent saved continue join bbox report theme lng lat at'.split(
      ' ',
    ),
}

/** Asked more often, since most of what is asked of them is refused. */
const acting: readonly RouteKey[] = Array.from(
  { length: 8 },
  () => ['deskMove', 'moveReport', 'answerMove'] as const,
).flat()

/** After these nobody would be signed in any more, and the rest of a run would ask as a visitor. */
const leaving: readonly RouteKey[] = ['eraseMe', 'signOut', 'signOutEverywhere']

/** Requests from the grammar of our own addresses and fields: mostly nearly right, sometimes anything. */
export function anyRequest(known: Known): fc.Arbitrary<AnyRequest> {
  return fc
    .record({
      key: fc.constantFrom(...(Object.keys(routes) as RouteKey[]), ...acting),
      english: fc.boolean(),
      wild: fc.integer({ max: 9, min: 0 }),
    })
    .chain(({ key, english, wild }) => {
      const { method, pattern } = routes[key]
      const holes = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => hole(name as keyof Holes, known))
      return fc.record({
        method:
          wild === 0
            ? fc.constantFrom('GET', 'HEAD', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS')
            : fc.constant<string>(method),
        path: fc
          .tuple(fc.tuple(...holes), query(known), fc.constantFrom('', '', '', '', '/', '%', '%00', '//', '/..'))
          .map(([filled, asked, tail]) => fill(key, english ? 'en' : 'uk', filled) + (wild === 1 ? tail : '') + asked),
        headers: headers(leaving.includes(key) ? { ...known, sessions: [''] } : known),
        body: bodyFor(key, wild, known),
      })
    })
    .map((request) => (request.method === 'GET' || request.method === 'HEAD' ? { ...request, body: null } : request))
}

function bodyFor(key: RouteKey, wild: number, known: Known): fc.Arbitrary<Body | null> {
  const { method } = routes[key]
  if (wild > 1 && (key === 'addUpload' || key === 'addPiece'))
    return hostile.map((text) => ({ kind: 'raw', type: 'application/offset+octet-stream', text }))
  return method === 'POST' || wild === 0 ? body(known) : fc.constant(null)
}

/** As the app gets it. */
export function requestOf({ method, path, headers, body }: AnyRequest, origin: string): Request {
  const sent = body && bodyOf(body)
  return new Request(origin + path, {
    method,
    headers: { origin, ...headers, ...(sent?.type ? { 'content-type': sent.type } : {}) },
    ...(sent ? { body: sent.body } : {}),
  })
}

function bodyOf(body: Body): { body: BodyInit; type?: string } {
  if (body.kind === 'raw') return { body: body.text, type: body.type }
  if (body.kind === 'plain') return { body: new URLSearchParams(body.fields.map(([name, value]) => [name, value])) }
  const form = new FormData()
  for (const [name, value] of body.fields) {
    if (name === 'files') form.append(name, new Blob([value]), value.slice(0, 40))
    else form.append(name, value)
  }
  return { body: form }
}

function query(known: Known): fc.Arbitrary<string> {
  return fc
    .array(
      fc.constantFrom(...names.query).chain((name) => fc.tuple(fc.constant(name), value(name, known, 2))),
      { maxLength: 4 },
    )
    .map((pairs) => (pairs.length > 0 ? `?${new URLSearchParams(pairs)}`.slice(0, 8000) : ''))
}

function headers(known: Known): fc.Arbitrary<Record<string, string>> {
  const cookie = fc
    .tuple(
      fc.constantFrom(
        ...known.sessions,
        ...known.sessions,
        '',
        'session=%00.a',
        `session=${'x'.repeat(40)}.${'y'.repeat(43)}=`,
      ),
      steps(known),
      draft(known),
    )
    .map((parts) => parts.filter(Boolean).join('; '))
  const range = fc.constantFrom(
    'bytes=0-0',
    'bytes=5-1',
    'bytes=-1',
    'bytes=999999999999999-',
    'bytes=0-,1-',
    'lines=1',
    'bytes=99999999999999999999-',
  )
  const tag = fc.constantFrom('*', 'W/"x"', '"', ',,,,', '"a", "b"')
  return fc.record(
    {
      cookie,
      range,
      'if-none-match': tag,
      'if-range': tag,
      accept: fc.constantFrom('application/json', 'text/html', '*/*;q=x'),
      'accept-encoding': fc.constantFrom('br', 'gzip;q=0, br;q=0', 'zzz', 'gzip'),
      'accept-language': fc.constantFrom('en', 'xx;q=9'),
      'tus-resumable': fc.constantFrom('1.0.0', '1.0.0', '1.0.0', '0.2'),
      'upload-length': fc.constantFrom('10', '0', '-1', '99999999999999999999', '1e3', 'x'),
      'upload-offset': fc.constantFrom('0', '0', '5', '-1', '1e3', 'x'),
      'upload-metadata': fc.constantFrom(`key ${btoa(known.keys[0] ?? '')}`, 'key', 'key Li4vLi4=', 'key =,,', 'media'),
      'upload-checksum': fc.constantFrom('sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=', 'sha256 x', 'md5 x', ' '),
      'x-forwarded-for': fc.constantFrom('1.2.3.4', 'not an address', ',,,'),
    },
    { requiredKeys: ['cookie'] },
  )
}

function steps(known: Known): fc.Arbitrary<string> {
  const wayOn = fc.oneof(
    fc.constant(null),
    hostile.map((path) => ({ kind: 'page', path })),
    fc.constantFrom(known.guide.city.id, 'nowhere').map((city) => ({ kind: 'draft', city })),
  )
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc
        .record({ email: fc.oneof(hostile, fc.constant('olena@people.example')), wayOn })
        .map((one) => `sign_in=${Buffer.from(JSON.stringify(one)).toString('base64url')}`),
    },
  )
}

function draft({ guide, keys }: Known): fc.Arbitrary<string> {
  return fc.constantFrom('', ...keys.map((key) => `draft-${guide.city.id}=${key}`), `draft-${guide.city.id}=%00`)
}

/** The fields of each form, all of them right; then some are changed, and some that nobody asked for are added. */
function body(known: Known): fc.Arbitrary<Body> {
  const { guide } = known
  const form = fc.constantFrom(names.form, names.act, names.person).chain((own) => {
    const right = own.map((name) => value(name, known, 12).map((one) => [name, one] as const))
    return fc.tuple(...right)
  })
  const questions = [...guide.categories.values()].flatMap(({ id, questions }) =>
    questions.map((question) => `answer.${id}.${question.id}`),
  )
  const name = fc.oneof(
    fc.constantFrom(...names.form, ...names.act, ...names.person),
    fc.constantFrom(...questions),
    hostile,
  )
  const more = fc.array(
    name.chain((one) => fc.tuple(fc.constant(one), value(one, known, 1))),
    { maxLength: 4 },
  )
  const fields = fc
    .tuple(form, more, fc.nat(20))
    .map(([all, others, gone]) => [...all.filter((_, index) => index !== gone), ...others])
  return fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constantFrom('plain' as const, 'multipart' as const), fields }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('raw' as const),
        type: fc.constantFrom(...types),
        text: fc.oneof(hostile, fc.constantFrom(...halves)),
      }),
    },
  )
}

const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/json',
  '',
]
const halves = [
  '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb',
  '--x--',
  '--x\r\n\r\n\r\n--x--\r\n',
  'a=%&%=b&&&=',
]
