import type { PersonId } from '#src/domain/id.ts'
import * as people from '#src/store/people.ts'
import type { Store } from '#src/store/store.ts'
import type { Viewer } from '#src/web/viewer.ts'
import { origin } from './an-app.ts'

/** Headers of a person who is signed in, on one of our own pages, for an app that knows people by {@link byName}. */
export function as({ id }: { readonly id: PersonId }): Record<string, string> {
  return { cookie: `session=${id}`, origin }
}

/** Takes the word of whoever says who they are, so that a test need not sign in by a code. */
export function byName({ whole }: Store): (headers: Headers) => Promise<Viewer> {
  return async (headers) => {
    const id = /session=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''
    const person = await people.find(whole, id as PersonId)
    return person ? { kind: 'person', ...person } : { kind: 'visitor' }
  }
}

type Fields = Readonly<Record<string, string | Blob>>

/** A form as a browser sends it from one of our pages. */
export function form(fields: Fields, headers: Record<string, string> = { origin }): RequestInit {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return { method: 'POST', body, headers }
}
