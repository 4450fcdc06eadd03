import type { IncomingMessage } from 'node:http'

/** What is read of a form that was refused before its end. */
const most = { bytes: 64 * 1024 * 1024, milliseconds: 5000 }

/**
 * Reads what is left of a request whose answer is known, and throws it away: who is still sending would not hear the
 * answer, and the next request on the same connection would be lost. False when there is more than that.
 */
export async function readOn(incoming: IncomingMessage): Promise<boolean> {
  if (incoming.readableEnded) return true
  if (incoming.destroyed) return false
  // Whoever began to read has stopped, and would hold up all that comes.
  incoming.removeAllListeners('data')
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const late = setTimeout(() => resolve(false), most.milliseconds)
  let left = most.bytes
  incoming.on('data', (chunk: Uint8Array) => {
    left -= chunk.byteLength
    if (left < 0) resolve(false)
  })
  incoming.once('end', () => resolve(true))
  incoming.once('close', () => resolve(false))
  incoming.resume()
  const isRead = await promise
  clearTimeout(late)
  if (!isRead) incoming.pause()
  return isRead
}
