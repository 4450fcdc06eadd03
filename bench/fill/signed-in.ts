import { createHmac } from 'node:crypto'

import type { CitySource } from '#src/outside/cities/read-city.ts'
import { consentVersion } from '#src/web/account/consent.ts'

type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** People of a filled database who are signed in already: a figure of a form is not one of letters with codes. */
export const signedIn = {
  /** A resident may send thirty reports a day: so many residents send together. */
  residents: 600,

  /** Gives each of them a session, and the consent that a report asks for. */
  statements(staff: CitySource['staff']): readonly Statement[] {
    const moderator = staff.find(({ role }) => role === 'moderator')
    if (!moderator) throw new Error('The city has no moderator')
    return [
      {
        text: `insert into consent (person_id, version, locale, text, given_at)
          select id, $1, 'uk', 'Згода для вимірювань', now() from person where email like 'resident-%@people.example'`,
        values: [consentVersion],
      },
      {
        text: `insert into session (id, person_id, token, expires_at)
          select gen_random_uuid(), id, $1 || substr(email, 10, position('@' in email) - 10), now() + interval '60 days'
          from person where email like 'resident-%@people.example' and substr(email, 10, position('@' in email) - 10)::int <= $2`,
        values: [tokenOf('resident', ''), signedIn.residents],
      },
      {
        text: `insert into session (id, person_id, token, expires_at)
          select gen_random_uuid(), id, $1, now() + interval '60 days' from person where email = $2`,
        values: [tokenOf('moderator', ''), moderator.email.toLowerCase()],
      },
    ]
  },

  /** The cookie of a resident, counted round. */
  resident: (turn: number, secret: string) =>
    cookieOf(tokenOf('resident', `${1 + (turn % signedIn.residents)}`), secret),
  moderator: (secret: string) => cookieOf(tokenOf('moderator', ''), secret),
}

function tokenOf(who: string, which: string): string {
  return `measured-session-of-a-${who}-${which}`
}

/** As the identity library signs what it gives a browser. */
function cookieOf(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `session=${encodeURIComponent(`${token}.${signature}`)}`
}
