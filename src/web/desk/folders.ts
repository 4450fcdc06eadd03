import type { City } from '#src/domain/city.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import { closedStatuses, openStatuses, type Report, type Status, statuses } from '#src/domain/report.ts'
import { isOverdue } from '#src/domain/term.ts'
import type { Folder, Order } from '#src/store/desk.ts'
import { overdueIn } from '#src/store/overdue.ts'

/** What a desk is divided into. Stored in addresses: permanent. */
export const moderatorFolders = ['moderation', 'additions', 'open', 'overdue', 'closed'] as const
export const officerFolders = ['new', 'in_progress', 'waiting', 'postponed', 'overdue', 'closed'] as const

export type FolderName = (typeof moderatorFolders)[number] | (typeof officerFolders)[number]

const answered: readonly Status[] = openStatuses.filter((status) => status !== 'submitted')
const ended: readonly Status[] = closedStatuses.filter((status) => status !== 'withdrawn')

/** The statuses that a folder holds; `overdue` is narrowed by time as well. */
export const statusesOf = {
  moderation: ['submitted'],
  additions: statuses,
  open: answered,
  new: ['accepted'],
  in_progress: ['in_progress'],
  waiting: ['awaiting_answer'],
  postponed: ['postponed'],
  overdue: answered,
  closed: ended,
} as const satisfies Record<FolderName, readonly Status[]>

const orders: Record<FolderName, Order> = {
  moderation: 'oldest',
  additions: 'added',
  open: 'due',
  new: 'due',
  in_progress: 'due',
  waiting: 'due',
  postponed: 'due',
  overdue: 'due',
  closed: 'newest',
}

/** What to ask of the store for a folder, of all the city or of one organization. */
export function folderOf(
  name: FolderName,
  organization: OrganizationId | null,
  now: Temporal.Instant,
  city: City,
): { asked: Folder; order: Order } {
  const asked: Folder = {
    statuses: statusesOf[name],
    ...(organization ? { organization } : {}),
    ...(name === 'additions' ? { additions: true } : {}),
    ...(name === 'overdue' ? { overdue: overdueIn(city, now) } : {}),
  }
  return { asked, order: orders[name] }
}

/** True when a report, as it stands, lies in the folder. */
export function holds(
  { statuses, organization, additions, overdue }: Folder,
  report: Report,
  city: City,
  /** Something was added to it, or a photo sent with an answer, that waits for a moderator. */
  hasAdditions: boolean,
): boolean {
  if (!statuses.includes(report.status)) return false
  if (organization !== undefined && report.organization !== organization) return false
  if (additions && !hasAdditions) return false
  return !overdue || isOverdue(report, overdue.at, city)
}

/** How many reports a folder holds, from the counts by status. Null for the closed, which nobody has to empty. */
export function sizeOf(
  name: FolderName,
  counts: { readonly byStatus: ReadonlyMap<Status, number>; readonly overdue: number; readonly additions: number },
): number | null {
  if (name === 'closed') return null
  if (name === 'overdue') return counts.overdue
  if (name === 'additions') return counts.additions
  return statusesOf[name].reduce((sum, status) => sum + (counts.byStatus.get(status) ?? 0), 0)
}
