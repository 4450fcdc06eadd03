import type { CityId, PersonId } from '#src/domain/id.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { aFrontDoor, type FrontDoor } from '#test/a-front-door.ts'
import { aGuide } from '#test/a-guide.ts'
import { origin } from '#test/an-app.ts'
import type { TestMeans } from '#test/means.ts'
import type { Resident } from '#test/some-reports.ts'
import { emails, otherCity, type Role, roles } from './roles.ts'

export type Headers = Readonly<Record<string, string>>

/** Two cities in one installation, and one person of each role, signed in. */
export type Town = {
  readonly here: TestMeans
  readonly city: CityId
  readonly otherCity: CityId
  readonly door: FrontDoor
  readonly author: Resident
  readonly idOf: (role: Role) => PersonId | null
  readonly headersOf: (role: Role) => Headers
  /** After what ended the session. */
  readonly signInAgain: (role: Role) => Promise<void>
}

/** Asks for nothing that a limit would refuse: there is more of it here than of a year's people. */
export async function aTown(here: TestMeans, parts: Parameters<typeof aFrontDoor>[1] = {}): Promise<Town> {
  await loadCity(here, otherCity)
  const guides = new Map([aGuide(), otherCity.guide].map((guide) => [guide.city.id, guide]))
  const door = aFrontDoor(here, parts, { guides, ...(parts.assets && { assets: parts.assets }) })
  const headers = new Map<Role, Headers>()
  const signInAgain = async (role: Role) => {
    headers.set(role, role === 'visitor' ? { origin } : await door.signIn(emails[role]))
  }
  for (const role of roles) await signInAgain(role)
  const rows = await here.store.whole.selectFrom('person').select(['id', 'email']).execute()
  const idOf = (role: Role) =>
    role === 'visitor' ? null : (rows.find(({ email }) => email === emails[role])?.id ?? null)
  const author = idOf('author')
  if (!author) throw new Error('The author has not signed in')
  return {
    here,
    city: aGuide().city.id,
    otherCity: otherCity.guide.city.id,
    door,
    author: { kind: 'resident', id: author },
    idOf,
    headersOf: (role) => headers.get(role) ?? {},
    signInAgain,
  }
}
