import type { live as uk } from '../uk/live.ts'

export const live = {
  'live.new': '{count, plural, one {Show {count} new report} other {Show {count} new reports}}',
  'live.changed': 'The report has changed — show',
  'live.updated': 'The report was updated.',
  'live.left': 'No longer in this folder',
} as const satisfies Record<keyof typeof uk, string>
