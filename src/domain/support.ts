import type { PersonId } from './id.ts'
import { isPublic, openStatuses, type Report } from './report.ts'

export type SupportRefusal = 'no_such_report' | 'own_report' | 'not_open'

/** Why this person cannot say that the problem concerns them too; null when they can. What is not public does not exist for them. */
export function objectionToSupport(
  report: Pick<Report, 'status' | 'reporter'>,
  person: PersonId,
): SupportRefusal | null {
  if (report.reporter === person) return 'own_report'
  if (!isPublic(report)) return 'no_such_report'
  return isOpen(report) ? null : 'not_open'
}

/** True while somebody may still join in. */
export function isOpen({ status }: Pick<Report, 'status'>): boolean {
  return openStatuses.some((open) => open === status)
}
