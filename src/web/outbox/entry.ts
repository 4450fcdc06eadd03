/** A form that somebody has sent from this device, until the server has it. Its files are kept under its key (`keptFiles`). */
export type Entry = {
  /** The form's own key, by which the server knows it again however often it comes. */
  readonly id: string
  /** Whose it is, as pages name them (`markOf`); null: nobody had signed in here. */
  readonly person: string | null
  readonly locale: string
  /** What its author recognizes it by: the first of their words. */
  readonly label: string
  /** Where it is, in words or as a point; empty where a form asks for no place. */
  readonly place: string
  /** Milliseconds. */
  readonly writtenAt: number
  /** Where the form goes, and its files ahead of it. */
  readonly action: string
  readonly uploads: string | null
  /** Forms about the same thing go in the order in which they were written; the others need not wait for one another. */
  readonly about: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Its files went a second time, because they had waited at the server too long: not a third time. */
  readonly anew?: true
  readonly state: EntryState
  /** Its author opened it to mend what was refused; whether that was done, the next try tells. */
  readonly inHand?: boolean
  /** Tries in a row that the server could not look at, and milliseconds before which there is no further one. */
  readonly failed: number
  readonly notBefore: number
}

export type EntryState =
  /** How much of its files has arrived, from 0 to 1, and when that was last known (milliseconds). */
  | { readonly kind: 'waiting'; readonly share: number; readonly at: number }
  /** Where the result is seen, and the number that a new report has. */
  | { readonly kind: 'sent'; readonly address: string; readonly number: number | null; readonly at: number }
  /** Why, and whether its files are to blame. */
  | { readonly kind: 'refused'; readonly words: readonly string[]; readonly ofFiles: boolean }
  | { readonly kind: 'sign_in' }

/** Not on its way at all yet. */
export const waiting: EntryState = { kind: 'waiting', share: 0, at: 0 }

/** True while there is something to be done without the person. */
export function isOnItsWay({ state }: Entry): boolean {
  return state.kind === 'waiting'
}

/** True when nothing goes on before the person has looked. */
export function needsPerson({ state }: Entry): boolean {
  return state.kind === 'refused' || state.kind === 'sign_in'
}
