import type { account as uk } from '../uk/account.ts'

export const account = {
  'sign_in.title': 'Sign in',
  'sign_in.lead':
    'We will send a code to your mail. No password is needed; if you are new here, the same code registers you.',
  'sign_in.lead_report':
    'The report is saved. Sign in and we will send it: the organization has to know whom to answer.',
  'sign_in.email': 'E-mail',
  'sign_in.email_hint': 'Only you and the city’s moderator see it.',
  'sign_in.send': 'Send the code',
  'sign_in.email_wrong': 'This does not look like a mail address. For example: olena@ukr.net',
  'sign_in.not_sent': 'The letter with the code could not be sent. Try again in a minute.',
  'sign_in.too_often':
    'There were too many tries. {minutes, plural, one {Try again in {minutes} minute.} other {Try again in {minutes} minutes.}}',
  'code.title': 'The code from the letter',
  'code.lead':
    'We have sent a letter to {email}. Enter the six digits from it within {minutes, plural, one {{minutes} minute} other {{minutes} minutes}}.',
  'code.field': 'Code',
  'code.enter': 'Sign in',
  'code.wrong': 'The code does not fit or has expired. Check the digits, or ask for a new one.',
  'code.again': 'No letter? Look into the spam folder, or send the code again.',
  'code.resend': 'Send a new code',
  'code.other': 'Another address',
  'about.title': 'Who you are',
  'about.lead':
    'We ask once. The surname is never published; the first name only if you allow it in the report itself.',
  'about.first_name': 'First name',
  'about.last_name': 'Surname',
  'about.consent': 'I agree to the processing of my personal data',
  'about.consent_read': 'The text of the consent',
  'about.save': 'Continue',
  'about.name_missing': 'Fill in this field.',
  'about.name_long': '{most, plural, one {{most} character} other {{most} characters}} at most.',
  'about.consent_missing': 'Without consent we have no right to keep your report.',
  'about.disagree': 'I do not agree',
  'about.disagree_lead':
    'Without consent you cannot send reports. You may still download your data, or erase the account.',
  'consent.text':
    'I freely agree to the processing of my first name, surname, e-mail address and the content of my reports, so that the city can consider them, pass them to the organization responsible and answer me (Law of Ukraine “On Personal Data Protection”). The first name is published only if I choose so in a report; surname and e-mail are not published. I may at any time receive my data, correct them and erase the account.',
  'me.title': 'My reports',
  'me.hello': '{name}, here are all your reports and what is needed from you.',
  'me.empty': 'You have not sent anything yet.',
  'me.empty_hint': 'If you see a pothole, a dark street or a heap of rubbish, report it: it takes two minutes.',
  'me.sent': 'Sent',
  'me.due': 'Answer due by {date}',
  'me.waits': 'Waits for you: {act}',
  'me.new': 'New report',
  'me.settings': 'Your data',
  'me.language': 'Language of letters',
  'me.language.uk': 'Українська',
  'me.language.en': 'English',
  'me.save': 'Save',
  'me.saved': 'Saved.',
  'me.email': 'E-mail: {email}',
  'me.download': 'Download all my data (JSON)',
  'me.sessions': 'Signing out',
  'me.sign_out_everywhere': 'Sign out on all devices',
  'me.erase': 'Erase the account',
  'me.erase_lead':
    'Your name, surname, e-mail and consent will be gone for good. The reports stay on the site without an author: nobody will be able to answer a question about them or reopen them.',
  'me.erase_sure': 'Yes, erase my data for good',
  'me.erase_unsure': 'Tick the box if you really want to erase the account.',
} as const satisfies Record<keyof typeof uk, string>
