import { createPrivateKey } from 'node:crypto'
import { type ClientHttp2Session, type ClientHttp2Stream, connect, type IncomingHttpHeaders } from 'node:http2'
import { text } from 'node:stream/consumers'

import { type Answer, answerOf, lifetime, type Message, patience, unreached } from './push.ts'
import { signedToken } from './signed-token.ts'
import { topicOf } from './web-push.ts'

export type AppleAccount = {
  /** `https://api.push.apple.com`, or the sandbox. */
  readonly service: string
  readonly team: string
  readonly keyId: string
  /** PKCS #8 in PEM: the .p8 file. */
  readonly privateKey: string
  /** The app's bundle id. */
  readonly app: string
}

/** Apple wants a token to be no older than an hour, and not to be made anew within twenty minutes. */
const signedFor = 40 * 60

/** What says that a device is no more, or never was one of this app. */
const gone = ['Unregistered', 'BadDeviceToken', 'DeviceTokenNotForTopic', 'ExpiredToken']

/** Messages to iOS apps by the Apple Push Notification service, over one HTTP/2 connection that is made anew when it breaks. */
export function applePush({ service, team, keyId, privateKey, app }: AppleAccount) {
  const key = createPrivateKey(privateKey)
  let signed = { token: '', at: 0 }
  let session: ClientHttp2Session | null = null

  const providerToken = (): string => {
    const now = Math.floor(Date.now() / 1000)
    if (now - signed.at > signedFor)
      signed = { token: signedToken(key, { iss: team, iat: now }, { kid: keyId }), at: now }
    return signed.token
  }
  const connection = (): ClientHttp2Session => {
    if (session && !session.closed && !session.destroyed) return session
    const mine = connect(service)
    const drop = () => {
      if (session === mine) session = null
    }
    // Each of its requests says so by itself.
    mine.on('error', drop).on('close', drop).on('goaway', drop)
    mine.unref()
    session = mine
    return mine
  }

  return {
    async send(token: string, message: Message): Promise<Answer> {
      try {
        const stream = connection().request({
          ':method': 'POST',
          ':path': `/3/device/${encodeURIComponent(token)}`,
          authorization: `bearer ${providerToken()}`,
          'apns-topic': app,
          'apns-push-type': 'alert',
          'apns-priority': '10',
          'apns-expiration': String(Math.floor(Date.now() / 1000) + lifetime),
          'apns-collapse-id': topicOf(message.tag),
        })
        const { status, retryAfter, reason } = await answered(stream, payloadOf(message))
        if (status === 403 && reason === 'ExpiredProviderToken') signed = { token: '', at: 0 }
        if (gone.includes(reason)) return { kind: 'gone' }
        const said = answerOf(status, retryAfter, reason || String(status))
        return said.kind === 'gone' ? { kind: 'refused', said: reason || String(status) } : said
      } catch (fault) {
        return unreached(fault)
      }
    },
    close: () => session?.close(),
  }
}

function payloadOf({ title, body, tag, id, url, lang }: Message): string {
  return JSON.stringify({ aps: { alert: { title, body }, 'thread-id': tag, sound: 'default' }, tag, id, url, lang })
}

async function answered(stream: ClientHttp2Stream, payload: string) {
  const answer = Promise.withResolvers<IncomingHttpHeaders>()
  stream.once('response', answer.resolve).once('error', answer.reject)
  stream.once('close', () => answer.reject(Object.assign(new Error(), { code: 'CLOSED' })))
  stream.setTimeout(patience, () => stream.destroy(Object.assign(new Error(), { code: 'TIMEOUT' })))
  stream.end(payload)
  const headers = await answer.promise
  const body = await text(stream)
  return {
    status: Number(headers[':status'] ?? 0),
    retryAfter: headers['retry-after'] ?? null,
    reason: /"reason"\s*:\s*"(\w+)"/.exec(body)?.[1] ?? '',
  }
}
