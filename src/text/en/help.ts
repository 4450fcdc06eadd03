import type { help as uk } from '../uk/help.ts'

export const help = {
  'help.title': 'Help',
  'help.lead': 'How to report a problem, what happens to it afterwards, and the rules we stand on.',
  'help.contents': 'On this page',

  'help.danger.title': 'In danger right now',
  'help.danger.text':
    'Reports are read in working hours, and this is not a rescue service. A fire, a gas leak, a fallen cable, a person in trouble: call at once.',

  'help.how.title': 'How it works',
  'help.how.report':
    'Choose what happened, show the place on the map or describe it in words, add a few sentences and photos or a video.',
  'help.how.sign_in':
    'Sign in with a code that we send to your e-mail. No password is needed, and everything you wrote is kept.',
  'help.how.moderation':
    'A moderator checks that the report follows the rules. Until then only you and the staff can see it.',
  'help.how.assignment':
    'An accepted report becomes visible to all and goes to the organization that is responsible for such problems. The moderator may choose another.',
  'help.how.work':
    'The organization starts work, may ask for details, postpone with a reason and a new date, solve the problem, or explain why it cannot.',
  'help.how.end':
    'You get a letter at each step. When the report is closed, you may confirm the result or reopen the report {days, plural, one {within {days} day} other {within {days} days}}.',

  'help.statuses.title': 'What the statuses mean',

  'help.good.title': 'Which report helps fastest',
  'help.good.one': 'One problem in one place. Write about another separately.',
  'help.good.place': 'The exact place: a point on the map, an address, or a landmark that is easy to find.',
  'help.good.words': 'What exactly is wrong, since when, and whom it harms or endangers.',
  'help.good.photo': 'A photo from afar to recognize the place, and one from near to see the problem.',

  'help.join.title': 'How to join somebody else’s report',
  'help.join.support':
    'Does the problem concern you too? Press “It concerns me too” on its page: the organization sees how many people it troubles, and you hear of the answer.',
  'help.join.add':
    'Has it become worse, or do you have a newer photo? Add to the report while it is being worked on. The organization reads it at once, everyone after a moderator has checked it.',
  'help.join.follow':
    'You can follow a report, a district, a circle around a point, a category or an organization: letters come at once or once a day. No account is needed, you only confirm your address, and one press stops them.',
  'help.join.opinion':
    'When a report is closed, its author and those who supported it say whether the problem is really solved: on its page or straight from the letter. That counts in the city’s figures.',

  'help.check.title': 'How to check whether the city answers',
  'help.check.report':
    'The page of each report shows who answers for it, by which day, and what has been done. The electronic message (PDF) that the organization received is there too.',
  'help.check.figures':
    'The figures count how many reports were solved, how many are overdue, and how long people wait for an answer. Each number leads to the reports behind it, and each organization has a page of its own.',
  'help.check.data':
    'All that the pages show can be had as a table, a map or a feed, or be shown on a site of your own.',

  'help.rules.title': 'Rules of moderation',
  'help.rules.lead': 'A moderator checks each new report and may hide a single photo. A report is rejected when it:',
  'help.rules.not_a_city_matter':
    'is no matter of the city: a private dispute, a shop’s service, another community or a state body;',
  'help.rules.offensive': 'holds insults, threats, calls to violence or discrimination;',
  'help.rules.personal_data': 'discloses other people’s personal data: surnames, phones, faces, numbers of flats;',
  'help.rules.unclear': 'does not let one understand what happened or where;',
  'help.rules.advertising': 'is advertising or spam.',
  'help.rules.after':
    'Only the author sees the reason of a rejection. The report can be revised and sent again under the same number. Do not photograph soldiers, military vehicles, checkpoints or the effects of shelling: we do not publish such photos.',

  'help.terms.title': 'Terms',
  'help.terms.answer':
    'The organization answers within a month from the day the report was accepted, or sooner where a category has a shorter term. If the last day is not a working day, the term moves to the next one that is.',
  'help.terms.longer':
    'If a month is not enough, the organization states the reason in public and extends the term, to 45 days in all at most. Passing a report on, merging and separating change nothing about the term, and a reopened report has as many days as were left when it was closed.',
  'help.terms.waiting':
    'Asking for details does not stop the term: how long the author was waited for is shown separately.',
  'help.terms.waiting_stops':
    'While an organization waits for the author’s details, the term stands still in this city.',
  'help.terms.shorter': 'For some categories the city has set a shorter term:',
  'help.terms.days': '{days, plural, one {{days} day} other {{days} days}}',
  'help.terms.postponed':
    'Work can be postponed with a reason and a date. Within the term that is an answer, and the date is kept to from then on. After the term the report stays overdue, whatever date is named.',
  'help.terms.overdue': 'If the term passes without an answer, everyone can see it on the report’s page.',

  'help.law.title': 'What the law says',
  'help.law.status':
    'A report here is a message about a problem in the city. The city chooses whether it is also registered as an appeal under Ukraine’s Law on Citizens’ Appeals (No. 393/96-VR); then the terms of that law hold.',
  'help.law.five':
    'Article 5: an appeal names the surname, name and patronymic, the place of residence and the substance of the matter, an electronic one also an address for the answer. No electronic signature is required.',
  'help.law.seven':
    'Article 7: a body that is not competent forwards the appeal within five days and tells the applicant.',
  'help.law.eight': 'Article 8: anonymous appeals are not considered under this law.',
  'help.law.fifteen':
    'Article 15: the answer says what was decided; a refusal gives the reason and how to appeal against it.',
  'help.law.twenty':
    'Article 20: appeals are decided within a month, those that need no further study at once, within 15 days at most. If a month is not enough, the head sets the needed term and tells the applicant; 45 days at most in all.',
  'help.law.martial':
    'Under martial law public holidays are working days and do not move a term (Law No. 2136-IX, article 6).',

  'help.data.title': 'Personal data',
  'help.data.lead':
    'We collect as little as we can: your first and last name, your e-mail address, and what you yourself wrote and photographed. The ground is your consent (Ukraine’s Law on Personal Data Protection, No. 2297-VI).',
  'help.data.public':
    'Everyone sees the problem, the place, the photos that a moderator has checked, and the organizations’ answers. Your first name only if you chose so. Your last name and e-mail never.',
  'help.data.staff':
    'The city’s moderators and administrators see your first name, last name and e-mail. The organization that solves the problem does not get them.',
  'help.data.appeals':
    'If you send a formal appeal under the Law on Citizens’ Appeals, only the organization that answers it sees what you name: surname, name, patronymic, place of residence and e-mail. Each time it looks is written down, and after the time that the form names these data are erased.',
  'help.data.following':
    'Nobody sees the address at which you get news without an account. It is erased as soon as you stop the last of them.',
  'help.data.photos': 'We remove the hidden data from photos and videos: where, when and with what they were taken.',
  'help.data.rights':
    'On the page “My reports” you can download all your data, correct them, or erase your account. Your reports then stay, without their author.',
  'help.data.cookies':
    'Cookies are used for signing in, and to keep a report that you have begun. There is no tracking and no advertising here.',
  'help.data.consent': 'The text of the consent',
} as const satisfies Record<keyof typeof uk, string>
