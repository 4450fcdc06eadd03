import type { Letter } from '#src/outside/mail.ts'
import { type Standing, standingOf, stopBounced } from '#src/store/mail-addresses.ts'
import type { Parts } from './parts.ts'

/**
 * Hands a letter to the mail server, under a return address of its own. `given_up` when the server says that the address
 * will never work, or letters to it have come back or been complained of; an `office` is written to all the same, because
 * what it is told is its duty. Throws on anything that may pass.
 */
export async function deliver(
  { means, mail }: Pick<Parts, 'means' | 'mail'>,
  letter: Letter,
  to: 'person' | 'office',
  /** Where it was read before, with others'. */
  known?: Standing,
): Promise<'accepted' | 'given_up'> {
  const { whole } = means.store
  const { returnKey, stopped } = known ?? (await standingOf(whole, letter.to, means.now()))
  if (stopped && to === 'person') return 'given_up'
  if ((await mail.send({ ...letter, returnKey })) === 'accepted') return 'accepted'
  await stopBounced(whole, letter.to, means.now())
  return 'given_up'
}
