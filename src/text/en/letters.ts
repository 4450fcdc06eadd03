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
  'letter.author.reject.subject': 'No. {number}: rejected by a moderator',
  'letter.author.reject.lead': 'A moderator did not accept your report. The reason: “{reason}”.',
  'letter.author.reject.next':
    'You can revise the report and send it again whenever it suits you. It keeps its number. Nobody but you and the moderators sees a rejected report.',
  'letter.author.reject.open': 'Revise the report',
  'letter.author.assign.subject': 'No. {number}: passed to another organization',
  'letter.author.assign.lead': 'Another organization now answers for your report: {organization}.',
  'letter.author.start.subject': 'No. {number}: in progress',
  'letter.author.start.lead': 'The organization responsible ({organization}) has started work on your report.',
  'letter.author.ask.subject': 'No. {number}: a question for you',
  'letter.author.ask.lead': 'To go on, the organization responsible ({organization}) asks you to answer a question.',
  'letter.author.ask.next': 'Please answer on the report’s page; you can add photos.',
  'letter.author.ask.due':
    'The sooner the better: the day by which the organization must give you its answer ({due}) does not move meanwhile.',
  'letter.author.ask.stopped':
    'The sooner the better: until you answer, the term within which the organization has to answer you stands still.',
  'letter.author.ask.open': 'Answer the question',
  'letter.author.postpone.subject': 'No. {number}: postponed until {until}',
  'letter.author.postpone.lead':
    'The organization responsible ({organization}) has postponed the work until {until}. The reason: “{reason}”.',
  'letter.author.extend.subject': 'No. {number}: the term is extended until {until}',
  'letter.author.extend.lead':
    'The organization responsible ({organization}) needs more time and has extended the term for its answer to your report until the end of {until}. The reason: “{reason}”.',
  'letter.author.resolve.subject': 'No. {number}: resolved',
  'letter.author.resolve.lead': 'The organization responsible ({organization}) says that the problem is resolved.',
  'letter.author.resolve.next':
    'Please have a look at the result and say whether it is so. If it is not, you can reopen the report no later than {until}.',
  'letter.author.resolve.open': 'See the result',
  'letter.author.decline.subject': 'No. {number}: not resolved',
  'letter.author.decline.lead':
    'The organization responsible ({organization}) says that the problem will not be resolved. The reason: “{reason}”.',
  'letter.author.decline.next':
    'If you disagree, reopen the report no later than {until} and write why. The Law of Ukraine on Citizens’ Appeals also gives you the right to contest the decision.',
  'letter.author.merge.subject': 'No. {number}: merged with No. {main}',
  'letter.author.merge.lead':
    'There already is a report of the same problem, No. {main}. A moderator has merged yours with it, so that the work is done together.',
  'letter.author.merge.next': 'From now on, follow report No. {main}. There is nothing for you to do now.',
  'letter.author.separate.subject': 'No. {number}: on its own again',
  'letter.author.separate.lead':
    'A moderator has separated your report from another one. The organization responsible: {organization}.',
  'letter.author.reopen.subject': 'No. {number}: reopened',
  'letter.author.reopen.lead': 'A moderator has reopened your report. The organization responsible: {organization}.',
  'letter.author.wait': 'The organization must answer by the end of {due}. There is nothing for you to do now.',
  'letter.author.nothing': 'There is nothing for you to do now.',
  'letter.author.why':
    'This letter was sent automatically, because you sent report No. {number} through Open City ({city}). There is no need to reply to it.',

  'letter.addition.subject': 'No. {number}: a moderator declined your addition',
  'letter.addition.lead':
    'A moderator declined your addition to the report, so it is not shown to everyone. The reason: “{reason}”.',
  'letter.addition.next':
    'The organization that answers for the report can still read your words. You can add to the report in another way on its page while it is being worked on.',
  'letter.addition.yours': 'You wrote',
  'letter.addition.why':
    'This letter was sent automatically, because you added to report No. {number} in Open City ({city}).',

  'letter.supporter.postpone.subject': 'No. {number}: postponed until {until}',
  'letter.supporter.postpone.lead':
    'The organization responsible ({organization}) has postponed the work on a report you support until {until}. The reason: “{reason}”.',
  'letter.supporter.extend.subject': 'No. {number}: the term is extended until {until}',
  'letter.supporter.extend.lead':
    'The organization responsible ({organization}) needs more time and has extended the term for its answer to a report you support until the end of {until}. The reason: “{reason}”.',
  'letter.supporter.resolve.subject': 'No. {number}: resolved',
  'letter.supporter.resolve.lead':
    'The organization responsible ({organization}) says that the problem of a report you support is resolved.',
  'letter.supporter.decline.subject': 'No. {number}: not resolved',
  'letter.supporter.decline.lead':
    'The organization responsible ({organization}) says that the problem of a report you support will not be resolved. The reason: “{reason}”.',
  'letter.supporter.reopen.subject': 'No. {number}: reopened',
  'letter.supporter.reopen.lead':
    'A report you support has been reopened. The organization responsible: {organization}.',
  'letter.supporter.merge.subject': 'No. {number}: merged with No. {main}',
  'letter.supporter.merge.lead':
    'A report you support has been merged with No. {main}, which is about the same problem. From now on we will write to you about that one.',
  'letter.supporter.why':
    'This letter was sent automatically, because you support report No. {number} in Open City ({city}). To get no more letters about it: {stop}',

  'letter.organization.approve.subject': 'No. {number}: new report — {category}',
  'letter.organization.approve.lead':
    'A moderator has accepted a resident’s report. Your organization answers for it: {organization}.',
  'letter.organization.assign.subject': 'No. {number}: passed to you — {category}',
  'letter.organization.assign.lead':
    'Your organization now answers for a resident’s report: {organization}. Until now another organization answered for it.',
  'letter.organization.taken.subject': 'No. {number}: passed to another organization',
  'letter.organization.taken.lead':
    'A moderator passed report No. {number} on from you: another organization answers for it now, {organization}.',
  'letter.organization.taken.next': 'There is nothing more for you to do.',
  'letter.organization.separate.subject': 'No. {number}: on its own again — {category}',
  'letter.organization.separate.lead':
    'A moderator has separated the report from another one. Your organization answers for it: {organization}.',
  'letter.organization.reopen.subject': 'No. {number}: reopened — {category}',
  'letter.organization.reopen.lead':
    'A moderator has reopened the report. Your organization answers for it: {organization}.',
  'letter.organization.reopen.lead_by_author':
    'The author disagrees with the result and has reopened the report. Your organization answers for it: {organization}.',
  'letter.organization.answer.subject': 'No. {number}: the author has answered',
  'letter.organization.answer.lead': 'The author has answered your question. Work can go on.',
  'letter.organization.add.subject': 'No. {number}: a resident added to the report',
  'letter.organization.add.lead':
    'A resident added to the report. No moderator has looked at it yet, so other residents do not see it for now.',
  'letter.organization.merge.subject': 'No. {number}: merged with No. {main}',
  'letter.organization.merge.lead':
    'A moderator has merged report No. {number} with No. {main}: both are about the same problem.',
  'letter.organization.withdraw.subject': 'No. {number}: withdrawn by its author',
  'letter.organization.withdraw.lead': 'The author has withdrawn report No. {number}.',
  'letter.organization.next':
    'Answer by the end of {due}: start work, ask for details, postpone to a date, resolve it, or explain why it cannot be done.',
  'letter.organization.appeal':
    'This is a formal appeal under the Law on Citizens’ Appeals. The applicant’s surname, name, patronymic, place of residence and e-mail are in the message for the addressee, on the report’s page; each time it is opened is written down.',
  'letter.organization.no_due': 'No answer is due at present: please look what has happened to the report since.',
  'letter.organization.next_done': 'Report No. {number} needs no answer of its own any more.',
  'letter.organization.next_passed_on':
    'Since then the report has been passed to another organization. There is nothing more for you to do.',
  'letter.organization.open_desk': 'Open on the desk',
  'letter.organization.open_private': 'Answer the report',
  'letter.organization.private':
    'The link works until {expires} and for this report alone. Forward it only to whoever prepares the answer: it lets its holder answer for your organization, without a password.',
  'letter.organization.why':
    'This letter was sent automatically, because your organization answers for such reports in Open City ({city}). Nobody reads mail to this address: answers are given on the report’s page.',

  'letter.confirm.subject': 'Confirm that you want to follow: Open City, {city}',
  'letter.confirm.lead': 'On Open City ({city}) somebody, we hope you, has given this address to hear news.',
  'letter.confirm.next': 'To follow, open the link within two days and confirm.',
  'letter.confirm.open': 'Confirm',
  'letter.confirm.what': 'What to follow',
  'letter.confirm.why':
    'If you did not ask for this, do nothing: without a confirmation there will be no letters, and we will delete the address.',
  'letter.news.one.subject': 'No. {number}: {what}',
  'letter.news.several.subject': '{city}: {count, plural, one {# piece} other {# pieces}} of news on what you follow',
  'letter.news.several.lead':
    'There {count, plural, one {is # piece} other {are # pieces}} of news on what you follow.',
  'letter.news.several.more': 'And {count, plural, one {# more piece} other {# more pieces}} of news on the site.',
  'letter.news.item': 'No. {number}: {what}',
  'letter.news.postponed': 'Postponed until {until}, because: “{reason}”',
  'letter.news.declined': 'Not resolved, because: “{reason}”',
  'letter.news.why':
    'This letter was sent automatically, because on Open City ({city}) you follow: {topics}. Change it or stop following: {page}',
  'letter.reminder.due.subject':
    'No. {number}: {days, plural, =0 {today is the last day to answer} one {# working day left to answer} other {# working days left to answer}}',
  'letter.reminder.due.lead':
    'A resident waits for an answer by the end of {due}. Your organization ({organization}) is responsible for the report.',
  'letter.reminder.due.next':
    'Tell what has been done, or explain why it cannot be. If there is too little time, the term can be extended or the work postponed before it ends, with a reason and a date.',
  'letter.reminder.due.next_promised':
    'The organization named this date when it postponed the work, and it cannot be moved again. Tell what has been done, or explain why it cannot be.',
  'letter.reminder.over.subject': 'No. {number}: the answer is {days, plural, one {# day} other {# days}} overdue',
  'letter.reminder.over.lead':
    'The term for an answer to a resident’s report ended on {due}. Responsible for it: {organization}. Everyone can see on the report’s page that it is overdue.',
  'letter.reminder.over.next':
    'The resident is still waiting: give the answer, or see to it that it is given. It is too late to postpone or to extend the term.',
  'letter.reminder.why_head':
    'This letter was sent automatically: the city of {city} has named this address as that of the head of an organization ({organization}). It needs no reply.',
  'letter.reminder.why_city':
    'This letter was sent automatically: the city of {city} has named this address to be told of overdue answers. It needs no reply.',
  'letter.reminder.why_administrator':
    'This letter was sent automatically: you are an administrator of the city ({city}) and asked to be told of overdue answers. You can stop it under “Your data” on your own page.',

  'letter.digest.subject':
    'Due this week: {due, plural, one {# report} other {# reports}}{late, plural, =0 {} one {, # more overdue} other {, # more overdue}}',
  'letter.digest.lead':
    '{due, plural, =0 {No answer is due this week.} one {# report has to be answered by the end of the week.} other {# reports have to be answered by the end of the week.}} {late, plural, =0 {None is overdue.} one {The answer to # report is overdue.} other {The answers to # reports are overdue.}}',
  'letter.digest.next':
    'The most urgent come first. All reports of your organization ({organization}) are at the desk.',
  'letter.digest.next_by_letter':
    'The most urgent come first. Each can be answered by the link in the letter about it that came to this address.',
  'letter.digest.open': 'Open the desk',
  'letter.digest.more_label': 'And',
  'letter.digest.more': '{more, plural, one {# more report} other {# more reports}}',

  'letter.by.moderator': 'Moderator',
  'letter.by.resident': 'A resident',
  'letter.by.author': 'The author',
  'letter.by.unnamed': 'the organization responsible',

  'letter.fact.problem': 'What',
  'letter.fact.description': 'Description',
  'letter.fact.category': 'Category',
  'letter.fact.place': 'Place',
  'letter.fact.point': 'Point on the map',
  'letter.fact.media': 'Photos and videos',
  'letter.fact.submitted': 'Sent',
  'letter.fact.due': 'Answer by',

  'letter.code.subject': 'Sign-in code: {code}',
  'letter.code.lead': 'Your code to sign in to Open City:',
  'letter.code.next':
    'Enter it on the sign-in page. The code is good for {minutes, plural, one {# minute} other {# minutes}} and works only once.',
  'letter.code.why':
    'If you did not ask for a code, do nothing: nobody can sign in without it. Never tell anyone this code, even if they say that they work for the city.',

  'letter.new_address.subject': 'Code for the new address: {code}',
  'letter.new_address.lead': 'Your code to confirm the new mail address in Open City:',
  'letter.new_address.next':
    'Enter it on the page where you change the address. The code is good for {minutes, plural, one {# minute} other {# minutes}} and works only once.',
  'letter.new_address.why':
    'If you are not changing your address, do nothing: without this code your mail is not joined to anything. Never tell anyone this code, even if they say that they work for the city.',

  'letter.taken_address.subject': 'This address has an account already',
  'letter.taken_address.lead':
    'Somebody who signed in to Open City with another address wanted to change it to this one. It has an account already, so nothing was changed.',
  'letter.taken_address.next': 'If it was you, sign in with this address: two accounts cannot be made one.',
  'letter.taken_address.why': 'If it was not you, do nothing: the account of this address is safe.',

  'letter.old_address.subject': 'Your mail address was changed',
  'letter.old_address.lead':
    'Your Open City account now has another mail address. Letters about your reports and what you follow go there from now on, and only it can be used to sign in.',
  'letter.old_address.next':
    'If it was not you who changed it, tell the city at once: its telephone numbers are on the help page of its site.',
  'letter.old_address.why': 'This is the last letter to this address about your account.',
} as const satisfies Record<keyof typeof uk, string>
