import type { Jobs } from '#src/store/queue.ts'
import { findAsked } from '#src/store/subscriptions.ts'
import { deliver } from './deliver.ts'
import { confirmationLetter } from './letters/confirmation-letter.ts'
import type { Parts } from './parts.ts'

/** Asks an address whether it wants to follow what somebody asked for in its name. */
export async function sendConfirmation(
  parts: Parts,
  { city, subscription: id }: Jobs['send_confirmation'],
): Promise<void> {
  const { means, guides, addresses, log } = parts
  const asked = await findAsked(means.store.of(city), id, means.now())
  const guide = guides.get(city)
  if (!asked || !guide) return

  const letter = confirmationLetter(asked, guide, addresses)
  const messageId = `<${crypto.randomUUID()}@${addresses.host}>`
  const answer = await deliver(parts, { ...letter, to: asked.email, messageId }, 'person')
  if (answer === 'given_up') log.warn({ city, subscription: id }, 'An address takes no letters')
}
