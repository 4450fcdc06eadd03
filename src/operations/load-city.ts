import { ok, type Result, refuse } from '#src/domain/result.ts'
import { ruleWithoutArea } from '#src/domain/routing.ts'
import { guideToJson } from '#src/outside/cities/guide-json.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import * as areas from '#src/store/areas.ts'
import * as cities from '#src/store/cities.ts'
import type { Means } from './means.ts'

/**
 * Brings a city in the database to what its files say. Reports stay, whatever was closed or taken out; areas that the
 * operator imported stay too. The problem is a sentence for the operator.
 */
export async function loadCity({ store }: Pick<Means, 'store'>, source: CitySource): Promise<Result<void, string>> {
  const { guide, staff } = source
  return store.inCity(guide.city.id, async (tx) => {
    const imported = (await areas.wereImported(tx)) ? await areas.ofCity(tx) : null
    const lost = imported && ruleWithoutArea(guide.rules, imported)
    if (lost)
      return refuse(`cities/${guide.city.id}/responsibility.yaml: there is no area "${lost}" among those imported`)

    await cities.replace(tx, {
      document: JSON.stringify(guideToJson(guide)),
      outline: guide.outline,
      organizations: [...guide.organizations.values()],
      categories: [...guide.categories.values()],
      rules: guide.rules.map((rule) => ({
        area: rule.area ?? null,
        category: 'category' in rule ? rule.category : null,
        group: 'group' in rule ? rule.group : null,
        organization: rule.organization,
      })),
      staff: staff.map(({ email, role, organization }) => ({
        email: email.toLowerCase(),
        role,
        organization: organization ?? null,
      })),
    })
    if (!imported) await areas.replace(tx, source.areas, { source: guide.areaSources[0] ?? null, imported: false })
    return ok(undefined)
  })
}
