import { randomBytes } from 'node:crypto'

/** A word that stands nowhere else: where it is found, this was disclosed. */
function aWord(): string {
  return `q${randomBytes(6).toString('hex')}`
}

/** What the people of the story are called and write that is not for everyone; each a word of its own. */
export function someWords() {
  return {
    'the author’s e-mail': aWord(),
    'the author’s surname': aWord(),
    'the author’s first name, hidden': aWord(),
    'a supporter’s e-mail': aWord(),
    'a follower’s e-mail': aWord(),
    'a supporter’s surname': aWord(),
    'an officer’s surname': aWord(),
    'a moderator’s surname': aWord(),
    'the text before a revision': aWord(),
    'the text of a revision before the last': aWord(),
    'why it was rejected': aWord(),
    'an officer’s note': aWord(),
    'a moderator’s note': aWord(),
    'the note with which work began': aWord(),
    'the note with which it was passed on': aWord(),
    'the text of a rejected report': aWord(),
    'the address of a rejected report': aWord(),
    'an answer in a rejected report': aWord(),
    'the text of a report that waits': aWord(),
    'the text of a withdrawn report': aWord(),
    'the text of a form that was not sent': aWord(),
    'the surname of who appeals formally': aWord(),
    'the patronymic of who appeals formally': aWord(),
    'where who appeals formally lives': aWord(),
    'who appeals, of what was passed on': aWord(),
    'an addition that waits': aWord(),
    'an addition that was declined': aWord(),
    'why an addition was declined': aWord(),
    'why a supporter finds it unsolved': aWord(),
    'the address of a device': aWord(),
  }
}

/** The same of what everyone may know: found by all, or the search is no good. */
export function publicWords() {
  return {
    'the text that was accepted': aWord(),
    'the question': aWord(),
    'the answer': aWord(),
    'what was done': aWord(),
    'an addition that was shown': aWord(),
    'the first name, shown': aWord(),
  }
}
