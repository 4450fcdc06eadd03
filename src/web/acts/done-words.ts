import type { ActKind } from '#src/domain/act.ts'
import type { Say } from '#src/text/catalogue.ts'

/** What staff have just done, as it is told to themselves: after a number and a colon. */
export function doneWords(t: Say, act: ActKind): string {
  return t(act === 'note' || act === 'ask' ? `desk.done.${act}` : `did.${act}`).toLocaleLowerCase(t.locale)
}
