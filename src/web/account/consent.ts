import type { Person } from '#src/store/people.ts'

/** Raised whenever the words of `consent.text` change their meaning: everyone is then asked anew. */
export const consentVersion = '2026-11'

/** True when the person has said who they are and agreed to what the consent says today. */
export function isIntroduced({
  firstName,
  lastName,
  consent,
}: Pick<Person, 'firstName' | 'lastName' | 'consent'>): boolean {
  return firstName !== '' && lastName !== '' && consent === consentVersion
}
