import type { mailbox as uk } from '../uk/mailbox.ts'

/** The page that shows a developer the letters that would have been sent. */
export const mailbox = {
  'mailbox.title': 'Developer’s mailbox',
  'mailbox.lead':
    'No mail server is set, so letters go nowhere: they are here, newest first, and are gone when the program stops.',
  'mailbox.count': '{count, plural, one {# letter} other {# letters}}',
  'mailbox.none': 'No letters yet',
  'mailbox.none_hint': 'Sign in or send a report, and a letter will appear here.',
  'mailbox.to': 'To: {to}',
  'mailbox.attached': 'Attached: {name}, {kilobytes} KB',
  'mailbox.json': 'The same as JSON',
} as const satisfies Record<keyof typeof uk, string>
