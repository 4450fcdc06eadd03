import type { problems as uk } from '../uk/problems.ts'

export const problems = {
  'objection.sign_in_needed': 'Sign in to send the report.',
  'objection.place_missing': 'Put a point on the map, or describe the place in words.',
  'objection.outside_city': 'This point is outside the city. Move it, or remove it and describe the place in words.',
  'objection.category_closed': 'This category takes no reports now. Choose another.',
  'objection.description_short':
    'Describe the problem in more detail: at least {least, plural, one {{least} character} other {{least} characters}}.',
  'objection.too_many_files':
    '{most, plural, one {You can add {most} file at most.} other {You can add {most} files at most.}}',
  'objection.file_expired': 'One of the files waited too long and was removed. Add it again.',
  'objection.answer_missing': 'Answer this question.',
  'objection.appeal_missing': 'Fill in this field.',
  'objection.appeals_not_taken':
    'The city does not take formal appeals here any more. Untick it, and we take an ordinary report.',

  'refusal.no_such_move': 'While you worked, the report’s status changed, and this can no longer be done.',
  'refusal.not_permitted': 'Somebody else may do this.',
  'refusal.reason_needed': 'Write a few words.',
  'refusal.description_short':
    'Describe the problem in more detail: at least {least, plural, one {{least} character} other {{least} characters}}.',
  'refusal.too_many_files':
    '{most, plural, one {You can add {most} file at most.} other {You can add {most} files at most.}}',
  'refusal.date_not_ahead': 'Choose a date in the future.',
  'refusal.date_too_far': 'A report can be postponed by two years at most.',
  'refusal.date_not_later': 'The new last day has to be later than the present one.',
  'refusal.not_working_day': 'This is not a working day. Choose one that is.',
  'refusal.beyond_longest_term':
    'The whole term cannot be longer than 45 days from acceptance (Law on Citizens’ Appeals, art. 20).',
  'refusal.term_not_extendable':
    'The term cannot be extended any more: it is over, or already the longest that the law allows.',
  'refusal.place_missing': 'Put a point on the map, or describe the place in words.',
  'refusal.place_needed':
    'The author described the place in words. Put a point on the map before you accept the report.',
  'refusal.same_organization': 'This organization has the report already. Choose another.',
  'refusal.already_confirmed': 'You have already agreed that it is resolved.',
  'refusal.reopen_too_late': 'The time to reopen has passed. Send a new report.',
  'refusal.merge_into_itself': 'A report can’t be merged into itself.',
  'refusal.no_such_media': 'The report has no such photo, or somebody has done this with it already.',
} as const satisfies Record<keyof typeof uk, string>
