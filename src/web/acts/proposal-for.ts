import type { Area } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Report } from '#src/domain/report.ts'
import { type Route, routeFor } from '#src/domain/routing.ts'

/** Whom the city's rules hold responsible for a report in these areas, and why; null when its category is gone. */
export function proposalFor(
  { categoryId }: Pick<Report, 'categoryId'>,
  areas: readonly Area[],
  { categories, rules }: Guide,
): Route | null {
  const category = categories.get(categoryId)
  return category ? routeFor(category, areas, rules) : null
}
