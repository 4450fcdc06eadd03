import type { Topic } from '#src/domain/following.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { PublicReport } from '#src/store/public-reports.ts'
import { pointOf } from '../form/fields.ts'
import { usualRadius } from './topic-in-form.ts'

/** What can be followed from a report's page: the report first, then ever more of what is like it. */
export function offersOfReport(
  { number, location, areas, categoryId, organization }: PublicReport,
  { categories }: Guide,
): readonly Topic[] {
  const group = categories.get(categoryId)?.group
  return [
    { kind: 'report', number },
    ...(location ? [aroundPlace(location)] : []),
    ...areas.toReversed().map(({ id }) => ({ kind: 'area', area: id }) as const),
    { kind: 'category', category: categoryId },
    ...(group ? [{ kind: 'group', group } as const] : []),
    ...(organization ? [{ kind: 'organization', organization } as const] : []),
  ]
}

/** What can be followed of a list's filter, or of a place: each part by itself. Of a group, all of it or one of its categories. */
export function offersOfQuery(
  query: URLSearchParams,
  { areas, categories, groups, organizations }: Guide,
): readonly Topic[] {
  const [area, category, organization] = [query.get('area'), query.get('category'), query.get('organization')]
  const chosen = [...categories.values()].filter(({ id, group }) => id === category || group === category)
  const whole = groups.find(({ id }) => id === category)
  const center = pointOf({ point: [query.get('at') ?? ''] })
  return [
    ...(center ? [aroundPlace(center)] : []),
    ...(areas.has(area as AreaId) ? [{ kind: 'area', area: area as AreaId } as const] : []),
    ...(whole ? [{ kind: 'group', group: whole.id } as const] : []),
    ...chosen.map(({ id }: { id: CategoryId }) => ({ kind: 'category', category: id }) as const),
    ...(organizations.has(organization as OrganizationId)
      ? [{ kind: 'organization', organization: organization as OrganizationId } as const]
      : []),
  ]
}

function aroundPlace(center: { readonly lng: number; readonly lat: number }): Topic {
  return { kind: 'circle', center, metres: usualRadius }
}
