import type { City } from './city.ts'
import type { PersonId } from './id.ts'
import { actsOpenTo } from './lifecycle.ts'
import { isPublic, type Report, type Status } from './report.ts'

/** The act that closed a report: with a result, or with a reason. */
export type Closing = 'resolve' | 'decline'

/** As whom a person says whether a problem is solved. */
export type Stand = 'author' | 'supporter'

/** What one person says of one closing of a report. */
export type Opinion = {
  readonly solved: boolean
  /** Why, for those who work on the report; may be empty. */
  readonly note: string
}

/** What saying it comes to: an act of the author's, which changes the report, or an opinion, which is counted. */
export type Saying = 'confirm' | 'reopen' | 'opinion'

export type OpinionRefusal =
  | { readonly kind: 'no_such_report' }
  /** Neither the author nor somebody whom the report concerns too. */
  | { readonly kind: 'not_asked' }
  /** Closed no more, or closed anew since. */
  | { readonly kind: 'not_this_closing' }
  /** The author agreed already, or there is nothing to agree with. */
  | { readonly kind: 'nothing_to_say' }
  | { readonly kind: 'opinion_long'; readonly most: number }

/** The act by which a report in this status was closed; null for one that has no answer to have an opinion about. */
export function closingOf(status: Status): Closing | null {
  if (status === 'resolved') return 'resolve'
  return status === 'not_resolved' ? 'decline' : null
}

/** As whom this person is asked whether the report is solved; null for who is not. */
export function standOf(report: Pick<Report, 'reporter'>, person: PersonId, supports: boolean): Stand | null {
  if (report.reporter === person) return 'author'
  return supports ? 'supporter' : null
}

/**
 * What "yes" and "no" come to, for whoever is asked; null where it cannot be said.
 *
 * The author's "yes" confirms; "no" reopens as long as reopening is open, and is an opinion after. A supporter has
 * opinions only. Of a declined report one can only say that it is not solved. An author who confirmed has said it.
 */
export function sayings(
  report: Report,
  stand: Stand,
  circumstances: { readonly city: City; readonly now: Temporal.Instant },
): { readonly yes: Saying | null; readonly no: Saying | null } {
  const closing = closingOf(report.status)
  if (!closing || !isPublic(report)) return { yes: null, no: null }
  if (stand === 'supporter' || !report.reporter) return { yes: closing === 'resolve' ? 'opinion' : null, no: 'opinion' }

  const open = actsOpenTo({ kind: 'resident', id: report.reporter }, report, circumstances)
  const no = open.includes('reopen') ? 'reopen' : report.confirmed ? null : 'opinion'
  return { yes: open.includes('confirm') ? 'confirm' : null, no }
}
