import type { Act } from '#src/domain/act.ts'
import { type Figures, noFigures, type Outcome, type Span } from '#src/domain/figures.ts'
import type { AreaId } from '#src/domain/id.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import type { AsOf, Narrowed } from '#src/store/outcomes.ts'

/** One step of a report's life, as the product told it. */
export type Turn = { readonly act: Act; readonly after: Report; readonly at: Temporal.Instant }

/** What somebody said of a report's being resolved. */
type Word = { readonly who: string; readonly solved: boolean }

/** All that is known of a report when its figures are counted by hand. */
export type Life = {
  readonly turns: readonly Turn[]
  /** From the first to the last. */
  readonly words: readonly Word[]
  readonly areas: readonly AreaId[]
}

type Came = {
  readonly month: string
  readonly report: Report
  readonly areas: readonly AreaId[]
  readonly outcome: Outcome
  readonly reason: keyof Figures['declined'] | null
  readonly days: number
  readonly late: boolean
  readonly overdue: boolean
  readonly verdict: number
}

/** The figures of one group of reports, counted anew from all that happened to each: nothing of the store's counts. */
export function recounted(
  lives: readonly Life[],
  { from, until, organization, categories, area }: Narrowed,
  { day: today, waitingStops }: AsOf,
  memberOf: (came: {
    readonly month: string
    readonly report: Report
    readonly areas: readonly AreaId[]
  }) => readonly string[],
  timeZone: string,
): ReadonlyMap<string, Figures> {
  const came = lives
    .flatMap((life) => cameOf(life, today, waitingStops, timeZone) ?? [])
    .filter(({ month }) => month >= from.toString().slice(0, 7) && month < until.toString().slice(0, 7))
    .filter(({ report }) => !organization || report.organization === organization)
    .filter(({ report }) => !categories || categories.includes(report.categoryId))
    .filter(({ areas }) => !area || areas.includes(area))
  const members = new Set(came.flatMap(memberOf))
  return new Map(
    [...members].map((member) => [member, figuresOf(came.filter((one) => memberOf(one).includes(member)))]),
  )
}

function cameOf(
  { turns, words, areas }: Life,
  today: Temporal.PlainDate,
  waitingStops: boolean,
  timeZone: string,
): Came | null {
  const report = turns.at(-1)?.after
  if (!report || !isPublic(report)) return null
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  const accepted = turns.find(({ after }) => after.status === 'accepted')
  const closed = report.status === 'resolved' || report.status === 'not_resolved' || report.status === 'merged'
  const end = closed ? dayOf(report.statusSince) : today
  const { answerDue: due, termEnds } = report
  const waits =
    report.status === 'awaiting_answer' && due !== null && Temporal.Instant.compare(report.statusSince, due) <= 0
  const lastDecline = turns.findLast(({ act }) => act.kind === 'decline')?.act
  const lastWords = new Map(words.map(({ who, solved }) => [who, solved]))
  const yes = [...lastWords.values()].filter((solved) => solved).length
  return {
    month: dayOf(report.submittedAt).toString().slice(0, 7),
    report,
    areas,
    outcome: closed ? (report.status as Outcome) : 'open',
    reason: report.status === 'not_resolved' && lastDecline?.kind === 'decline' ? lastDecline.reason : null,
    days: accepted ? dayOf(accepted.at).until(end, { largestUnit: 'days' }).days : 0,
    late:
      closed &&
      report.status !== 'merged' &&
      termEnds !== null &&
      Temporal.Instant.compare(report.statusSince, termEnds) > 0,
    overdue: due !== null && Temporal.PlainDate.compare(dayOf(due), today) < 0 && !(waitingStops && waits),
    verdict: lastWords.size === 0 ? 0 : yes * 2 > lastWords.size ? 1 : -1,
  }
}

function figuresOf(came: readonly Came[]): Figures {
  const having = (is: (one: Came) => boolean) => came.filter(is).length
  const reasons = Map.groupBy(
    came.filter(({ reason }) => reason !== null),
    ({ reason }) => reason,
  )
  const spans: readonly Span[] = [...Map.groupBy(came, ({ days }) => days)]
    .map(([days, some]) => {
      const answered = some.filter(({ outcome }) => outcome === 'resolved' || outcome === 'not_resolved').length
      return { days, answered, left: some.length - answered }
    })
    .toSorted((a, b) => a.days - b.days)
  return {
    ...noFigures,
    came: came.length,
    open: having(({ outcome }) => outcome === 'open'),
    overdue: having(({ overdue }) => overdue),
    resolved: having(({ outcome }) => outcome === 'resolved'),
    declined: Object.fromEntries([...reasons].map(([reason, some]) => [reason, some.length])),
    merged: having(({ outcome }) => outcome === 'merged'),
    late: having(({ late }) => late),
    foundSolved: having(({ verdict }) => verdict === 1),
    foundUnsolved: having(({ verdict }) => verdict === -1),
    spans,
  }
}
