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

  'next.submitted': 'A moderator will look at the report.',
  'next.rejected': 'The author may revise the report and send it again. Others cannot see it.',
  'next.accepted': 'The responsible organization will look into the report and answer in time.',
  'next.in_progress': 'The responsible organization is working on the problem.',
  'next.awaiting_answer': 'The organization is waiting for details from the author.',
  'next.postponed': 'The organization has given a reason and the date by which it will answer.',
  'next.resolved': 'The organization has told what was done. The author may confirm the result or reopen the report.',
  'next.not_resolved':
    'The organization has explained why the problem is not solved. The author may reopen the report.',
  'next.merged': 'There is another report of this problem. Follow that one.',
  'next.withdrawn': 'The author withdrew the report. Others cannot see it.',
} as const satisfies Record<keyof typeof uk, string>
