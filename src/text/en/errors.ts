import type { errors as uk } from '../uk/errors.ts'

export const errors = {
  'error.not_found.title': 'There is no such page',
  'error.not_found.text': 'The address may be mistyped.',
  'error.not_found.report': 'The address may be mistyped, or the report has not been published yet.',
  'error.not_found.yours': 'If this is your report, sign in',
  'error.not_permitted.title': 'This page is not for you',
  'error.not_permitted.as': 'You are signed in as {email}; another address has access here.',
  'error.not_permitted.other': 'Sign in with another address',
  'error.not_permitted.text': 'Sign in with an address that has access, or go back to the start page.',
  'error.too_many.title': 'Too many tries',
  'error.too_many.text':
    '{minutes, plural, one {Try again in {minutes} minute.} other {Try again in {minutes} minutes.}}',
  'error.wrong_method.title': 'This address is not used that way',
  'error.wrong_method.text': 'Go back to the page before and try again.',
  'error.too_large.title': 'Too much data',
  'error.too_large.text': 'What was sent is too large. Go back and add fewer files or shorter videos.',
  'error.not_a_form.title': 'The form could not be read',
  'error.not_a_form.text': 'The connection may have broken. Go back to the page before: what you typed is kept there.',
  'error.unknown_filter.title': 'There is no such filter',
  'error.unknown_filter.text': 'The values of these parameters of the address are not known: {parameters}.',
  'error.no_room.title': 'There is no room for files right now',
  'error.no_room.text':
    'Go back to the page before: what you typed is kept there. Send it without photos and videos, or try again later.',
  'error.foreign.title': 'The request came from another site',
  'error.foreign.text': 'For safety, forms are taken from our own pages only. Open the page here and try again.',
  'error.another_person.title': 'Somebody else wrote this',
  'error.another_person.text': 'Sign in as the person who wrote it, and send it again.',
  'error.paused.title': 'The service is paused for a moment',
  'error.paused.text':
    'We cannot reach our data right now. Try again in a minute. If you were sending a form, send it once more: it will not be saved twice.',
  'error.fault.title': 'Something broke on our side',
  'error.fault.text':
    'We can see this fault already. Try again in a few minutes; if it stays, tell us the number of the request.',
  'error.request': 'Request number: {id}',
} as const satisfies Record<keyof typeof uk, string>
