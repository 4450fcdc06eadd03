import type { opinion as uk } from '../uk/opinion.ts'

export const opinion = {
  'opinion.ask.resolve': 'Is the problem solved?',
  'opinion.ask.decline': 'Do you disagree with the answer?',
  'opinion.yes': 'Yes, it is resolved',
  'opinion.no.resolve': 'No, it is not',
  'opinion.no.decline': 'I disagree',
  'opinion.said.yes': 'You answered that the problem is solved.',
  'opinion.said.no.resolve': 'You answered that the problem is not solved.',
  'opinion.said.no.decline': 'You answered that you disagree.',
  'opinion.note': 'What is wrong?',
  'opinion.note_hint': 'Optional. The moderator and the responsible organization will read it.',
  'opinion.send_note': 'Send the explanation',
  'opinion.reopen': 'Write what is wrong and the report is reopened: the organization has to answer once more.',
  'opinion.too_late':
    'The time to reopen is over, so the report stays closed. Your answer is counted in the city’s figures.',
  'opinion.counts': 'Your answer is counted in the city’s figures. You can change it.',
  'opinion.thanks': 'Thank you, your answer is recorded.',
  'opinion.count': 'Solved, say {solved} of {all} who answered.',
  'opinion.one.yes': 'One person answered that the problem is solved.',
  'opinion.one.no': 'One person answered that the problem is not solved.',
  'opinion.disagree_count':
    '{count, plural, one {# person disagrees with the answer.} other {# people disagree with the answer.}}',
  'opinion.heading': 'What people say of the answer',
  'opinion.title': 'Report No. {number}: is it solved',
  'opinion.open': 'Open report No. {number}',
  'opinion.gone.title': 'This link does not work any more',
  'opinion.gone.text': 'It has expired. You can sign in and say on the report’s page whether the problem is solved.',
  'opinion.past.title': 'Report No. {number} has changed since',
  'opinion.past.text':
    'The letter was about an answer that is not the last one any more. See how the report stands now.',
  'opinion.problem.no_such_report': 'There is no such report.',
  'opinion.problem.not_asked': 'The author can answer, and those whom the report concerns too.',
  'opinion.problem.not_this_closing':
    'While you answered, the report changed: look at what is new. What you wrote is kept below.',
  'opinion.problem.nothing_to_say': 'You have answered about this report already.',
  'opinion.problem.opinion_long':
    'The text is too long: at most {most, plural, one {{most} character} other {{most} characters}}.',
  'opinion.problem.unclear': 'Choose an answer once more.',
} as const satisfies Record<keyof typeof uk, string>
