import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Narrowed } from '#src/store/outcomes.ts'
import { type Asked, askedOf, nothingAsked, queryOf } from '../reports/filter-from-query.ts'
import { type Unclear, unclearIn } from '../reports/unclear.ts'

/** What figures are asked for, as it stands in the address. Months as `2026-11`; empty for the usual ones. */
export type AskedFigures = Pick<Asked, 'category' | 'organization' | 'area'> & {
  readonly from: string
  readonly to: string
}

/** Whole months of a city: the first day, and the first day that is left out. */
export type Period = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }

/** The figures of a page that nothing is asked of: this month and the eleven before it. */
const usualMonths = 12

/** Whatever the address says that means nothing is left out; months in the wrong order are still meant. */
export function askedFiguresOf(query: URLSearchParams, guide: Guide): AskedFigures {
  const { category, organization, area } = askedOf(query, guide)
  const months = [monthOrNothing(query.get('from')), monthOrNothing(query.get('to'))]
  const [from = '', to = ''] = months.every(Boolean) ? months.toSorted() : months
  return { category, organization, area, from, to }
}

/** What an address asks for that means nothing, or not what it says. */
export function unclearFiguresIn(query: URLSearchParams, guide: Guide): readonly Unclear[] {
  const { from, to } = askedFiguresOf(query, guide)
  const members = unclearIn(query, guide).filter((name) => ['category', 'organization', 'area'].includes(name))
  const months = (['from', 'to'] as const).filter((name) => query.get(name) && !monthOrNothing(query.get(name)))
  const isTurned = Boolean(from && to) && from !== query.get('from')
  return [...members, ...months, ...(isTurned ? ['order' as const] : [])]
}

/**
 * The months that are asked for, as far as there can be reports of them: from the first that came to this month. In the
 * wrong order they are still meant.
 */
export function periodOf(
  { from, to }: Pick<AskedFigures, 'from' | 'to'>,
  today: Temporal.PlainDate,
  first: Temporal.PlainDate | null,
): Period {
  const now = today.with({ day: 1 })
  const within = (month: Temporal.PlainDate) => earlier(later(month, first ?? now), now)
  const last = within(firstDayOf(to) ?? now)
  const start = within(firstDayOf(from) ?? last.subtract({ months: usualMonths - 1 }))
  return { from: earlier(start, last), until: later(start, last).add({ months: 1 }) }
}

/** The store's words for it. */
export function narrowedBy(asked: AskedFigures, period: Period, { categories }: Guide): Narrowed {
  const { organization, category, area } = asked
  const ids = [...categories.values()]
    .filter(({ id, group }) => id === category || group === category)
    .map(({ id }) => id)
  return {
    ...period,
    ...(organization ? { organization: organization as OrganizationId } : {}),
    ...(category ? { categories: ids as readonly CategoryId[] } : {}),
    ...(area ? { area: area as AreaId } : {}),
  }
}

/** The address's query, without what is empty. */
export function queryOfFigures({ from, to, ...asked }: AskedFigures): string {
  const query = new URLSearchParams(queryOf({ ...nothingAsked, ...asked }))
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  return query.toString()
}

/** The query of the list that holds the reports behind a figure. */
export function listQueryOf(asked: AskedFigures, { from, until }: Period, more: Partial<Asked>): string {
  const { category, organization, area } = asked
  const days = { from: from.toString(), to: until.subtract({ days: 1 }).toString() }
  return queryOf({ ...nothingAsked, category, organization, area, ...days, ...more })
}

function monthOrNothing(value: string | null): string {
  // As far as the days of the list's filter go.
  return value && /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(value) ? value : ''
}

/** The one that comes first. */
export function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other
}

/** The one that comes last. */
export function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return earlier(one, other) === one ? other : one
}

function firstDayOf(month: string): Temporal.PlainDate | null {
  return month ? Temporal.PlainDate.from(`${month}-01`) : null
}
