import { guideToJson } from '#src/outside/cities/guide-json.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import * as cities from '#src/store/cities.ts'
import type { Means } from './means.ts'

/** Brings a city in the database to what its files say. Reports stay, whatever was closed or taken out. */
export async function loadCity({ store }: Pick<Means, 'store'>, { guide, staff }: CitySource): Promise<void> {
  await store.inCity(guide.city.id, (tx) =>
    cities.replace(tx, {
      document: JSON.stringify(guideToJson(guide)),
      outline: guide.outline,
      organizations: [...guide.organizations.values()],
      categories: [...guide.categories.values()],
      rules: guide.rules.map((rule) => ({
        category: 'category' in rule ? rule.category : null,
        group: 'group' in rule ? rule.group : null,
        organization: rule.organization,
      })),
      staff: staff.map(({ email, role, organization }) => ({
        email: email.toLowerCase(),
        role,
        organization: organization ?? null,
      })),
    }),
  )
}
