import { mayRead, type Reader } from './disclosure.ts'
import type { PersonId } from './id.ts'
import type { Report } from './report.ts'

/** What became of something that somebody added to a report. */
export type AdditionState = 'waiting' | 'shown' | 'declined'

/** As whom somebody added it; nobody's name is shown with an addition. */
export type AdditionBy = 'author' | 'supporter' | 'resident'

/** What is known of an addition beside what it says, which stands in its event. */
export type Addition = {
  /** Of the event that holds its words, and that its files came with. */
  readonly seq: number
  readonly by: AdditionBy
  /** Null once the person erased the account: what was added stays, as reports do. */
  readonly person: PersonId | null
  readonly state: AdditionState
}

/** So many may wait for a moderator: of one person at one report, of one person in a city, of everybody at one report. */
export const mostWaiting = { ofPersonAtReport: 3, ofPerson: 10, ofReport: 30 } as const

/** True when this reader may know of the addition: everyone once it is shown, its writer always. */
export function mayReadAddition(
  reader: Reader,
  { state, person }: Pick<Addition, 'state' | 'person'>,
  report: Pick<Report, 'status'>,
  as: PersonId | null = null,
): boolean {
  if (as !== null && person === as) return true
  return mayRead(reader, state === 'shown' ? 'public_events' : 'unpublished_additions', report)
}
