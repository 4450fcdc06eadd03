import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { pushService } from '#test/push-service.ts'
import { aMessage as message } from './push.examples.ts'
import { isPushService } from './push-services.ts'
import { vapidKey } from './vapid-keys.ts'
import { browserPush, topicOf } from './web-push.ts'

const [ours, older] = [vapidKey(randomBytes(32).toString('base64')), vapidKey(randomBytes(32).toString('base64url'))]

describe('a message to a browser', () => {
  let service: Awaited<ReturnType<typeof pushService>>
  const send = browserPush([ours, older], 'https://city.example')

  beforeEach(async () => {
    service = await pushService()
  })
  afterEach(() => service[Symbol.asyncDispose]())

  it('is one that this browser alone can read, and its push service knows to be ours', async () => {
    for (const { publicKey } of [ours, older])
      expect(await send(service.browser(publicKey), message)).toEqual({ kind: 'accepted' })
    expect(service.received.map((one) => one.message)).toEqual([message, message])
    expect(service.refused).toEqual([])
  })

  it('waits for a phone for three days at most, and takes the place of an older one of its report, unnamed', async () => {
    await send(service.browser(ours.publicKey), message)
    const { ttl, urgency, topic } = service.received[0]?.headers ?? {}
    expect([ttl, urgency, topic]).toEqual(['259200', 'normal', topicOf(message.tag)])
    expect(topic).not.toContain('1042')
    expect(topicOf('dzherelne/1043')).not.toBe(topic)
  })

  it.each([
    [404, { kind: 'gone' }],
    [410, { kind: 'gone' }],
    [413, { kind: 'refused', said: '413' }],
    [403, { kind: 'later', said: '403', after: null, isService: false }],
    [429, { kind: 'later', said: '429', after: 7, isService: true }],
    [503, { kind: 'later', said: '503', after: 7, isService: true }],
  ])('that is answered by %i is understood so', async (status, understood) => {
    const browser = service.browser(ours.publicKey)
    const headers: Record<string, string> = status === 429 || status === 503 ? { 'retry-after': '7' } : {}
    service.answers(browser, () => ({ status, headers }))
    expect(await send(browser, message)).toEqual(understood)
  })

  it('waits as long as a date says', async () => {
    const browser = service.browser(ours.publicKey)
    const at = new Date(Date.now() + 3_600_000).toUTCString()
    service.answers(browser, () => ({ status: 503, headers: { 'retry-after': at } }))
    const answer = await send(browser, message)
    expect(answer.kind === 'later' && answer.after).toBeGreaterThan(3_500)
  })

  it('goes nowhere else than its address, and says of a service that is not there only that', async () => {
    const browser = service.browser(ours.publicKey)
    service.answers(browser, () => ({ status: 307, headers: { location: service.browser(ours.publicKey).address } }))
    expect((await send(browser, message)).kind).toBe('later')
    expect(service.received).toEqual([])
    await service[Symbol.asyncDispose]()
    const answer = await send(browser, message)
    expect(answer).toEqual({ kind: 'later', said: 'ECONNREFUSED', after: null, isService: true })
  })

  it('has no way to a browser that trusts a key which is ours no more, or whose own key is none', async () => {
    const stranger = vapidKey(randomBytes(32).toString('base64'))
    expect(await send(service.browser(stranger.publicKey), message)).toEqual({ kind: 'gone' })
    const made = { ...service.browser(ours.publicKey), p256dh: 'A'.repeat(87) }
    expect(await send(made, message)).toEqual({ kind: 'gone' })
  })
})

describe('an address that a browser names', () => {
  it('is called only when it is a push service’s', () => {
    const taken = [
      'https://fcm.googleapis.com/fcm/send/abc',
      'https://updates.push.services.mozilla.com/wpush/v2/abc',
      'https://web.push.apple.com/abc',
      'https://wns2-par02p.notify.windows.com/w/?token=abc',
    ]
    const left = [
      'http://fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com:8443/fcm/send/abc',
      'https://user@fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com.evil.example/abc',
      'https://notpush.apple.com/abc',
      'https://169.254.169.254/latest',
      'http://localhost:5432/',
      'no address',
    ]
    expect(taken.filter((address) => !isPushService(address, []))).toEqual([])
    expect(left.filter((address) => isPushService(address, []))).toEqual([])
    expect(isPushService('http://localhost:5432/x', ['http://localhost:5432'])).toBe(true)
  })
})
