import type { Guide } from '#src/domain/guide.ts'
import type { CityId, PersonId } from '#src/domain/id.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { aFrontDoor, type FrontDoor } from '#test/a-front-door.ts'
import type { TestMeans } from '#test/means.ts'
import { fillCity, type SignedIn } from './fill-city.ts'

/** All the doors for people on a test's means, in the real cities, one of them with something of everything. */
export async function houseUnderFire(here: TestMeans) {
  const guides = await realCities(here)
  const guide = [...guides.values()].find(({ city }) => city.id === 'zhytomyr')
  if (!guide) throw new Error('The city is not among the real ones')
  const faults: unknown[] = []
  const door = aFrontDoor(here, { letters: () => [] }, { guides, fault: (fault) => faults.push(fault) })
  const known = await fillCity(here, guide, (email) => signIn(here, door, email))
  return { app: door.app, faults, known }
}

async function realCities(here: TestMeans): Promise<ReadonlyMap<CityId, Guide>> {
  const cities = await readCities('cities')
  if (!cities.ok) throw new Error(JSON.stringify(cities.problem))
  for (const source of cities.value) await loadCity(here, source)
  return new Map(cities.value.map(({ guide }) => [guide.city.id, guide]))
}

async function signIn({ store }: TestMeans, door: FrontDoor, email: string): Promise<SignedIn> {
  const { cookie = '' } = await door.signIn(email)
  const row = await store.whole.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  return { person: row.id as PersonId, session: cookie }
}
