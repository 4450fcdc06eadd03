import { expect } from 'vitest'

import { newReport } from '../forms.ts'
import type { Group, Row } from '../row.ts'
import { uk } from '../words.ts'

const signIn = /^\/(?:en\/)?sign-in/

const cookieOf = (steps: unknown) => `sign_in=${Buffer.from(JSON.stringify(steps)).toString('base64url')}`

/** A page that only a person who is signed in may see, asked with cookies that somebody made up. */
const cookies: Row[] = [
  'session=%',
  'session=a.b',
  `session=${'A'.repeat(32)}.${'A'.repeat(43)}=`,
  `session=a.${'%'.repeat(44)}`,
  'session=%00',
  'session=; session=x; session=y',
  `session=${'a'.repeat(8000)}`,
  'session=undefined; __Host-session=null',
  'session={"userId":"1"}',
  'sign_in=%%%; draft-zhytomyr=%00; a; =b; ;;;',
  '__proto__=1; constructor=2',
].map((cookie) => ({
  name: `a cookie of ${cookie.slice(0, 50)}`,
  send: ({ stranger }) => stranger().get('/me', { cookie }),
  status: 303,
  after: async ({ headers }) => expect(headers.get('location')).toMatch(signIn),
}))

const sessions: Row[] = [
  {
    name: 'a session whose signature is another’s',
    async send({ resident, other, stranger }) {
      const [token] = resident.cookie().split('.')
      const [, signature] = other.cookie().split('.')
      return stranger().get('/me', { cookie: `${token}.${signature}` })
    },
    status: 303,
  },
  {
    name: 'a step of signing in for somebody else’s address',
    send: ({ stranger }) =>
      stranger().get('/sign-in/code', { cookie: cookieOf({ email: 'moderator@rada.zhytomyr.example', wayOn: null }) }),
    status: 200,
    says: uk('code.title'),
  },
  ...[
    { email: 'a\0@b.example', wayOn: null },
    { email: { $ne: 1 }, wayOn: null },
    [],
    'x',
    { email: 'a@b.example', wayOn: { kind: 'draft', city: '__proto__' }, __proto__: 1 },
  ].map(
    (steps): Row => ({
      name: `a step of signing in that is ${JSON.stringify(steps)}`,
      send: ({ stranger }) =>
        stranger().send('/sign-in/code', {
          method: 'POST',
          body: new URLSearchParams({ code: '123456' }),
          headers: { cookie: cookieOf(steps) },
        }),
      status: [303, 422],
    }),
  ),
  ...[
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ].map(
    (there): Row => ({
      name: `a way on from signing in to ${JSON.stringify(there)}`,
      send: ({ resident }) => resident.get(`/sign-in?${new URLSearchParams({ continue: there })}`),
      status: 303,
      after: async ({ headers }) => expect(headers.get('location')).toBe('/me'),
    }),
  ),
  {
    name: 'a draft that is nobody’s',
    send: ({ stranger }) => stranger().get(newReport, { cookie: `draft-zhytomyr=${crypto.randomUUID()}` }),
    status: 200,
    after: async ({ text }) => expect(text).not.toContain('class="error"'),
  },
]

const fromElsewhere: Row[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' },
].map((headers) => ({
  name: `a form from ${JSON.stringify(headers)}`,
  send: ({ resident }) =>
    resident.send('/me/settings', { method: 'POST', body: new URLSearchParams({ first_name: 'Зло' }), headers }),
  status: 403,
  says: uk('error.foreign.title'),
  after: async (_, { resident }) => expect((await resident.get('/me')).text).not.toContain('Зло'),
}))

/** Who pretends to be somebody, or to come from a page of ours. */
export const pretended: readonly Group[] = [
  { about: 'cookies and origins that are made up', rows: [...cookies, ...sessions, ...fromElsewhere] },
]
