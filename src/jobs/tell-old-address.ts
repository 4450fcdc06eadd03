import { find, forget } from '#src/store/address-changes.ts'
import * as mailAddresses from '#src/store/mail-addresses.ts'
import type { Jobs } from '#src/store/queue.ts'
import { deliver } from './deliver.ts'
import { oldAddressLetter } from './letters/old-address-letter.ts'
import type { Parts } from './parts.ts'

/** Tells an address that its person goes by another one now, unless letters to it come back; then it is forgotten. */
export async function tellOldAddress(parts: Parts, { change: id }: Jobs['tell_old_address']): Promise<void> {
  const { whole } = parts.means.store
  const change = await find(whole, id)
  if (!change) return
  const letter = oldAddressLetter(change.locale)
  await deliver(parts, { ...letter, to: change.email, messageId: `<${id}@${parts.addresses.host}>` }, 'person')
  await mailAddresses.forget(whole, change.email)
  await forget(whole, id)
}
