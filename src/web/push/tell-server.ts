import type { PushKind } from '#src/domain/pushing.ts'

/** Says to the server how this browser is reached, for who is signed in; false when it takes nothing of the kind. */
export async function tellServer(
  register: string,
  subscription: PushSubscription,
  add: readonly PushKind[] = [],
): Promise<boolean> {
  const { endpoint: address, keys = {} } = subscription.toJSON()
  const { p256dh, auth } = keys
  const trusts = inBase64(subscription.options.applicationServerKey)
  const answer = await fetch(register, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ way: 'web', address, p256dh, auth, trusts, add }),
  })
  return answer.ok
}

/** Base64url without padding. */
export function inBase64(bytes: ArrayBuffer | null): string {
  const text = String.fromCharCode(...new Uint8Array(bytes ?? []))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
