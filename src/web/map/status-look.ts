import type { Status } from '#src/domain/report.ts'

/** The class of look.css that gives a status its colour and sign. */
export function statusLook(status: Status): string {
  return looks[status]
}

const looks = {
  submitted: 'submitted',
  accepted: 'accepted',
  in_progress: 'in-progress',
  awaiting_answer: 'awaiting',
  postponed: 'postponed',
  resolved: 'resolved',
  not_resolved: 'not-resolved',
  rejected: 'rejected',
  merged: 'merged',
  withdrawn: 'withdrawn',
} as const satisfies Record<Status, string>
