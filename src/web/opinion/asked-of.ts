import type { City } from '#src/domain/city.ts'
import type { PersonId } from '#src/domain/id.ts'
import { closingOf, sayings, standOf } from '#src/domain/opinion.ts'
import type { Report } from '#src/domain/report.ts'
import { findOf, lastClosing } from '#src/store/opinions.ts'
import type { Tx } from '#src/store/store.ts'
import { isSupportedBy } from '#src/store/supports.ts'
import type { Asked } from './ask-solved.tsx'

/** What this person is asked of the report's answer; null of a report that is open, and for who is not asked. */
export async function askedOf(
  tx: Tx,
  report: Report,
  person: PersonId,
  circumstances: { readonly city: City; readonly now: Temporal.Instant },
): Promise<Asked | null> {
  const closing = closingOf(report.status)
  if (!closing) return null
  const stand = standOf(report, person, report.reporter !== person && (await isSupportedBy(tx, report.id, person)))
  const closed = stand && (await lastClosing(tx, report.id))
  if (!stand || !closed) return null
  const said = await findOf(tx, report.id, closed.seq, person)
  return { closing, seq: closed.seq, ...sayings(report, stand, circumstances), said }
}
