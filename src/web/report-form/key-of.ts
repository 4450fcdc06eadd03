import type { DraftKey } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import type { Draft } from '#src/domain/submission.ts'
import * as reports from '#src/store/reports.ts'
import type { Context } from '../context.ts'
import { draftKey, type FieldsOf } from '../form/fields.ts'
import { freshKey } from './draft-cookie.ts'
import { draftFromForm } from './draft-from-form.ts'
import type { FormState } from './report-form.tsx'

/**
 * The key that a form goes on under. One that has become a report is spent: the same form again leads to that report,
 * and another text under its key (after Back, or from a second tab) gets a key of its own and is looked at once more.
 */
export async function keyOf(
  { means, guide, locale }: Context<'submitReport'>,
  fields: FieldsOf,
): Promise<{ readonly key: DraftKey; readonly isMadeUp: boolean; readonly sent: FormState['sent'] }> {
  const key = draftKey(fields)
  if (!key) return { key: freshKey(), isMadeUp: true, sent: null }
  const report = await reports.findByDraft(means.store.of(guide.city.id), key)
  if (!report) return { key, isMadeUp: false, sent: null }

  const { draft } = draftFromForm(fields, key, [], locale)
  const sent = { key, number: report.number, tell: !saysTheSame(report, draft) }
  return { key: freshKey(), isMadeUp: false, sent }
}

function saysTheSame(report: Report, draft: Draft): boolean {
  const isThere =
    report.location?.lng === draft.location?.lng &&
    report.location?.lat === draft.location?.lat &&
    report.address === draft.address
  return isThere && report.categoryId === draft.categoryId && report.description === draft.description
}
