import type { Guide } from '#src/domain/guide.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import type { Say } from '#src/text/catalogue.ts'

/** What goes to an organization by the city's rules, in words: kinds of problems, and where each holds. */
export function answersFor(
  t: Say,
  { rules, groups, categories, areas }: Guide,
  organization: OrganizationId,
): readonly string[] {
  const its = rules.filter((rule) => rule.organization === organization)
  return its.flatMap((rule) => {
    const what = 'category' in rule ? categories.get(rule.category) : groups.find(({ id }) => id === rule.group)
    const area = rule.area && areas.get(rule.area)
    if (!what) return []
    const name = what.name[t.locale]
    return [area ? t('organizations.in_area', { what: name, area: area.name[t.locale] }) : name]
  })
}
