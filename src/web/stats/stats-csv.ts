import { declineReasons } from '#src/domain/act.ts'
import { answeredByDays, daysUntil, declinedIn, type Figures, fewest } from '#src/domain/figures.ts'
import type { AreaId, CategoryId, OrganizationId } from '#src/domain/id.ts'
import { firstMonth } from '#src/store/outcomes.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Cell, csvRecord, csvStart } from '#src/text/csv.ts'
import type { Context, Handler } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import { unclearProblem } from '../reports/unclear.ts'
import { askedFiguresOf, narrowedBy, periodOf, queryOfFigures, unclearFiguresIn } from './asked-figures.ts'
import { monthOf } from './months.ts'
import { type CityFigures, type Member, readFigures } from './read-figures.ts'
import { monthInDays, withinMonth, type YearBefore } from './year-before.ts'

export const tableNames = ['months', 'days', 'reasons', 'year_before', 'organizations', 'areas', 'categories'] as const
export type TableName = (typeof tableNames)[number]

/** The numbers behind one table of the figures, for the same address, as a file for spreadsheets. */
export function statsCsv({ kept, versions }: PublicLooks): Handler<'statsCsv'> {
  return async (context) => {
    const { request, url, guide, to, now } = context
    const { city } = guide
    const problem = unclearProblem(unclearFiguresIn(url.searchParams, guide))
    if (problem) return context.problem(problem)
    const table = tableNames.find((name) => name === url.searchParams.get('table')) ?? 'months'
    const asked = askedFiguresOf(url.searchParams, guide)
    const today = now.toZonedDateTimeISO(city.timeZone).toPlainDate()
    const answer = await kept(request, {
      key: `${today} ${to.statsCsv(city.id)}?${queryOfFigures(asked)} ${table}`,
      version: await versions.ofCity(city.id),
      type: 'text/csv; charset=utf-8; header=present',
      headers: [
        ['access-control-allow-origin', '*'],
        ['content-disposition', `attachment; filename="${city.id}-${table}-${today}.csv"`],
      ],
      draw: async () => {
        const tx = context.means.store.of(city.id)
        const first = await firstMonth(tx)
        const period = periodOf(asked, today, first)
        const figures = await readFigures(tx, guide, narrowedBy(asked, period, guide), today, { first })
        return csvStart + recordsOf(table, figures, context).map(csvRecord).join('')
      },
    })
    return answer ?? context.problem({ kind: 'not_found' })
  }
}

function recordsOf(
  table: TableName,
  figures: CityFigures,
  { guide, t }: Context<'statsCsv'>,
): readonly (readonly Cell[])[] {
  const { locale } = t
  const { organizations, areas, categories, groups } = guide
  switch (table) {
    case 'days':
      return daysOf(figures.whole)
    case 'reasons':
      return reasonsOf(figures.whole, t)
    case 'year_before':
      return yearsOf(figures.years)
    case 'months':
      return membersOf(figures.months, (id) => id)
    case 'organizations':
      return membersOf(figures.organizations, (id) => organizations.get(id as OrganizationId)?.name[locale])
    case 'areas':
      return membersOf(figures.areas, (id) => areas.get(id as AreaId)?.name[locale])
    case 'categories':
      return membersOf(
        figures.categories,
        (id) => (categories.get(id as CategoryId) ?? groups.find((group) => group.id === id))?.name[locale],
      )
  }
}

/** What was answered on each day, and what was followed no longer: from these the shares can be reckoned again. */
function daysOf({ spans }: Figures): readonly (readonly Cell[])[] {
  const shares = new Map(answeredByDays(spans).map(({ days, share }) => [days, share]))
  let share = 0
  return [
    ['days', 'answered', 'left_open_or_merged', 'share_answered'],
    ...spans.map(({ days, answered, left }) => {
      share = shares.get(days) ?? share
      return [days, answered, left, Number(share.toFixed(4))]
    }),
  ]
}

function reasonsOf({ declined }: Figures, t: Say): readonly (readonly Cell[])[] {
  return [
    ['id', 'name', 'not_resolved'],
    ...declineReasons.map((reason) => [reason, t(`decline.${reason}`), declined[reason] ?? 0]),
    ['unknown', t('figures.reason_unknown'), declined.unknown ?? 0],
  ]
}

/** The same months of two years, the earlier first; without a row where they cannot be compared. */
function yearsOf(years: YearBefore | null): readonly (readonly Cell[])[] {
  const days = (share: number, { came, spans }: Figures) => (came < fewest ? null : daysUntil(share, spans))
  return [
    [
      ...['first_month', 'last_month', 'came', `share_within_${monthInDays}_days`, 'days_median', 'days_ninth_tenth'],
      ...['found_solved', 'found_unsolved'],
    ],
    ...(years ? [years.before, years.now] : []).map(({ period, figures }) => {
      const share = figures.came < fewest ? null : withinMonth(figures)?.share
      return [
        ...[monthOf(period.from), monthOf(period.until.subtract({ days: 1 })), figures.came],
        share === null || share === undefined ? null : Number(share.toFixed(4)),
        ...[days(0.5, figures), days(0.9, figures), figures.foundSolved, figures.foundUnsolved],
      ]
    }),
  ]
}

/** Median and ninth tenth are empty where too few reports came, or too many still wait. */
function membersOf(
  members: readonly Member[] | null,
  nameOf: (id: string) => string | undefined,
): readonly (readonly Cell[])[] {
  const reasons = [...declineReasons, 'unknown'] as const
  return [
    [
      'id',
      'name',
      'came',
      'resolved',
      'not_resolved',
      ...reasons.map((reason) => `not_resolved_${reason}`),
      'merged',
      'open',
      'overdue',
      'answered_late',
      'found_solved',
      'found_unsolved',
      'days_median',
      'days_ninth_tenth',
    ],
    ...(members ?? []).map(({ id, figures }) => [
      id,
      nameOf(id) ?? id,
      figures.came,
      figures.resolved,
      declinedIn(figures),
      ...reasons.map((reason) => figures.declined[reason] ?? 0),
      figures.merged,
      figures.open,
      figures.overdue,
      figures.late,
      figures.foundSolved,
      figures.foundUnsolved,
      figures.came < fewest ? null : daysUntil(0.5, figures.spans),
      figures.came < fewest ? null : daysUntil(0.9, figures.spans),
    ]),
  ]
}
