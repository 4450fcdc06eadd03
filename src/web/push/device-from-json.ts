import { z } from 'zod'

import { type PushKind, pushKinds, type Reached } from '#src/domain/pushing.ts'

/** As browsers give them: 65 bytes, and 16, in base64url without padding. */
const p256dh = z.string().regex(/^[\w-]{87}$/)
const auth = z.string().regex(/^[\w-]{22}$/)
const address = z.string().min(1).max(1500)

const reached = z.discriminatedUnion('way', [
  z.object({ way: z.literal('web'), address, p256dh, auth, trusts: p256dh }),
  z.object({ way: z.enum(['fcm', 'apns']), address: address.regex(/^[\w:.-]+$/) }),
])
const also = z.object({ add: z.array(z.enum(pushKinds)).max(pushKinds.length).default([]) })

/** More than a browser or an app says of itself. */
const longest = 8192

/** What a browser or an app says of how it is reached, and what its owner was just offered to see; null when it is none. */
export async function deviceFromJson(
  request: Request,
): Promise<{ readonly reached: Reached; readonly add: readonly PushKind[] } | null> {
  const length = Number(request.headers.get('content-length'))
  if (!(length > 0 && length <= longest)) return null
  const json: unknown = await request.json().catch(() => null)
  const [how, what] = [reached.safeParse(json), also.safeParse(json)]
  return how.success && what.success ? { reached: how.data, add: what.data.add } : null
}
