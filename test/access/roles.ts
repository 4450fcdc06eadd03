import type { Actor } from '#src/domain/actor.ts'
import { waterUtility } from '#src/domain/examples.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import { administratorEmail, aSource, lightOfficerEmail, moderatorEmail, officerEmail } from '#test/a-guide.ts'

/** Everyone who may stand before a report (`far`: of another city), by what kind of actor they are: a new kind does not compile without its people. */
const people = {
  visitor: ['visitor'],
  resident: ['author', 'resident'],
  officer: ['officer', 'other officer', 'far officer'],
  moderator: ['moderator', 'far moderator'],
  administrator: ['administrator', 'far administrator'],
  // Has no account: what the private link opens has a table of its own.
  correspondent: [],
  // Asks for nothing over HTTP.
  system: [],
} as const satisfies Record<Actor['kind'], readonly string[]>

export const roles = [
  ...people.visitor,
  ...people.resident,
  ...people.officer,
  ...people.moderator,
  ...people.administrator,
] as const

export type Role = (typeof roles)[number]

/** By which address each of them signs in; the visitor does not. */
export const emails = {
  author: 'author@people.example',
  resident: 'resident@people.example',
  officer: officerEmail,
  'other officer': lightOfficerEmail,
  'far officer': 'officer@other.example',
  moderator: moderatorEmail,
  'far moderator': 'moderator@other.example',
  administrator: administratorEmail,
  'far administrator': 'administrator@other.example',
} as const satisfies Record<Exclude<Role, 'visitor'>, string>

const aName = { firstName: 'Інна', lastName: 'Далека' }

/** The other city: the same organizations under the same names, with people of its own. */
export const otherCity: CitySource = {
  ...aSource('other-city'),
  staff: [
    { ...aName, email: emails['far moderator'], role: 'moderator', organization: null },
    { ...aName, email: emails['far administrator'], role: 'administrator', organization: null },
    { ...aName, email: emails['far officer'], role: 'officer', organization: waterUtility },
  ],
}
