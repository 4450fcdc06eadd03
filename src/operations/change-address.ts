import type { PersonId, SessionId } from '#src/domain/id.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import * as addressChanges from '#src/store/address-changes.ts'
import { moveFollowers } from '#src/store/follower-moves.ts'
import * as mailAddresses from '#src/store/mail-addresses.ts'
import * as opinionLinks from '#src/store/opinion-links.ts'
import * as people from '#src/store/people.ts'
import { endOthers } from '#src/store/sign-ins.ts'
import * as supports from '#src/store/supports.ts'
import type { Means } from './means.ts'

/**
 * A person goes by another address, which they have shown to be theirs: what they follow and what waits to be told goes
 * with them, letters go there whatever became of earlier ones, and the old address is told (decision 0049). Whoever came
 * in by the old one is out: of the person's sessions, only this one goes on. Refused when somebody else has come to go by
 * the new one meanwhile.
 */
export async function changeAddress(
  { store, mint, now }: Pick<Means, 'store' | 'mint' | 'now'>,
  { person, session }: { readonly person: PersonId; readonly session: SessionId },
  to: string,
): Promise<Result<null, { readonly kind: 'taken' }>> {
  const changing = store.whole.transaction().execute(async (db) => {
    const from = await people.addressOf(db, person)
    if (from === null) return refuse({ kind: 'taken' })
    await people.goBy(db, person, to)
    await endOthers(db, person, session)
    await moveFollowers(db, from, to)
    await supports.renewKeys(db, person)
    await opinionLinks.forget(db, person)
    await mailAddresses.tryAgain(db, to)
    const id = mint.id<'notice'>()
    await addressChanges.keep(db, { id, person, email: from, at: now() })
    await store.queue.send({ db }, 'tell_old_address', { change: id })
    return ok(null)
  })
  return changing.catch((fault: unknown) => {
    if (people.isOfAnother(fault)) return refuse({ kind: 'taken' })
    throw fault
  })
}
