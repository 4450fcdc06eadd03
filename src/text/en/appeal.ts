import type { appeal as uk } from '../uk/appeal.ts'

export const appeal = {
  'appeal.title': 'Formal appeal',
  'appeal.choose': 'Send as a formal appeal under the Law on Citizens’ Appeals',
  'appeal.hint':
    'The city answers every report, and within the same term. A report is a formal appeal when its author has said who they are (articles 5 and 8).',
  'appeal.who_sees':
    'Only you and the organization that will answer see this; it is not on the site. We erase it {keptFor} after the end. The answer comes to the e-mail of your account.',
  'appeal.surname': 'Surname',
  'appeal.name': 'Name',
  'appeal.patronymic': 'Patronymic',
  'appeal.patronymic_hint': 'Put a dash if you have none.',
  'appeal.residence': 'Place of residence',
  'appeal.residence_hint': 'Town or village, street, house, flat.',
  'appeal.yours': 'Sent as a formal appeal',
  'appeal.yours_text':
    'Only the organization that answers for the report sees your particulars. Each time it looked is written down and is among your data.',
  'appeal.my_data': 'All my data',
  'appeal.staff': 'A formal appeal under the Law on Citizens’ Appeals',
  'appeal.staff_text':
    'The author gave surname, name, patronymic and place of residence. They are in the electronic message for the addressee; each time it is opened is written down.',
  'appeal.moderator_text':
    'The author gave surname, name, patronymic and place of residence. Only the organization that answers for the report sees them.',
  'appeal.open': 'Message with the applicant’s particulars (PDF)',
} as const satisfies Record<keyof typeof uk, string>
