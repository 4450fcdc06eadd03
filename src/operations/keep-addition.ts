import { mostWaiting } from '#src/domain/addition.ts'
import type { Moved } from '#src/domain/lifecycle.ts'
import { standOf } from '#src/domain/opinion.ts'
import type { Report } from '#src/domain/report.ts'
import * as additions from '#src/store/additions.ts'
import type { OpenTx } from '#src/store/store.ts'
import { isSupportedBy } from '#src/store/supports.ts'

/** What keeps something from being added, or what was added from being shown or declined. */
export type AdditionObstacle =
  /** Of one person at a report, or at it in all: a moderator has to look first. */
  | { readonly kind: 'too_many_additions'; readonly most: number }
  /** Or it is shown, or declined, already. */
  | { readonly kind: 'no_such_addition' }
  | { readonly kind: 'no_such_media' }

const limits = ['ofPersonAtReport', 'ofPerson', 'ofReport'] as const

/** What only the store knows of an act on additions. Null of every other act. */
export async function obstacleToAddition(
  tx: OpenTx,
  { act, by }: Pick<Moved, 'act' | 'by'>,
  { id }: Report,
): Promise<AdditionObstacle | null> {
  switch (act.kind) {
    case 'add': {
      const waiting = await additions.waiting(tx, id, by.kind === 'resident' ? by.id : null)
      const full = limits.find((one) => waiting[one] >= mostWaiting[one])
      return full ? { kind: 'too_many_additions', most: mostWaiting[full] } : null
    }
    case 'show_addition':
    case 'decline_addition': {
      const found = await additions.find(tx, id, act.addition)
      const after = act.kind === 'show_addition' ? 'shown' : 'declined'
      if (!found || found.state === after) return { kind: 'no_such_addition' }
      const files = await additions.filesOf(tx, act.addition)
      const isWhole = act.kind === 'show_addition' || files.every((file) => act.files.includes(file))
      return isWhole && act.files.every((file) => files.includes(file)) ? null : { kind: 'no_such_media' }
    }
    case 'show_media': {
      // A photo is shown with the words that it came with, not before them.
      const addition = await additions.ofFile(tx, act.media)
      return addition && addition.state !== 'shown' ? { kind: 'no_such_media' } : null
    }
    default:
      return null
  }
}

/** Keeps what an act does to an addition, under its event's number. */
export async function keepAddition(tx: OpenTx, { act, by }: Moved, report: Report, seq: number): Promise<void> {
  switch (act.kind) {
    case 'add': {
      const person = by.kind === 'resident' ? by.id : null
      const stand = person && standOf(report, person, await isSupportedBy(tx, report.id, person))
      return additions.insert(tx, report.id, { seq, by: stand ?? 'resident', person })
    }
    case 'show_addition':
      return additions.decide(tx, act.addition, 'shown', seq)
    case 'decline_addition':
      return additions.decide(tx, act.addition, 'declined', seq)
  }
}
