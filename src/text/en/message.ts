import type { message as uk } from '../uk/message.ts'

export const message = {
  'message.product': 'Open City',
  'message.city': '{city}: reports of city problems',
  'message.to': 'To',
  'message.to_nobody': 'Nobody is responsible yet',
  'message.title': 'Electronic message No. {number}',
  'message.from_city': '{city}, {day}',
  'message.open': 'Public copy, without particulars of the author',
  'message.from': 'From',
  'message.appeal_told': 'A formal appeal. The addressee’s copy, with the applicant’s personal data',
  'message.appeal_apart':
    'A formal appeal. The applicant’s particulars are in the addressee’s copy, on the page for the answer',
  'message.said': 'The problem',
  'message.facts': 'What and where',
  'message.category': 'Category',
  'message.place': 'Place',
  'message.no_address': 'by the point on the map',
  'message.point': 'Coordinates',
  'message.submitted': 'Sent',
  'message.accepted': 'Accepted',
  'message.due': 'Answer due',
  'message.due_day': 'by {day}',
  'message.map': 'Map: the pin is where the problem is. {place}',
  'message.map_sources': 'Map: {sources}',
  'message.photos': 'Photos',
  'message.photos_more': 'Photos ({shown} of {count}; the others are on the page)',
  'message.photo': 'Photo {index} of message No. {number}',
  'message.law': 'What it rests on',
  'message.law_report':
    'This is a message about a city problem: a resident sent it through Open City, and a moderator accepted it. It is a formal appeal under the Law of Ukraine on Citizens’ Appeals, No. 393/96-ВР, when its author has given surname, name, patronymic, place of residence and an e-mail address for the answer (article 5); no electronic signature is needed for that.',
  'message.law_appeal':
    'This is a formal appeal under the Law of Ukraine on Citizens’ Appeals, No. 393/96-ВР: its author gave surname, name, patronymic, place of residence and an e-mail address for the answer (article 5); no electronic signature is needed for that.',
  'message.law_terms':
    'The city took the term for the answer from this law: at most one month, and for what needs no further study at once, within 15 days. If a month is not enough, the head sets the term that is needed and tells the author; in all no more than 45 days (article 20).',
  'message.answer': 'How to answer',
  'message.answer_due': 'The answer is due by {day}.',
  'message.answer_where':
    'The responsible organization answers on the page of the message, by the link in its letter or at its desk: it starts work, asks for details, postpones to a date, solves the problem or explains why it cannot. The author and all residents will see the answer.',
  'message.answer_says':
    'An answer says what was decided; a refusal gives the reason and how to appeal (article 15). Who is not competent passes the message on within five days to who is, and tells the author (article 7).',
  'message.code': 'QR code with the address of the message’s page: {url}',
  'message.code_under': 'The message’s page',
  'message.foot': '{city} · electronic message No. {number} · {url} · page {page} of {pages}',
  'message.file': 'message-{number}.pdf',
  'message.link': 'Electronic message (PDF)',
} as const satisfies Record<keyof typeof uk, string>
