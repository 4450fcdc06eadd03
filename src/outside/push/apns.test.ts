import { generateKeyPairSync, verify } from 'node:crypto'
import {
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { applePush } from './apns.ts'
import { aMessage as message } from './push.examples.ts'
import { topicOf } from './web-push.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const device = 'ab'.repeat(32)

describe('a message to an iOS app', () => {
  let server: Http2Server
  let sessions: Set<ServerHttp2Session>
  let asked: { headers: IncomingHttpHeaders; body: string }[]
  let answer: { status: number; reason?: string; headers?: Record<string, string> }
  let apple: ReturnType<typeof applePush>

  beforeEach(async () => {
    ;[asked, sessions, answer] = [[], new Set(), { status: 200 }]
    server = createServer()
    server.on('session', (session) => sessions.add(session))
    server.on('stream', async (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
      asked.push({ headers, body: await text(stream) })
      stream.respond({ ':status': answer.status, ...answer.headers })
      stream.end(answer.reason ? JSON.stringify({ reason: answer.reason }) : '')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    apple = applePush({
      service: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
      ...{ team: 'TEAM123456', keyId: 'KEY1234567', app: 'example.city' },
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    })
  })
  afterEach(async () => {
    apple.close()
    for (const session of sessions) session.destroy()
    await new Promise((closed) => server.close(closed))
  })

  it('is sent over HTTP/2 to the device, as an alert that replaces the older one of its report', async () => {
    expect(await apple.send(device, message)).toEqual({ kind: 'accepted' })
    const [{ headers, body } = { headers: {}, body: '' }] = asked
    expect(headers).toMatchObject({
      ':method': 'POST',
      ':path': `/3/device/${device}`,
      'apns-topic': 'example.city',
      'apns-push-type': 'alert',
      'apns-priority': '10',
      'apns-collapse-id': topicOf(message.tag),
    })
    const keeps = Number(headers['apns-expiration']) - Date.now() / 1000
    expect(keeps).toBeGreaterThan(259_000)
    expect(JSON.parse(body)).toEqual({
      aps: {
        alert: { title: message.title, body: message.body },
        'thread-id': message.tag,
        sound: 'default',
      },
      ...{ tag: message.tag, id: 'one', url: message.url, lang: 'uk' },
    })
  })

  it('is signed for by the team’s key, by one token and over one connection for many', async () => {
    for (let i = 0; i < 3; i += 1) await apple.send(device, message)
    const tokens = new Set(asked.map(({ headers }) => headers.authorization))
    expect([tokens.size, sessions.size]).toEqual([1, 1])
    const [head = '', claims = '', signature = ''] = String([...tokens][0])
      .replace('bearer ', '')
      .split('.')
    const by = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), by, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'ES256', kid: 'KEY1234567' })
    const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect([iss, Math.abs(iat - Date.now() / 1000) < 60]).toEqual(['TEAM123456', true])
  })

  it.each([
    [410, 'Unregistered', { kind: 'gone' }],
    [400, 'BadDeviceToken', { kind: 'gone' }],
    [400, 'DeviceTokenNotForTopic', { kind: 'gone' }],
    [400, 'BadCollapseId', { kind: 'refused', said: 'BadCollapseId' }],
    [404, 'BadPath', { kind: 'refused', said: 'BadPath' }],
    [403, 'InvalidProviderToken', { kind: 'later', said: 'InvalidProviderToken', after: null, isService: false }],
    [429, 'TooManyRequests', { kind: 'later', said: 'TooManyRequests', after: 30, isService: true }],
    [503, 'ServiceUnavailable', { kind: 'later', said: 'ServiceUnavailable', after: 30, isService: true }],
  ])('that is answered by %i %s is understood so', async (status, reason, understood) => {
    answer = { status, reason, headers: status === 429 || status === 503 ? { 'retry-after': '30' } : {} }
    expect(await apple.send(device, message)).toEqual(understood)
  })

  it('goes over another connection when the first broke, and waits while there is none', async () => {
    await apple.send(device, message)
    const closed = Promise.withResolvers<void>()
    for (const session of sessions) session.once('close', closed.resolve).destroy()
    await closed.promise
    const answers = [await apple.send(device, message), await apple.send(device, message)]
    expect(answers.at(-1)).toEqual({ kind: 'accepted' })
    for (const session of sessions) session.destroy()
    await new Promise((done) => server.close(done))
    expect(await apple.send(device, message)).toMatchObject({ kind: 'later', isService: true })
    server.listen(0)
  })
})
