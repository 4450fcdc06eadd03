import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'

import type { Reached } from '#src/domain/pushing.ts'

/** What reached a browser, opened by it. */
export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly message: unknown }

type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>> }

/** A browser as its push service sees it: an address, and the keys that only the browser has both halves of (RFC 8291). */
export type Browser = { readonly reached: Extract<Reached, { way: 'web' }>; readonly open: (body: Buffer) => string }

/**
 * A push service on this machine. It takes a message only from who signed for it (RFC 8292): by the key that the browser
 * was subscribed with, for this origin, for less than a day, and says how long to keep it (RFC 8030).
 */
export async function pushService() {
  const received: Received[] = []
  const refused: string[] = []
  const browsers = new Map<string, Browser>()
  const answers = new Map<string, (tries: number) => Answer | Promise<Answer>>()
  const tries = new Map<string, number>()
  const server: Server = createServer(async (request, response) => {
    const body = await buffer(request)
    const path = request.url ?? ''
    const browser = browsers.get(path)
    const wrong = browser ? wrongIn(request.headers, origin, browser.reached.trusts) : 'no such subscription'
    if (!browser || wrong) {
      refused.push(wrong)
      return void response.writeHead(browser ? 403 : 404).end()
    }
    tries.set(path, (tries.get(path) ?? 0) + 1)
    const { status, headers } = (await answers.get(path)?.(tries.get(path) ?? 1)) ?? { status: 201 }
    if (status === 201) received.push({ path, headers: request.headers, message: JSON.parse(browser.open(body)) })
    response.writeHead(status, headers).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`

  return {
    origin,
    received,
    refused,
    /** A browser that subscribes here, trusting a server's public key. */
    browser(trusts: string): Browser['reached'] {
      const path = `/push/${randomBytes(24).toString('base64url')}`
      const curve = createECDH('prime256v1')
      const p256dh = curve.generateKeys('base64url')
      const auth = randomBytes(16)
      const reached = { way: 'web', address: origin + path, p256dh, auth: auth.toString('base64url'), trusts } as const
      browsers.set(path, { reached, open: (body) => opened(body, curve, auth) })
      return reached
    },
    answers({ address }: Pick<Reached, 'address'>, answer: (tries: number) => Answer | Promise<Answer>): void {
      answers.set(new URL(address).pathname, answer)
    },
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** What a push service would not take a message for; empty when it is as it must be. */
function wrongIn(headers: IncomingHttpHeaders, origin: string, trusts: string): string {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const raw = Buffer.from(key, 'base64url')
  if (key !== trusts || raw.length !== 65) return 'another key'
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: raw.subarray(1, 33).toString('base64url'),
    y: raw.subarray(33).toString('base64url'),
  }
  const by = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), by, Buffer.from(signature, 'base64url')))
    return 'not signed by the key'
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string }
  const lives = said.exp - Date.now() / 1000
  if (said.aud !== origin) return 'for another service'
  if (lives <= 0 || lives > 24 * 60 * 60) return 'expired, or for more than a day'
  if (!/^(?:mailto:.+@|https:\/\/)/.test(said.sub)) return 'nobody to complain to'
  if (headers['content-encoding'] !== 'aes128gcm') return 'not encrypted'
  if (!/^\d+$/.test(String(headers.ttl ?? ''))) return 'no TTL'
  return /^[\w-]{1,32}$/.test(String(headers.topic ?? 'none')) ? '' : 'a topic that is none'
}

/** RFC 8188 with the keys of RFC 8291, written out: one record. */
function opened(body: Buffer, curve: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16)
  const idLength = body.readUInt8(20)
  const sender = body.subarray(21, 21 + idLength)
  const sealed = body.subarray(21 + idLength)
  const derive = (secret: Buffer, by: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, by, info, length))
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), sender])
  const secret = derive(curve.computeSecret(sender), auth, about, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createDecipheriv('aes-128-gcm', key, nonce)
  cipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  const end = padded.lastIndexOf(2)
  return padded.subarray(0, end).toString()
}
