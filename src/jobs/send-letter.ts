import { findUnsent, markFailed, markSent } from '#src/store/letters.ts'
import type { Jobs } from '#src/store/queue.ts'
import { deliver } from './deliver.ts'
import { newsLetter } from './letters/news-letter.ts'
import type { Parts } from './parts.ts'

/**
 * Sends one letter to a follower, and writes down that it was sent, or that nobody will read it. What it tells was settled
 * when it was made: tried again after a process died, it is the same letter under the same Message-ID (decision 0004).
 */
export async function sendLetter(parts: Parts, { city, letter: id }: Jobs['send_letter']): Promise<void> {
  const { means, guides, addresses, log } = parts
  const tx = means.store.of(city)
  const letter = await findUnsent(tx, id)
  if (!letter) return
  const guide = guides.get(city)
  if (!guide) throw new Error(`No guide to ${city}`)
  if (letter.items.length === 0) return markFailed(tx, id, means.now())

  const messageId = `<${id}@${addresses.host}>`
  const answer = await deliver(
    parts,
    { ...newsLetter(letter, guide, addresses), to: letter.email, messageId },
    'person',
  )
  if (answer === 'accepted') return markSent(tx, id, means.now())
  await markFailed(tx, id, means.now())
  log.warn({ city, letter: id }, 'An address takes no letters')
}
