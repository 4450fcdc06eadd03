import type { Guide } from '#src/domain/guide.ts'
import type { CityId, PersonId } from '#src/domain/id.ts'
import { type Result, refuse } from '#src/domain/result.ts'
import type { Draft, Objection } from '#src/domain/submission.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import type { Common } from '../context.ts'
import type { CountTry } from '../limits.ts'
import type { Paths } from '../routes.ts'

export type SendProblem =
  | { readonly kind: 'reports_many' }
  | { readonly kind: 'objections'; readonly objections: readonly Objection[] }

/** Makes the draft this person's report: its number. So many a day, and no more. */
export async function sendDraft(
  countTry: CountTry,
  { means, now }: Pick<Common, 'means' | 'now'>,
  guide: Guide,
  draft: Draft,
  person: PersonId,
): Promise<Result<number, SendProblem>> {
  if ((await countTry('report_by_person', person, now)) !== null) return refuse({ kind: 'reports_many' })
  const submitted = await submitReport(means, guide, draft, { kind: 'resident', id: person })
  return submitted.ok ? submitted : refuse({ kind: 'objections', objections: submitted.problem })
}

/** The report's own page, which says that it has arrived. */
export function sentTo(to: Paths, city: CityId, number: number): string {
  return `${to.report(city, number)}?sent=1`
}
