import type { addition as uk } from '../uk/addition.ts'

export const addition = {
  'addition.add': 'Add to the report',
  'addition.title': 'Add to report No. {number}',
  'addition.lead':
    'Has it become worse, are there details or fresh photos? Add them: the organization sees them at once.',
  'addition.closed':
    'Nobody works on this report now, so nothing can be added to it. If there is a problem, send a new report.',
  'addition.kept': 'You wrote',
  'addition.back': 'To report No. {number}',
  'addition.sent': 'Thank you! The organization can read it already; everyone will once a moderator has looked.',
  'addition.yours': 'What you added',
  'addition.by_author': 'The author added to the report',
  'addition.state.waiting': 'Waits for a moderator; the organization sees it already',
  'addition.state.shown': 'Shown to everyone',
  'addition.state.declined': 'A moderator did not show this to everyone. Reason: {reason}',
  'addition.residents': 'What residents added',
  'addition.unchecked': 'No moderator has looked at it yet',
  'addition.declined': 'Declined by a moderator',
  'addition.from.author': 'The author of the report',
  'addition.from.supporter': 'A resident whom it concerns too',
  'addition.from.resident': 'Another resident',
} as const satisfies Record<keyof typeof uk, string>
