import type { CitySource } from '#src/outside/cities/read-city.ts'
import type { Demo } from './read-demo.ts'

/** Who to sign in as for each role, and how, for a newcomer at a terminal. */
export function signInLines(staff: CitySource['staff'], { residents }: Demo, origin: string): readonly string[] {
  const line = (role: string, email: string | undefined, more = '') =>
    email ? [`  ${role.padEnd(15)}${email}${more}`] : []
  const officers = staff.filter(({ role }) => role === 'officer')
  return [
    '',
    `To sign in, ask for a code at ${origin}/sign-in with one of these addresses and read it at ${origin}/dev/mailbox:`,
    ...residents.slice(0, 2).flatMap(({ email }) => line('resident', email)),
    ...staff.filter(({ role }) => role === 'moderator').flatMap(({ email }) => line('moderator', email)),
    ...officers.flatMap(({ email, organization }) => line('officer', email, `  (${organization})`)),
    ...staff.filter(({ role }) => role === 'administrator').flatMap(({ email }) => line('administrator', email)),
  ]
}
