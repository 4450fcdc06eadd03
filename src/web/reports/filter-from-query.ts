import { type Trait, traits } from '#src/domain/figures.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, OrganizationId } from '#src/domain/id.ts'
import { type Status, statuses } from '#src/domain/report.ts'
import { firstCharacters } from '#src/domain/words.ts'
import type { Filter } from '#src/store/narrowed.ts'

/** A filter as it stands in the address: what the form shows again, and what links carry on. */
export type Asked = {
  readonly statuses: readonly Status[]
  /** A category's or a group's id; empty for all. */
  readonly category: string
  readonly organization: string
  readonly area: string
  readonly words: string
  /** ISO dates in the city; empty for no bound. */
  readonly from: string
  readonly to: string
  /** An ISO date: open, and due before that day; empty for all. */
  readonly overdue: string
  readonly trait: Trait | ''
  /** The number of the last report of the page before; null on the first page. */
  readonly before: number | null
}

/** All reports from the newest on. */
export const nothingAsked: Asked = {
  statuses: [],
  category: '',
  organization: '',
  area: '',
  words: '',
  from: '',
  to: '',
  overdue: '',
  trait: '',
  before: null,
}

/** Statuses the public can filter by. */
export const publicStatuses = statuses.filter(
  (status) => status !== 'submitted' && status !== 'rejected' && status !== 'withdrawn',
)

/** Characters to look for. */
export const longestWords = 100

/** Whatever the address says that means nothing is left out; days in the wrong order are still meant. */
export function askedOf(query: URLSearchParams, { categories, groups, organizations, areas }: Guide): Asked {
  const category = query.get('category') ?? ''
  const organization = query.get('organization') ?? ''
  const area = query.get('area') ?? ''
  const known = groups.some(({ id }) => id === category) || [...categories.keys()].some((id) => id === category)
  const before = query.get('before') ?? ''
  const days = [dateOrNothing(query.get('from')), dateOrNothing(query.get('to'))]
  const [from = '', to = ''] = days.every(Boolean) ? days.toSorted() : days
  return {
    statuses: publicStatuses.filter((status) => query.getAll('status').includes(status)),
    category: known ? category : '',
    organization: organizations.has(organization as OrganizationId) ? organization : '',
    area: areas.has(area as AreaId) ? area : '',
    words: firstCharacters((query.get('q') ?? '').replace(/\p{C}+/gu, ' ').trim(), longestWords).trimEnd(),
    from,
    to,
    overdue: dateOrNothing(query.get('overdue')),
    trait: traits.find((one) => one === query.get('trait')) ?? '',
    before: /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null,
  }
}

/** The store's words for it. Both days count whole, in the city's time. */
export function filterOf(asked: Asked, { city, categories }: Guide): Filter {
  const { statuses: chosen, category, organization, area, words, from, to, overdue, trait, before } = asked
  const ids = [...categories.values()]
    .filter(({ id, group }) => id === category || group === category)
    .map(({ id }) => id)
  const startOf = (day: string, add: number) =>
    Temporal.PlainDate.from(day).add({ days: add }).toZonedDateTime(city.timeZone).toInstant()
  return {
    ...(chosen.length > 0 ? { statuses: chosen } : {}),
    ...(category ? { categories: ids } : {}),
    ...(organization ? { organization: organization as OrganizationId } : {}),
    ...(area ? { area: area as AreaId } : {}),
    ...(words ? { words } : {}),
    ...(from ? { from: startOf(from, 0) } : {}),
    ...(to ? { until: startOf(to, 1) } : {}),
    ...(overdue
      ? { overdue: { day: Temporal.PlainDate.from(overdue), waitingStops: city.policy.waitingStopsTerm } }
      : {}),
    ...(trait ? { trait } : {}),
    ...(before ? { before } : {}),
  }
}

/** The report whose number is looked for: «390», «№ 390», "No. 390"; null for other words, and on pages after the first. */
export function numberAsked({ words, before }: Asked): number | null {
  const [, digits] = /^(?:№|no\.?|#)?\s*([1-9]\d{0,8})$/iu.exec(words) ?? []
  return digits && before === null ? Number(digits) : null
}

/** The address's query for a filter, without what is empty. */
export function queryOf(asked: Asked): string {
  const query = new URLSearchParams()
  for (const status of asked.statuses) query.append('status', status)
  if (asked.category) query.set('category', asked.category)
  if (asked.organization) query.set('organization', asked.organization)
  if (asked.area) query.set('area', asked.area)
  if (asked.words) query.set('q', asked.words)
  if (asked.from) query.set('from', asked.from)
  if (asked.to) query.set('to', asked.to)
  if (asked.overdue) query.set('overdue', asked.overdue)
  if (asked.trait) query.set('trait', asked.trait)
  if (asked.before) query.set('before', String(asked.before))
  return query.toString()
}

/** An address under which the filter is asked for. */
export function addressWith(path: string, asked: Asked): string {
  const query = queryOf(asked)
  return query ? `${path}?${query}` : path
}

function dateOrNothing(value: string | null): string {
  // Years of four figures: beyond them lies what a database can't compare with, and no report.
  if (!value || !/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return ''
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString()
  } catch {
    return ''
  }
}
