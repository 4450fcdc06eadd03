import type { Guide } from '#src/domain/guide.ts'
import type { Report } from '#src/domain/report.ts'
import { type Route, routeFor } from '#src/domain/routing.ts'

/** Whom the city's rules hold responsible for a report, and why; null when its category is gone. */
export function proposalFor({ categoryId }: Pick<Report, 'categoryId'>, { categories, rules }: Guide): Route | null {
  const category = categories.get(categoryId)
  return category ? routeFor(category, rules) : null
}
