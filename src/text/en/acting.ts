import type { acting as uk } from '../uk/acting.ts'

export const acting = {
  'acting.note.approve': 'Note',
  'acting.note.reject': 'Tell the author what to change',
  'acting.note.revise': 'Description',
  'acting.note.assign': 'Why you pass it on (only staff see this)',
  'acting.note.start': 'Note',
  'acting.note.ask': 'What the author should tell',
  'acting.note.answer': 'Your answer',
  'acting.note.postpone': 'Explain why it is postponed',
  'acting.note.extend': 'Explain why more time is needed',
  'acting.note.resolve': 'What was done',
  'acting.note.decline': 'Explain why it will not be resolved',
  'acting.note.reopen': 'What is wrong',
  'acting.note.add': 'What has changed, or what else should be known',
  'acting.note.show_addition': 'Note',
  'acting.note.decline_addition': 'Tell who added it why',
  'acting.note.note': 'Note for staff',
  'acting.public': 'Everyone will see this.',
  'acting.to_author': 'Only the author will see this.',
  'acting.added':
    'The organization reads it at once, everyone after a moderator has looked. Write no names, phone numbers or number plates.',
  'acting.to_adder': 'Only the person who added it will see this. Optional.',
  'acting.too_many_additions':
    'Too many additions wait for a moderator already ({most} at most). Send yours once they are looked at: what you wrote is kept below.',
  'acting.no_such_addition': 'Another moderator has dealt with this addition already.',
  'acting.to_staff': 'Only staff will see this.',
  'acting.reason': 'Reason',
  'acting.choose': 'Choose…',
  'acting.until': 'Until which date',
  'acting.until_hint':
    'If the term for an answer has not run out yet and this date is later, it becomes the new term. If it has, the report stays overdue.',
  'acting.new_term': 'New last day',
  'acting.new_term_hint':
    'A working day no later than {day}: 45 days from acceptance in all. The author will get a letter.',
  'acting.organization': 'Organization',
  'acting.by_rule': 'By the city’s rules',
  'acting.approve_changed': 'Change and accept',
  'acting.category': 'Category',
  'acting.category_drops':
    'If you change the category, the author’s answers to the questions of this one are not kept: the organization will not see them.',
  'acting.place': 'Place on the map',
  'acting.place_missing': 'The author described the place in words: put a point.',
  'acting.point': 'Coordinates of the point',
  'acting.point_hint': 'Latitude, longitude, such as {example}. You can paste them from another map.',
  'acting.address': 'Address or landmark',
  'acting.address_hint': 'Everyone will see it. Take out the number of a flat.',
  'acting.sent_files': 'Photos and videos that you sent',
  'acting.sent_files_hint':
    'What you remove is seen by you and by the staff who handle the report, and by nobody else.',
  'acting.into': 'Number of the main report',
  'acting.into_hint': 'The author of this report will follow the main one.',
  'acting.merge_publishes':
    'A merged report is seen by everyone, with its photos. Hide those that should not be first; reject a report that must not be published.',
  'acting.withdraw_sure':
    'The report will disappear from the site and nobody will work on it. It can’t be brought back.',
  'acting.changed_meanwhile': 'While you worked, the report changed: look at what is new.',
  'acting.changed_meanwhile_written':
    'While you worked, the report changed: look at what is new. What you wrote is kept; if it still fits, send it again.',
  'acting.no_such_report': 'There is no such report.',
  'acting.no_such_organization': 'The city has no such organization. Choose from the list.',
  'acting.answers_missing': 'Answer the questions of this category.',
  'acting.no_such_category': 'The city has no such category. Choose from the list.',
  'acting.outside_city': 'This point is outside the city.',
  'acting.main_not_merged':
    'Others were merged into this report. Separate them first, or merge the other way round: that report into this one.',
  'acting.main_not_withdrawn':
    'Other people’s reports about the same problem were merged into yours, so it can’t be withdrawn any more.',
  'acting.main_waits': 'Nothing can be merged into this report yet: no moderator has accepted it.',
  'acting.main_dropped': 'Nothing can be merged into this report: it was rejected or withdrawn.',
  'acting.main_merged': 'This report is merged into another itself. Give the number of the main one.',
  'acting.merge_sure':
    'No. {number}: “{title}”. {status}. {place}. Sent {day}. If this is the one, confirm: press “Merge” once more.',
  'acting.merge_sure_closed':
    'No. {number}: “{title}”. {status}. {place}. Sent {day}. It is closed already: once merged, nobody will work on this problem. If that is right, press “Merge” once more.',
  'acting.main_closed': 'It is closed already: once merged, nobody will work on this problem.',
  'acting.file_expired': 'One of the files waited too long and was removed. Add it again.',
  'acting.form_made_up': 'The form is damaged. Reload the page and try again.',
  'acting.note_long': 'The text is too long: at most {most, plural, one {{most} character} other {{most} characters}}.',
  'acting.address_long':
    'The address is too long: at most {most, plural, one {{most} character} other {{most} characters}}.',
  'acting.reason_not_chosen': 'Choose a reason.',
  'acting.date_malformed': 'Give a date: day, month and year.',
  'acting.organization_missing': 'Choose an organization.',
  'acting.point_malformed': 'The point on the map could not be read. Put it again.',
  'acting.coordinates_malformed':
    'These coordinates could not be read. Write latitude and longitude as in the example.',
  'acting.number_malformed': 'There is no report with this number.',
  'acting.file_missing': 'This file is gone already.',
} as const satisfies Record<keyof typeof uk, string>
