import { type Figures, noFigures, together } from '#src/domain/figures.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId } from '#src/domain/id.ts'
import { type By, figuresBy, type Narrowed } from '#src/store/outcomes.ts'
import type { Tx } from '#src/store/store.ts'
import { monthsOf } from './months.ts'
import { besideYearBefore, comparable, type YearBefore, yearBefore } from './year-before.ts'

/** The figures of one row of a table. */
export type Member = { readonly id: string; readonly figures: Figures }

/** All figures of a page, each table in its order; null for one that what is asked for leaves nothing to tell by. */
export type CityFigures = {
  readonly whole: Figures
  readonly months: readonly Member[]
  readonly organizations: readonly Member[] | null
  readonly areas: readonly Member[] | null
  /** Groups, or the categories of the group that is asked for. */
  readonly categories: readonly Member[] | null
  readonly byGroup: boolean
  /** Null where nothing can be compared. */
  readonly years: YearBefore | null
}

/** Reads what a page of figures shows, at once. */
export async function readFigures(
  tx: Tx,
  guide: Guide,
  narrowed: Narrowed,
  today: Temporal.PlainDate,
  { alone = false, first = null }: { readonly alone?: boolean; readonly first?: Temporal.PlainDate | null } = {},
): Promise<CityFigures> {
  const asOf = { day: today, waitingStops: guide.city.policy.waitingStopsTerm }
  const read = (by: By) => figuresBy(tx, by, narrowed, asOf)
  const areas = alone || narrowed.area ? [] : [...guide.areas.keys()]
  const oneCategory = narrowed.categories?.length === 1
  const compared = comparable(narrowed, today, first)
  const [byMonth, monthsBefore, byOrganization, byArea, byCategory] = await Promise.all([
    read('month'),
    compared && figuresBy(tx, 'month', { ...narrowed, ...yearBefore(compared) }, asOf),
    alone || narrowed.organization ? null : read('organization'),
    areas.length > 0 ? read({ areas }) : null,
    oneCategory ? null : read('category'),
  ])
  const byGroup = !narrowed.categories
  const months = monthsOf(narrowed).map((id) => ({ id, figures: byMonth.get(id) ?? noFigures }))
  return {
    whole: together([...byMonth.values()]),
    months,
    years: compared && monthsBefore && besideYearBefore(compared, months, monthsBefore),
    organizations: byOrganization && ordered([...guide.organizations.keys()], byOrganization),
    areas: byArea && ordered<AreaId | string>(areas, byArea),
    categories:
      byCategory && (byGroup ? ofGroups(guide, byCategory) : ordered([...guide.categories.keys()], byCategory)),
    byGroup,
  }
}

/** Those of the city's own list first and in its order, then what the city no longer names. */
function ordered<Id extends string>(ids: readonly Id[], figures: ReadonlyMap<string, Figures>): readonly Member[] {
  const known = new Set<string>(ids)
  const all = [...ids, ...[...figures.keys()].filter((id) => !known.has(id)).toSorted()]
  return all.flatMap((id) => {
    const found = figures.get(id)
    return found ? [{ id, figures: found }] : []
  })
}

function ofGroups({ groups, categories }: Guide, figures: ReadonlyMap<string, Figures>): readonly Member[] {
  const inGroup = Map.groupBy(figures, ([id]) => [...categories.values()].find((one) => one.id === id)?.group ?? '')
  const all = [...inGroup].map(([id, some]) => [id, together(some.map(([, one]) => one))] as const)
  return ordered([...groups.map(({ id }) => id)], new Map<string, Figures>(all))
}
