import type { outbox as uk } from '../uk/outbox.ts'

export const outbox = {
  'outbox.title': 'Waiting to be sent',
  'outbox.waiting': 'Waiting to be sent: {count}',
  'outbox.needs_you': 'Not sent, your answer is needed: {count}',
  'outbox.kept':
    'No connection. It is kept on this device and will be sent as soon as there is one, even if you close the page.',
  'outbox.written': 'Written {time}',
  'outbox.written_at': 'Written {time}, {place}',
  'outbox.state.waiting': 'waits for a connection',
  'outbox.state.sending': 'on its way, {percent}%',
  'outbox.state.sent': 'sent',
  'outbox.state.sent_number': 'sent, No. {number}',
  'outbox.state.refused': 'not accepted',
  'outbox.state.sign_in': 'waits for you to sign in',
  'outbox.unknown_reason': 'The server did not accept it. Open it to see why.',
  'outbox.open': 'Open and correct',
  'outbox.sign_in': 'Sign in',
  'outbox.see': 'See it',
  'outbox.send_now': 'Send now',
  'outbox.drop': 'Delete',
  'outbox.drop_sure': 'Delete without sending?',
} as const satisfies Record<keyof typeof uk, string>
