import type { ActKind } from './act.ts'
import type { City } from './city.ts'
import type { PersonId } from './id.ts'
import { actsOpenTo, reopenUntil } from './lifecycle.ts'
import type { Report, Status } from './report.ts'

/** Acts that a report stands still without. */
const waitedFor = ['answer', 'revise', 'confirm'] as const satisfies readonly ActKind[]

/** The statuses in which one of them can be open. */
export const waitingStatuses: readonly Status[] = ['awaiting_answer', 'rejected', 'resolved']

type Moment = { readonly city: City; readonly now: Temporal.Instant }

/** What a report waits for its author to do; null when for nothing. */
export function waitsFor(author: PersonId, report: Report, moment: Moment): (typeof waitedFor)[number] | null {
  const open = actsOpenTo({ kind: 'resident', id: author }, report, moment)
  return waitedFor.find((act) => open.includes(act)) ?? null
}

/** The same, but who has let the time to reopen pass has nothing left to look at, though they may still confirm. */
export function presses(author: PersonId, report: Report, moment: Moment): boolean {
  const act = waitsFor(author, report, moment)
  if (act !== 'confirm') return act !== null
  return Temporal.Instant.compare(moment.now, reopenUntil(report, moment.city)) <= 0
}
