import type { SessionId } from '#src/domain/id.ts'
import * as people from '#src/store/people.ts'
import type { Common } from '../context.ts'
import { isIntroduced } from './consent.ts'

/** `session` is the one that they look by. */
type ForPerson = (person: people.Person, session: SessionId) => Response | Promise<Response>

/** The person who looks, once they have said who they are; else to where they do. */
export function asPerson(context: Common, answer: ForPerson): Promise<Response> {
  return asAnyone(context, (person, session) =>
    isIntroduced(person) ? answer(person, session) : context.seeOther(context.to.about()),
  )
}

/** Whoever is signed in: who does not agree to what the consent says now still has a right to their data and to go. */
export async function asAnyone(context: Common, answer: ForPerson): Promise<Response> {
  const viewer = await context.viewer()
  const person = viewer.kind === 'person' ? await people.find(context.means.store.whole, viewer.id) : null
  return viewer.kind === 'person' && person
    ? answer(person, viewer.session)
    : context.seeOther(`${context.to.signIn()}?continue=${encodeURIComponent(context.to.me())}`)
}
