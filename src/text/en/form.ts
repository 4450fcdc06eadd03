import type { form as uk } from '../uk/form.ts'

export const form = {
  'form.title': 'New report',
  'form.description': 'What happened, where, and what it looks like: two minutes, and the body responsible has it.',
  'form.emergency': 'Is anyone in danger? Call:',
  'form.what': 'What happened?',
  'form.what_hint': 'Open a section and choose the problem.',
  'form.filter': 'Find the problem by a word',
  'form.filter_hint': 'For example: pothole, manhole, lamp',
  'form.filter_found': 'Found: {count}',
  'form.filter_none': 'No such word. Try another, or look through the sections.',
  'form.chosen': 'Chosen: {category}',
  'form.change_category': 'Choose another problem',
  'form.closed': 'No reports are taken here',
  'form.closed_answers': 'You have answered already. If it matters, add it to the description:',
  'form.digits': 'Digits only',
  'form.where': 'Where?',
  'form.address': 'Address or landmark',
  'form.address_hint':
    'For example: 12 School Street, opposite the second entrance. Words or a point on the map: one is enough.',
  'known.title': 'This may be reported already',
  'known.lead': 'If it is the same problem, join in: it will be noticed more, and you will hear of the answer.',
  'known.metres': '{metres, plural, =0 {right here} one {# metre from here} other {# metres from here}}',
  'known.supporters': '{count, plural, one {concerns # more person} other {concerns # more people}}',
  'known.same': 'This is it',
  'known.other': 'No, something else',
  'known.send': 'No, something else: send',
  'form.describe': 'Describe it',
  'form.words': 'What is wrong, and what harm it does',
  'form.words_hint':
    '{least, plural, one {At least {least} character.} other {At least {least} characters.}} Leave out surnames, phone and flat numbers: everyone will see the description.',
  'form.left': 'Characters left: {count}',
  'form.over': 'Characters too many: {count}',
  'form.photos': 'Photos or videos',
  'form.name': 'How should we sign it?',
  'form.name_first': 'First name only',
  'form.name_first_as': 'First name only: {name}',
  'form.name_hidden': 'Do not show my name',
  'form.public':
    'Once a moderator accepts the report, everyone will see what happened, where, your description and photos. Your surname and e-mail will not be on the site.',
  'form.send': 'Send the report',
  'form.sign_in_next': 'Next you sign in with a code sent by e-mail. What you wrote is kept.',
  'form.saved_here': 'Saved on this device at {time}',
  'form.restore': 'There is a draft from {time} that you have not sent.',
  'form.restore_yes': 'Restore',
  'form.restore_no': 'Delete the draft',
  'form.sending': 'Sending…',
  'form.waiting_files': 'Waiting for the files to be sent…',
  'form.no_connection': 'No connection. We will send it as soon as there is one; keep this page open.',
  'form.already_sent':
    'This form was sent already: report No. {number}. To send another, check what is written and add the files.',
  'form.already_sent_link': 'See report No. {number}',

  'form.problem.form_made_up': 'The form is out of date. Check it and send it again.',
  'form.problem.category_missing': 'Choose what happened.',
  'form.problem.point_malformed':
    'The point on the map could not be read. Put it again, or describe the place in words.',
  'form.problem.address_long':
    'Shorten the address: {most, plural, one {{most} character} other {{most} characters}} at most.',
  'form.problem.description_long':
    'Shorten the description: {most, plural, one {{most} character} other {{most} characters}} at most.',
  'form.problem.answer_long':
    'Shorten the answer: {most, plural, one {{most} character} other {{most} characters}} at most.',
  'form.problem.answer_not_number': 'Write a number in digits, without words or points.',
  'form.problem.number_wanted': 'Write in digits: {question}',
  'form.problem.answer_shortened':
    '{question} — shorten the answer: {most, plural, one {{most} character} other {{most} characters}} at most.',
  'form.problem.answer_missing': 'Please answer: {question}',
  'form.problem.appeal_missing': 'A formal appeal needs “{part}”. Fill it in, or untick the appeal.',
  'form.problem.appeal_long': 'Shorten it: {most, plural, one {{most} character} other {{most} characters}} at most.',
  'form.problem.reports_many':
    'You can send {most, plural, one {{most} report} other {{most} reports}} a day, and you have sent them. This one is kept: send it tomorrow.',

  'files.add': 'Add a photo or video',
  'files.take_photo': 'Take a photo',
  'files.hint':
    '{most, plural, one {{most} file} other {Up to {most} files}}: photos, or videos up to a minute and 100 MB. We remove what they say of the device and of where they were taken.',
  'files.list': 'Files added',
  'files.photo': 'Photo {index}',
  'files.video': 'Video {index}',
  'files.remove_photo': 'Remove photo {index}',
  'files.remove_video': 'Remove video {index}',
  'files.remove_named': 'Remove {name}',
  'files.waiting': 'In the queue',
  'files.preparing': 'Preparing…',
  'files.shrinking': 'Making the video smaller… {percent} %',
  'files.sending': '{percent}%',
  'files.checking': 'Checking…',
  'files.retrying': 'No connection, will try again',
  'files.done': 'Added: {name}',
  'files.removed': 'Removed: {name}',
  'files.place': 'The photo says where it was taken. Put the point there?',
  'files.place_yes': 'Take the place from the photo',
  'files.place_no': 'No',
  'files.place_taken': 'The point is where the photo was taken. Check it on the map.',

  'files.refused': '“{name}” was not added. {why}',
  'files.problem.not_a_photo_or_video':
    'This is no photo or video that we can show. JPEG, PNG, WebP, HEIC, MP4, MOV and WebM will do.',
  'files.problem.file_empty': 'The file is empty. If it is kept in a cloud, download it to the device first.',
  'files.problem.file_damaged': 'The file is damaged: it could not be opened.',
  'files.problem.file_too_large': 'The file is too large: {megabytes} MB at most.',
  'files.problem.too_many_pixels': 'The photo has too many pixels. Save it smaller and add it again.',
  'files.problem.video_too_long': 'The video is too long: 60 seconds at most. Cut it and add it again.',
  'files.problem.media_busy':
    'Many files are being prepared right now, and this one had no turn. Add it again in a minute.',
  'files.problem.too_many_files':
    '{most, plural, one {You can add {most} file at most.} other {You can add {most} files at most.}}',
  'files.problem.no_room': 'The server has no room for files right now. Send without this one, or add it later.',
  'files.problem.too_often': 'Too many files came from your network. Add them in an hour; what you wrote is kept.',
  'files.not_kept':
    'There is too little room on this device to keep the file. Do not close the page before it is sent.',
  'files.problem.not_sent': 'The file could not be sent. Remove it and add it again.',
  'files.problem.unreadable':
    'The file could not be read: it may have been deleted or changed, or its memory card taken out. Add it again.',
} as const satisfies Record<keyof typeof uk, string>
