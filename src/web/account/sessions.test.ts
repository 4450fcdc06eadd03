import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import { aFrontDoor, cookiesOf, type FrontDoor } from '#test/a-front-door.ts'
import { origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey } from '#test/some-reports.ts'

type Headers = Record<string, string>

describeOnOne('a session', (open) => {
  let here: TestMeans
  let door: FrontDoor
  beforeAll(async () => {
    here = means(await open())
    door = aFrontDoor(here)
  })
  const anAddress = () => `${crypto.randomUUID()}@people.example`
  const isSignedIn = async (headers: Headers) => (await door.app.request('/me', { headers })).status === 200
  const post = (path: string, headers: Headers, fields = {}) => door.app.request(path, sent(fields, headers))

  it('is a cookie that no script reads and no other site’s form brings', async () => {
    const { cookie = '' } = await door.signIn(anAddress())
    expect(cookie).toMatch(/^session=[^;]+$/)
    const set = await cookiesSetBy(door, origin)
    for (const one of set) expect(one).toMatch(/; HttpOnly/i)
    for (const one of set) expect(one).toMatch(/; SameSite=Lax/i)
    for (const one of set) expect(one).not.toMatch(/; Domain/i)
  })

  it('is, as every cookie of ours, this host’s own where TLS is', async () => {
    const secure = aFrontDoor(here, { origin: 'https://open.example' })
    const headers = await secure.signIn(anAddress())
    expect(headers.cookie).toMatch(/^__Host-session=/)
    expect((await secure.app.request('/me', { headers })).status).toBe(200)
    const set = await cookiesSetBy(secure, 'https://open.example')
    expect(set.length).toBeGreaterThanOrEqual(4)
    for (const one of set) expect(one).toMatch(/^__Host-(?=.*; Path=\/(?:;|$))(?=.*; Secure)/i)

    const planted = headers.cookie?.replace('__Host-', '') ?? ''
    expect((await secure.app.request('/me', { headers: { cookie: planted } })).status).toBe(303)
  })

  it('lasts for who comes: what prolongs it comes once a day, with a page that is theirs alone', async () => {
    const headers = await door.signIn(anAddress())
    const cookiesOn = async (path: string) => (await door.app.request(path, { headers })).headers.getSetCookie()
    expect(await cookiesOn('/me')).toEqual([])
    await here.store.whole
      .updateTable('session')
      .set({ expires_at: new Date(Date.now() + 50 * 86_400_000) })
      .execute()
    expect(await cookiesOn('/zhytomyr/reports.csv')).toEqual([])
    const [renewed = '', ...others] = await cookiesOn('/zhytomyr')
    expect(others).toEqual([])
    expect(renewed).toContain(`${headers.cookie}; Max-Age=5184000; Path=/; HttpOnly; SameSite=Lax`)
    expect(await cookiesOn('/zhytomyr')).toEqual([])
    expect(await isSignedIn(headers)).toBe(true)
  })

  it('ends with signing out, and the others of the person go on', async () => {
    const email = anAddress()
    const [phone, desk] = [await door.signIn(email), await door.signIn(email)]
    const answer = await post('/sign-out', phone)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(answer.headers.getSetCookie().join()).toMatch(/session=;.*Max-Age=0/i)
    expect([await isSignedIn(phone), await isSignedIn(desk)]).toEqual([false, true])
  })

  it('ends to sign in as somebody else, for the page that was not theirs and no page of another site', async () => {
    for (const next of ['/zhytomyr/desk', 'https://evil.example/']) {
      const answer = await post('/sign-out', await door.signIn(anAddress()), { continue: next })
      const { pathname, searchParams } = new URL(answer.headers.get('location') ?? '', 'http://here')
      expect([answer.status, pathname, searchParams.get('continue')]).toEqual([303, '/sign-in', next])
    }
    const led = await (await door.app.request('/sign-in?continue=https%3A%2F%2Fevil.example%2F')).text()
    expect(led).not.toContain('name="continue"')
  })

  it('ends everywhere at once when its person says so, and nobody else’s does', async () => {
    const email = anAddress()
    const mine = [await door.signIn(email), await door.signIn(email), await door.signIn(email)]
    const other = await door.signIn(anAddress())
    expect((await post('/me/sign-out-everywhere', mine[1] ?? {})).status).toBe(303)
    expect(await Promise.all(mine.map(isSignedIn))).toEqual([false, false, false])
    expect(await isSignedIn(other)).toBe(true)
  })

  it('is nobody’s once it has expired, or when the cookie is made up', async () => {
    const headers = await door.signIn(anAddress())
    const [, token = ''] = /session=([^.%]+)/.exec(headers.cookie ?? '') ?? []
    const made = [
      `session=${token}`,
      `session=${token}.x`,
      headers.cookie?.replace(/.(?=.%3D$)/, (last) => (last === 'A' ? 'B' : 'A')),
      'session=',
      'session=%',
    ]
    for (const cookie of made) expect(await isSignedIn({ cookie: cookie ?? '' }), cookie).toBe(false)

    expect(await isSignedIn(headers)).toBe(true)
    await here.store.whole
      .updateTable('session')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('token', '=', token)
      .execute()
    expect(await isSignedIn(headers)).toBe(false)
  })

  it('of somebody who is nobody is signed out of without a fault', async () => {
    for (const cookie of ['', 'session=made-up.up']) {
      expect((await post('/sign-out', { origin, cookie })).status).toBe(303)
      expect((await post('/me/sign-out-everywhere', { origin, cookie })).status).toBe(303)
    }
  })

  it('keeps nothing of where it came from', async () => {
    await door.signIn(anAddress())
    const { rows } = await sql<{ kept: string }>`
      select distinct concat(ip_address, user_agent) as kept from session`.execute(here.store.whole)
    expect(rows).toEqual([{ kept: '' }])
  })

  /** All that the steps of signing in and the form ask a browser to keep. */
  async function cookiesSetBy({ app, codes }: FrontDoor, from: string): Promise<readonly string[]> {
    const email = anAddress()
    const form = await app.request('/zhytomyr/reports/new')
    const asked = await app.request('/sign-in', sent({ email }, { origin: from }))
    const steps = { origin: from, cookie: cookiesOf(asked) }
    const entered = await app.request('/sign-in/code', sent({ code: codes.at(-1)?.code ?? '' }, steps))
    const headers = { origin: from, cookie: cookiesOf(entered) }
    const about = { first_name: 'О', last_name: 'П', consent: 'yes', key: aKey() }
    const done = await app.request('/sign-in/about', sent(about, headers))
    const out = await app.request('/sign-out', sent({}, headers))
    return [form, asked, entered, done, out].flatMap((answer) => answer.headers.getSetCookie())
  }
})
