import type { Identity, Renew } from '#src/outside/identity.ts'
import * as people from '#src/store/people.ts'
import type { Store } from '#src/store/store.ts'
import type { Viewer } from '#src/web/viewer.ts'

/** Who the session cookie of a request belongs to; `renew` hears of what prolongs it. */
export function viewerOf(identity: Identity, { whole }: Store): (headers: Headers, renew?: Renew) => Promise<Viewer> {
  return async (headers, renew) => {
    const session = await identity.sessionOf(headers, renew)
    const person = session && (await people.find(whole, session.person))
    return person ? { kind: 'person', session: session.id, ...person } : { kind: 'visitor' }
  }
}
