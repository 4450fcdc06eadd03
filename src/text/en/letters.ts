import type { letters as uk } from '../uk/letters.ts'

/** What letters say, in English. */
export const letters = {
  'letter.product': 'Open City, {city}',
  'letter.about': 'Report No. {number}',
  'letter.open': 'Open the report',
  'letter.open_main': 'Open report No. {main}',

  'letter.author.submitted.subject': 'No. {number}: report received',
  'letter.author.submitted.lead':
    'Thank you. Your report has been received as No. {number}. A moderator is checking it now; until that is done, other residents do not see it.',
  'letter.author.submitted.next':
    'There is nothing for you to do for now. We will write as soon as the moderator has decided.',
  'letter.author.approve.subject': 'No. {number}: accepted',
  'letter.author.approve.lead':
    'Your report has been accepted and passed to the organization responsible: {organization}. Everyone can see it now.',
  'letter.author.approve.next':
    '{due, select, none {} other {The organization must answer by the end of {due}. }}There is nothing for you to do now.',
  'letter.author.reject.subject': 'No. {number}: rejected by a moderator',
  'letter.author.reject.lead': 'A moderator did not accept your report. The reason: {reason}.',
  'letter.author.reject.next':
    'You can revise the report and send it again whenever it suits you. It keeps its number. Nobody but you and the moderators sees a rejected report.',
  'letter.author.reject.open': 'Revise the report',
  'letter.author.assign.subject': 'No. {number}: passed to another organization',
  'letter.author.assign.lead': 'Another organization now answers for your report: {organization}.',
  'letter.author.assign.next':
    '{due, select, none {} other {The answer is still due by the end of {due}. }}There is nothing for you to do now.',
  'letter.author.start.subject': 'No. {number}: in progress',
  'letter.author.start.lead': 'The organization responsible ({organization}) has started work on your report.',
  'letter.author.start.next':
    '{due, select, none {} other {You should hear of the result by the end of {due}. }}There is nothing for you to do now.',
  'letter.author.ask.subject': 'No. {number}: a question for you',
  'letter.author.ask.lead': 'To go on, the organization responsible ({organization}) asks you to answer a question.',
  'letter.author.ask.next':
    'Please answer on the report’s page; you can add photos. {due, select, none {} other {The sooner the better: the date by which the organization must give you its answer ({due}) does not move meanwhile.}}',
  'letter.author.ask.open': 'Answer the question',
  'letter.author.postpone.subject': 'No. {number}: postponed until {until}',
  'letter.author.postpone.lead':
    'The organization responsible ({organization}) has postponed the work until {until}. The reason: {reason}.',
  'letter.author.postpone.next':
    '{due, select, none {} other {The organization must answer by the end of {due}. }}There is nothing for you to do now.',
  'letter.author.resolve.subject': 'No. {number}: resolved',
  'letter.author.resolve.lead': 'The organization responsible ({organization}) says that the problem is resolved.',
  'letter.author.resolve.next':
    'Please have a look at the result. If it is all right, confirm it on the report’s page. If it is not, reopen the report no later than {until}.',
  'letter.author.resolve.open': 'See the result',
  'letter.author.decline.subject': 'No. {number}: not resolved',
  'letter.author.decline.lead':
    'The organization responsible ({organization}) says that the problem will not be resolved. The reason: {reason}.',
  'letter.author.decline.next':
    'If you disagree, reopen the report no later than {until} and write why. The Law of Ukraine on Citizens’ Appeals also gives you the right to contest the decision.',
  'letter.author.merge.subject': 'No. {number}: merged with No. {main}',
  'letter.author.merge.lead':
    'There already is a report of the same problem, No. {main}. A moderator has merged yours with it, so that the work is done together.',
  'letter.author.merge.next': 'From now on, follow report No. {main}. There is nothing for you to do now.',
  'letter.author.separate.subject': 'No. {number}: on its own again',
  'letter.author.separate.lead':
    'A moderator has separated your report from another one. The organization responsible: {organization}.',
  'letter.author.separate.next':
    '{due, select, none {} other {The organization must answer by the end of {due}. }}There is nothing for you to do now.',
  'letter.author.reopen.subject': 'No. {number}: reopened',
  'letter.author.reopen.lead':
    'A moderator has reopened your report. The organization responsible: {organization}.',
  'letter.author.reopen.next':
    '{due, select, none {} other {The organization must answer by the end of {due}. }}There is nothing for you to do now.',
  'letter.author.why':
    'This letter was sent automatically, because you sent report No. {number} through Open City ({city}). There is no need to reply to it.',

  'letter.organization.approve.subject': 'No. {number}: new report — {category}',
  'letter.organization.approve.lead':
    'A moderator has accepted a resident’s report. Your organization answers for it: {organization}.',
  'letter.organization.assign.subject': 'No. {number}: passed to you — {category}',
  'letter.organization.assign.lead':
    'Your organization now answers for a resident’s report: {organization}. Until now it was another’s.',
  'letter.organization.separate.subject': 'No. {number}: on its own again — {category}',
  'letter.organization.separate.lead':
    'A moderator has separated the report from another one. Your organization answers for it: {organization}.',
  'letter.organization.reopen.subject': 'No. {number}: reopened — {category}',
  'letter.organization.reopen.lead':
    '{by, select, author {The author disagrees with the result and has reopened the report.} other {A moderator has reopened the report.}} Your organization answers for it: {organization}.',
  'letter.organization.answer.subject': 'No. {number}: the author has answered',
  'letter.organization.answer.lead': 'The author has answered your question. Work can go on.',
  'letter.organization.merge.subject': 'No. {number}: merged with No. {main}',
  'letter.organization.merge.lead':
    'A moderator has merged report No. {number} with No. {main}: both are about the same problem.',
  'letter.organization.withdraw.subject': 'No. {number}: withdrawn by its author',
  'letter.organization.withdraw.lead': 'The author has withdrawn report No. {number}.',
  'letter.organization.next':
    '{due, select, none {No answer to this report is awaited at present.} other {Answer by the end of {due}: start work, ask for details, postpone to a date, resolve it, or explain why it cannot be done.}}',
  'letter.organization.next_done': 'Report No. {number} needs no answer of its own any more.',
  'letter.organization.next_passed_on':
    'Since then the report has been passed to another organization. There is nothing more for you to do.',
  'letter.organization.open_desk': 'Open on the desk',
  'letter.organization.open_private': 'Answer the report',
  'letter.organization.private':
    'The link works until {expires} and for this report alone. Forward it only to whoever prepares the answer: it lets its holder answer for your organization, without a password.',
  'letter.organization.why':
    'This letter was sent automatically, because your organization answers for such reports in Open City ({city}). Nobody reads replies to it: please answer through the link.',

  'letter.by.moderator': 'Moderator',
  'letter.by.author': 'The author',
  'letter.by.organization': 'The organization responsible',

  'letter.fact.problem': 'What',
  'letter.fact.description': 'Description',
  'letter.fact.category': 'Category',
  'letter.fact.place': 'Place',
  'letter.fact.point': 'Point on the map',
  'letter.fact.media': 'Photos and videos',
  'letter.fact.submitted': 'Sent',
  'letter.fact.due': 'Answer by',

  'letter.reject.not_a_city_matter': 'the matter is not for the city to decide',
  'letter.reject.offensive': 'the text is offensive',
  'letter.reject.personal_data': 'the report contains other people’s personal data',
  'letter.reject.unclear': 'it is not clear what happened or where',
  'letter.reject.advertising': 'the report contains advertising',
  'letter.postpone.needs_funding': 'funding is needed',
  'letter.postpone.needs_contractor': 'a contractor has to be chosen',
  'letter.postpone.season': 'such work is done only in a certain season',
  'letter.postpone.needs_other_body': 'another body has to decide or take part',
  'letter.postpone.emergency_regime': 'martial law or a state of emergency is in force',
  'letter.decline.not_ours': 'this is outside the organization’s powers',
  'letter.decline.private_property': 'this is private property',
  'letter.decline.no_funding': 'there is no money for it',
  'letter.decline.not_confirmed': 'the problem was not found on the spot',
  'letter.decline.against_rules': 'it would be against norms and rules',

  'letter.code.subject': 'Sign-in code: {code}',
  'letter.code.lead': 'Your code to sign in to Open City:',
  'letter.code.next':
    '{minutes, plural, one {The code works for # minute} other {The code works for # minutes}} and only once. Enter it on the sign-in page.',
  'letter.code.why':
    'If you did not ask for a code, do nothing: nobody can sign in without it. Never tell anyone this code, even if they say that they work for the city.',
} as const satisfies Record<keyof typeof uk, string>
