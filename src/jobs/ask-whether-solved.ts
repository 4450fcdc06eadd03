import type { PersonId } from '#src/domain/id.ts'
import { reopenUntil } from '#src/domain/lifecycle.ts'
import * as links from '#src/store/opinion-links.ts'
import { hashOf } from '#src/store/private-links.ts'
import type { Tx } from '#src/store/store.ts'
import type { About } from './letters/about.ts'
import type { Parts } from './parts.ts'

/** A month after the last day to reopen: until then a person may well come back to the letter. */
const linkOutlives = { hours: 24 * 30 }

/**
 * The secret by which a person says from a letter whether a report is solved; null of a step that closed nothing.
 * Written anew when the letter is tried again.
 */
export async function askWhetherSolved(
  { means: { mint } }: Pick<Parts, 'means'>,
  tx: Tx,
  { event, report, guide }: Pick<About, 'report' | 'guide'> & { readonly event: About['event'] & { seq: number } },
  person: PersonId,
  letter: string,
): Promise<string | null> {
  if (event.kind === 'submitted' || (event.act.kind !== 'resolve' && event.act.kind !== 'decline')) return null
  const secret = mint.secret()
  await links.keep(tx, {
    id: letter,
    secretHash: hashOf(secret),
    report: report.id,
    person,
    closing: event.seq,
    expiresAt: reopenUntil({ ...report, statusSince: event.at }, guide.city).add(linkOutlives),
  })
  return secret
}
