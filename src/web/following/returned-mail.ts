import { type ReturnKind, recordReturn } from '#src/store/mail-addresses.ts'
import type { Handler } from '../context.ts'
import type { CountTry } from '../limits.ts'

/** What a message says that came to a return address; null when it tells of no letter that failed or annoyed. */
export type ReadReturned = (message: Uint8Array) => Promise<{ readonly key: string; readonly kind: ReturnKind } | null>

/** Bytes of a message: servers send back the letter's head, or all of it. */
const most = 2 * 1024 * 1024

/**
 * Takes what the mail server hands over: reports of letters that could not be delivered (RFC 3464) and of complaints
 * (RFC 5965). Whoever sends one must know the key of a letter, so nobody can end another's. The answer tells nothing.
 */
export function returnedMail(countTry: CountTry, read: ReadReturned): Handler<'returnedMail'> {
  return async ({ request, network, means, now, problem }) => {
    const seconds = await countTry('returned_from_network', network, now)
    if (seconds !== null) return problem({ kind: 'too_many', seconds })
    const message = await bytesOf(request)
    if (!message) return problem({ kind: 'too_large' })
    const returned = await read(message)
    if (returned) await recordReturn(means.store.whole, returned.key, returned.kind, now)
    return new Response(null, { status: 204 })
  }
}

async function bytesOf({ body }: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
