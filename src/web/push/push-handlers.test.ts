import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { isPushService } from '#src/outside/push/push-services.ts'
import { allAbout } from '#src/store/my-reports.ts'
import type { Store } from '#src/store/store.ts'
import { aFrontDoor, type FrontDoor } from '#test/a-front-door.ts'
import { origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aSubmitted, type Resident } from '#test/some-reports.ts'
import { paths } from '../routes.ts'
import type { DeviceDoor } from './device-door.ts'

type Owner = Resident & { readonly headers: Record<string, string> }

const to = paths('uk')
const key = `B${'k'.repeat(86)}`
const door: DeviceDoor = {
  key,
  takes: ({ way, address }) => way !== 'apns' && (way !== 'web' || isPushService(address, [])),
}
const browser = {
  way: 'web',
  address: 'https://fcm.googleapis.com/fcm/send/a-secret-address',
  p256dh: 'p'.repeat(87),
  auth: 'a'.repeat(22),
  trusts: key,
}

describeOnOne('a person’s devices', (open) => {
  let store: Store
  let here: TestMeans
  let front: FrontDoor
  let app: FrontDoor['app']
  let person: Owner

  beforeAll(async () => {
    store = await open()
    here = meansOn(store)
    front = aFrontDoor(here, {}, { door })
    app = front.app
  })
  beforeEach(async () => {
    person = await signedIn()
  })

  async function signedIn(): Promise<Owner> {
    const email = `${crypto.randomUUID()}@people.example`
    const headers = await front.signIn(email)
    const { id } = await store.whole
      .selectFrom('person')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    return { kind: 'resident', id, headers }
  }
  const agent =
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
  const register = (device: object, headers: Record<string, string> = person.headers) =>
    app.request(to.addDevice(), {
      method: 'POST',
      headers: { 'content-length': '500', 'content-type': 'application/json', 'user-agent': agent, ...headers },
      body: JSON.stringify(device),
    })
  const rows = () => store.whole.selectFrom('device').selectAll().where('person_id', '=', person.id).execute()
  const me = async () => (await app.request(to.me(), { headers: person.headers })).text()

  it('are registered by who is signed in, once however often asked, and named by their browser', async () => {
    for (const _ of [1, 2]) expect((await register(browser)).status).toBe(204)
    const [row, ...more] = await rows()
    expect(more).toEqual([])
    expect([row?.way, row?.address, row?.name]).toEqual(['web', browser.address, 'Chrome, Android'])
    expect(await me()).toContain('Chrome, Android')
    expect((await register(browser, { origin })).status).toBe(403)
  })

  it('are known by another address when the browser was given one, and an app by its token', async () => {
    await register(browser)
    await register({ ...browser, address: `${browser.address}-2` })
    expect((await rows()).map(({ address }) => address)).toEqual([`${browser.address}-2`])
    expect((await register({ way: 'fcm', address: 'a:token-of_fcm' })).status).toBe(204)
    expect((await rows()).map(({ way, name }) => [way, name])).toEqual([['fcm', 'Android']])
  })

  it.each([
    ['another server’s address', { ...browser, address: 'https://169.254.169.254/latest' }],
    ['no key', { ...browser, p256dh: 'p' }],
    ['a way that the operator has no keys for', { way: 'apns', address: 'abc' }],
    ['no way at all', { address: 'abc' }],
    ['a token that is none', { way: 'fcm', address: 'a b' }],
    ['a kind that is none', { ...browser, add: ['everything'] }],
  ])('are not registered with %s', async (_, device) => {
    expect((await register(device)).status).toBe(422)
    expect(await rows()).toEqual([])
  })

  it('go from one person to the next who signs in there', async () => {
    await register(browser)
    const first = person
    person = await signedIn()
    await register(browser)
    expect(await rows()).toHaveLength(1)
    person = first
    expect(await rows()).toEqual([])
  })

  it('are forgotten by signing out, there or everywhere', async () => {
    for (const out of [to.signOut(), to.signOutEverywhere()]) {
      person = await signedIn()
      await register(browser)
      expect(await rows()).toHaveLength(1)
      await app.request(out, sent({}, person.headers))
      expect(await rows()).toEqual([])
    }
  })

  it('are removed by their owner alone', async () => {
    await register(browser)
    const id = (await rows())[0]?.id
    if (!id) throw new Error('Not registered')
    const stranger = await signedIn()
    await app.request(to.removeDevice(id), sent({}, stranger.headers))
    expect(await rows()).toHaveLength(1)
    const answer = await app.request(to.removeDevice(id), sent({}, person.headers))
    expect(answer.headers.get('location')).toBe(`${to.me()}?push=removed#push`)
    expect(await rows()).toEqual([])
  })

  it('are in all that a person may read about themself, without the address that reaches them', async () => {
    await register(browser)
    const about = JSON.stringify(await allAbout(store.whole, person.id))
    expect(about).toContain('fcm.googleapis.com')
    expect(about).not.toMatch(/a-secret-address|p{20}|a{22}/)
    expect(await me()).not.toContain(browser.address)
  })

  it('show what was chosen, and also what was offered and taken', async () => {
    const form = new URLSearchParams([...['progress', 'nonsense'].map((kind) => ['kind', kind]), ['quiet', 'yes']])
    const answer = await app.request(to.savePush(), { method: 'POST', headers: person.headers, body: form })
    expect(answer.headers.get('location')).toBe(`${to.me()}?push=saved#push`)
    const choice = () =>
      store.whole.selectFrom('push_choice').select(['kinds', 'quiet']).where('person_id', '=', person.id).execute()
    expect(await choice()).toEqual([{ kinds: ['progress'], quiet: true }])
    await register({ ...browser, add: ['followed', 'progress'] })
    expect(await choice()).toEqual([{ kinds: ['progress', 'followed'], quiet: true }])
  })

  describe('are offered', () => {
    const offered = async (path: string) =>
      (await (await app.request(path, { headers: person.headers })).text()).includes('data-push-offer')

    it('after a report was sent and after something was followed, and nowhere else', async () => {
      const { number } = await aSubmitted(here, {}, { author: { kind: 'resident', id: person.id } })
      const page = to.report('zhytomyr' as never, number)
      const paths = [`${page}?sent`, `${to.me()}?followed`, page, to.me(), '/']
      expect(await Promise.all(paths.map(offered))).toEqual([true, true, false, false, false])
      await register(browser)
      expect(await Promise.all(paths.map(offered))).toEqual([false, false, false, false, false])
    })

    it('nowhere where none can be told anything', async () => {
      app = aFrontDoor(here).app
      expect([await offered(`${to.me()}?followed`), (await me()).includes('id="push"')]).toEqual([false, false])
      app = front.app
    })
  })
})
