import { createHash } from 'node:crypto'
import webPush from 'web-push'

import type { Reached } from '#src/domain/pushing.ts'
import { type Answer, answerOf, lifetime, type Message, patience, unreached } from './push.ts'
import type { VapidKey } from './vapid-keys.ts'

/** Signed once an hour for each push service; RFC 8292 allows a day. */
const signedFor = { ms: 60 * 60 * 1000, lives: 12 * 60 * 60 }

/**
 * Messages to browsers: encrypted for the browser alone (RFC 8291), and signed by the key that it trusts (RFC 8292). A
 * browser that trusts a key which is ours no more can't be reached. `contact` is where a push service may complain.
 */
export function browserPush(keys: readonly VapidKey[], contact: string) {
  const signed = new Map<string, { readonly authorization: string; readonly until: number }>()

  const authorizationFor = (audience: string, { publicKey, privateKey }: VapidKey): string => {
    const now = Date.now()
    const known = signed.get(audience + publicKey)
    if (known && known.until > now) return known.authorization
    const expires = Math.floor(now / 1000) + signedFor.lives
    const headers = webPush.getVapidHeaders(audience, contact, publicKey, privateKey, 'aes128gcm', expires)
    signed.set(audience + publicKey, { authorization: headers.Authorization, until: now + signedFor.ms })
    return headers.Authorization
  }

  return async (to: Extract<Reached, { way: 'web' }>, message: Message): Promise<Answer> => {
    const key = keys.find(({ publicKey }) => publicKey === to.trusts)
    const encrypted = key && encryptedFor(to, message)
    if (!encrypted) return { kind: 'gone' }
    try {
      const { status, headers, body } = await fetch(to.address, {
        method: 'POST',
        headers: {
          authorization: authorizationFor(new URL(to.address).origin, key),
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(lifetime),
          urgency: 'normal',
          topic: topicOf(message.tag),
        },
        body: encrypted,
        // An address that was looked at must not lead to one that was not.
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      })
      await body?.cancel()
      return answerOf(status, headers.get('retry-after'))
    } catch (fault) {
      return unreached(fault)
    }
  }
}

/** Null for a key that is no point of the curve: nobody made it up but the device's owner. */
function encryptedFor(
  { p256dh, auth }: { p256dh: string; auth: string },
  message: Message,
): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(webPush.encrypt(p256dh, auth, JSON.stringify(message), 'aes128gcm').cipherText)
  } catch {
    return null
  }
}

/** By which a push service replaces an older message that waits (RFC 8030, section 5.4), without learning what it is about. */
export function topicOf(tag: string): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, 32)
}
