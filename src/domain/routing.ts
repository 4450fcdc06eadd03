import type { CategoryId, GroupId, OrganizationId } from './id.ts'

/** Who is responsible for what: one category, or a whole group. */
export type Rule =
  | { readonly category: CategoryId; readonly organization: OrganizationId }
  | { readonly group: GroupId; readonly organization: OrganizationId }

/** What the rules propose and why; null organization means that a moderator chooses. */
export type Route =
  | { readonly organization: OrganizationId; readonly because: 'category' | 'group' }
  | { readonly organization: null; readonly because: 'no_rule' }

/** The most specific rule wins: the category's own, then its group's, else nobody's. */
export function routeFor(
  { id, group }: { readonly id: CategoryId; readonly group: GroupId },
  rules: readonly Rule[],
): Route {
  const own = rules.find((rule) => 'category' in rule && rule.category === id)
  if (own) return { organization: own.organization, because: 'category' }

  const ofGroup = rules.find((rule) => 'group' in rule && rule.group === group)
  return ofGroup ? { organization: ofGroup.organization, because: 'group' } : { organization: null, because: 'no_rule' }
}
