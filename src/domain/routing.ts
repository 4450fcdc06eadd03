import type { Area } from './area.ts'
import type { AreaId, CategoryId, GroupId, OrganizationId } from './id.ts'

/** Who is responsible for what: one category, or a whole group; in one area, or in all the city. */
export type Rule = (
  | { readonly category: CategoryId; readonly organization: OrganizationId }
  | { readonly group: GroupId; readonly organization: OrganizationId }
) & { readonly area?: AreaId }

/** What the rules propose and why; null organization means that a moderator chooses. */
export type Route =
  | { readonly organization: OrganizationId; readonly because: 'category' | 'group'; readonly area: AreaId | null }
  | { readonly organization: null; readonly because: 'no_rule' }

/**
 * The most specific rule wins: one for the category before one for its group, and of those the one for the smallest
 * area that the report lies in, else the one for all the city. Of equals the first that the city wrote.
 */
export function routeFor(
  category: { readonly id: CategoryId; readonly group: GroupId },
  areas: readonly Pick<Area, 'id' | 'kind'>[],
  rules: readonly Rule[],
): Route {
  const kinds = new Map(areas.map(({ id, kind }) => [id, kind]))
  const [best] = rules
    .filter((rule) => ('category' in rule ? rule.category === category.id : rule.group === category.group))
    .filter(({ area }) => area === undefined || kinds.has(area))
    .toSorted((one, other) => weightOf(other, kinds) - weightOf(one, kinds))
  if (!best) return { organization: null, because: 'no_rule' }
  return {
    organization: best.organization,
    because: 'category' in best ? 'category' : 'group',
    area: best.area ?? null,
  }
}

/** The first area that a rule names and that is not among these; null when there is none. */
export function ruleWithoutArea(rules: readonly Rule[], areas: readonly Pick<Area, 'id'>[]): AreaId | null {
  return rules.find(({ area }) => area !== undefined && !areas.some(({ id }) => id === area))?.area ?? null
}

/** How specific a rule is: what it is about weighs more than where. */
function weightOf(rule: Rule, kinds: ReadonlyMap<AreaId, Area['kind']>): number {
  const kind = rule.area === undefined ? undefined : kinds.get(rule.area)
  return ('category' in rule ? 10 : 0) + (kind === 'neighbourhood' ? 2 : kind === 'district' ? 1 : 0)
}
