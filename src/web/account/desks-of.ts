import type { City } from '#src/domain/city.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CityId } from '#src/domain/id.ts'
import type { Person } from '#src/store/people.ts'

/** The cities at whose desk a person works, each once. */
export function desksOf(
  { memberships }: Pick<Person, 'memberships'>,
  guides: ReadonlyMap<CityId, Guide>,
): readonly City[] {
  return [...guides.values()].map(({ city }) => city).filter(({ id }) => memberships.some(({ city }) => city === id))
}
