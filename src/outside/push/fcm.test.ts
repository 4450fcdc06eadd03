import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { fcmPush } from './fcm.ts'
import { aMessage as message } from './push.examples.ts'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }

describe('a message to an Android app', () => {
  let server: Server
  let origin: string
  let asked: Asked[]
  let answer: { status: number; body: object; headers?: Record<string, string> }
  let tokenStatus: number

  beforeEach(async () => {
    asked = []
    answer = { status: 200, body: { name: 'projects/city/messages/1' } }
    tokenStatus = 200
    server = createServer(async (request, response) => {
      const one = { path: request.url ?? '', headers: request.headers, body: await text(request) }
      asked.push(one)
      const isToken = one.path === '/token'
      const said = isToken ? { access_token: `ya29.${asked.length}`, expires_in: 3599 } : answer.body
      const status = isToken ? tokenStatus : answer.status
      response.writeHead(status, { 'content-type': 'application/json', ...(isToken ? {} : answer.headers) })
      response.end(JSON.stringify(said))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })

  const door = () =>
    fcmPush(
      {
        project_id: 'city',
        client_email: 'push@city.iam.example',
        private_key: privateKey,
        token_uri: `${origin}/token`,
      },
      origin,
    )
  const sends = () => asked.filter(({ path }) => path !== '/token')

  it('is sent by the HTTP v1 protocol, with what the app opens and what it replaces', async () => {
    expect(await door()('a:token', message)).toEqual({ kind: 'accepted' })
    const [sent] = sends()
    expect(sent?.path).toBe('/v1/projects/city/messages:send')
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      message: {
        token: 'a:token',
        notification: { title: message.title, body: message.body },
        data: { tag: message.tag, id: 'one', url: message.url, lang: 'uk' },
        android: { ttl: '259200s', notification: { tag: message.tag } },
      },
    })
  })

  it('is allowed by a token that the service account signed for, asked for once an hour', async () => {
    const send = door()
    await Promise.all([send('a', message), send('b', message)])
    await send('c', message)
    const [grant, ...more] = asked.filter(({ path }) => path === '/token')
    expect(more).toEqual([])
    const form = new URLSearchParams(grant?.body)
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
    const [head = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.')
    const key = createPublicKey(privateKey)
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'RS256', typ: 'JWT' })
    const { iat, exp, ...said } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect(said).toEqual({
      iss: 'push@city.iam.example',
      scope: 'https://www.googleapis.com/auth/firebase.messaging',
      aud: `${origin}/token`,
    })
    expect(exp - iat).toBe(3600)
    expect(new Set(sends().map(({ headers }) => headers.authorization)).size).toBe(1)
  })

  const fault = (errorCode: string) => ({
    error: { details: [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode }] },
  })

  it.each([
    [404, 'UNREGISTERED', { kind: 'gone' }],
    [403, 'SENDER_ID_MISMATCH', { kind: 'gone' }],
    [400, 'INVALID_ARGUMENT', { kind: 'refused', said: 'INVALID_ARGUMENT' }],
    [429, 'QUOTA_EXCEEDED', { kind: 'later', said: 'QUOTA_EXCEEDED', after: 60, isService: true }],
    [503, 'UNAVAILABLE', { kind: 'later', said: 'UNAVAILABLE', after: 60, isService: true }],
  ])('that is answered by %i %s is understood so', async (status, code, understood) => {
    answer = { status, body: fault(code), headers: status === 429 || status === 503 ? { 'retry-after': '60' } : {} }
    expect(await door()('a', message)).toEqual(understood)
  })

  it('waits where no token is given, or it is no good any more, and asks for another then', async () => {
    const send = door()
    tokenStatus = 500
    expect(await send('a', message)).toMatchObject({ kind: 'later', said: 'token 500' })
    tokenStatus = 200
    answer = { status: 401, body: {} }
    expect(await send('a', message)).toMatchObject({ kind: 'later', said: '401' })
    answer = { status: 200, body: {} }
    expect(await send('a', message)).toEqual({ kind: 'accepted' })
    const tokens = sends().map(({ headers }) => headers.authorization)
    expect(new Set(tokens).size).toBe(2)
  })
})
