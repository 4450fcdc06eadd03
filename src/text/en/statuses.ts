import type { statuses as uk } from '../uk/statuses.ts'

export const statuses = {
  'status.submitted': 'Waiting for a moderator',
  'status.rejected': 'Rejected by a moderator',
  'status.accepted': 'Accepted',
  'status.in_progress': 'In progress',
  'status.awaiting_answer': 'More details needed',
  'status.postponed': 'Postponed',
  'status.resolved': 'Resolved',
  'status.not_resolved': 'Not resolved',
  'status.merged': 'Merged',
  'status.withdrawn': 'Withdrawn by its author',
} as const satisfies Record<keyof typeof uk, string>
