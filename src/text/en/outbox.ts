import type { outbox as uk } from '../uk/outbox.ts'

export const outbox = {
  'outbox.title': 'Waiting to be sent',
  'outbox.waiting': 'Waiting to be sent: {count}',
  'outbox.needs_you': 'Not sent, your answer is needed: {count}',
  'outbox.kept': 'Kept on this device: it will be sent as soon as there is a connection, even if you close the page.',
  'outbox.waits': 'Waits for a connection',
  'outbox.where': 'What waits to be sent',
  'outbox.sign_in_first':
    'Sign in to send what is kept here: {count}. If somebody else signs in on this device, it is deleted.',
  'outbox.leaving':
    'This device holds {count} not sent yet. If you sign out, it is deleted so that nobody else gets it. Sign out?',
  'outbox.dropped': 'What somebody else left here unsent was deleted: {count}.',
  'outbox.written': 'Written {time}',
  'outbox.written_at': 'Written {time}, {place}',
  'outbox.state.waiting': 'waits for a connection',
  'outbox.state.wifi': 'waits for Wi-Fi',
  'outbox.state.behind': 'waits until the one before it is settled',
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
  'outbox.wifi': 'Send photos and videos over Wi-Fi only',
  'outbox.drop': 'Delete',
  'outbox.clear': 'Remove from the list',
  'outbox.drop_sure': 'Delete without sending?',
} as const satisfies Record<keyof typeof uk, string>
