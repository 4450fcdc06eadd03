import type { time as uk } from '../uk/time.ts'

export const time = {
  'when.today': 'today, {time}',
  'when.yesterday': 'yesterday, {time}',
  'when.day': '{day}, {time}',
  'due.until': 'answer by {day}',
  'due.was': 'it was due by {day}',
  'due.stands': 'the term stands still while the author is waited for',
  'due.left': '{days, plural, =0 {today is the last day} one {{days} day left} other {{days} days left}}',
  'due.late': '{days, plural, one {{days} day overdue} other {{days} days overdue}}',
} as const satisfies Record<keyof typeof uk, string>
