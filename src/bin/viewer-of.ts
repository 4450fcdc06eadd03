import type { Identity } from '#src/outside/identity.ts'
import * as people from '#src/store/people.ts'
import type { Store } from '#src/store/store.ts'
import type { Viewer } from '#src/web/viewer.ts'

/** Who the session cookie of a request belongs to. */
export function viewerOf(identity: Identity, { whole }: Store): (headers: Headers) => Promise<Viewer> {
  return async (headers) => {
    const session = await identity.sessionOf(headers)
    const person = session && (await people.find(whole, session.person))
    return person ? { kind: 'person', session: session.id, ...person } : { kind: 'visitor' }
  }
}
