import type { City } from './city.ts'
import { answerDue, dayOf, endOf, workingDayFrom, workingDayUntil } from './deadline.ts'
import type { Guide } from './guide.ts'
import type { CategoryId } from './id.ts'
import type { Moved } from './lifecycle.ts'
import { type Report, type Status, statusesAtWork } from './report.ts'

/** What terms are counted by: the city's own and its calendar, and the shorter ones of some categories. */
export type Terms = Pick<Guide, 'city' | 'categories'>

type Term = Pick<Report, 'acceptedAt' | 'termEnds' | 'answerDue' | 'dueSince'>

/**
 * What an act does to the term; docs/decisions/0040 says why. Accepting begins it. An extension, a reopening and, where
 * the city says so, waiting for the author move its end. A postponement within the term is an answer, and its day is
 * kept to instead; after the term it moves nothing. Every other act leaves the day as it is, or ends the wait for one.
 */
export function termAfter(report: Report, moved: Moved, category: CategoryId, terms: Terms): Term {
  const { to, at } = moved
  const acceptedAt = report.acceptedAt ?? (to === 'accepted' ? at : null)
  if (!isAtWork(to)) return { acceptedAt, termEnds: report.termEnds, answerDue: null, dueSince: null }

  const termEnds = endAfter(report, moved, category, terms)
  const due = later(termEnds, promised(report, moved, terms.city) ?? keptTo(report, moved, terms.city) ?? termEnds)
  const isSame = report.answerDue?.equals(due) ?? false
  return { acceptedAt, termEnds, answerDue: due, dueSince: isSame ? report.dueSince : at }
}

/** Whether an answer is late now. */
export function isOverdue(
  report: Pick<Report, 'status' | 'statusSince' | 'answerDue'>,
  now: Temporal.Instant,
  city: Pick<City, 'policy'>,
): boolean {
  const { answerDue: due } = report
  return due !== null && Temporal.Instant.compare(due, now) < 0 && !standsStill(report, city)
}

/** Whether the term waits for the report's author: where the city says so, and unless it was over when the author was asked. */
export function standsStill(
  { status, statusSince, answerDue: due }: Pick<Report, 'status' | 'statusSince' | 'answerDue'>,
  { policy }: Pick<City, 'policy'>,
): boolean {
  if (!policy.waitingStopsTerm || status !== 'awaiting_answer' || !due) return false
  return Temporal.Instant.compare(statusSince, due) <= 0
}

/** Within the term, and while there is a later day that the law allows. */
export function isExtendable(report: Report, now: Temporal.Instant, city: City): boolean {
  const latest = latestExtension(report, city)
  if (!report.termEnds || !latest || Temporal.Instant.compare(now, report.termEnds) > 0) return false
  return isLaterTerm(latest, report, city)
}

/** Law on Citizens' Appeals, art. 20: no more than 45 days in all, of which the first is the one after acceptance. */
const longestTerm = { days: 45 }

/** The last day that a term may be extended to: the 45th, or the working day before it. Null before acceptance. */
export function latestExtension(
  { acceptedAt }: Pick<Report, 'acceptedAt'>,
  { timeZone, calendar }: City,
): Temporal.PlainDate | null {
  return acceptedAt && workingDayUntil(dayOf(acceptedAt, timeZone).add(longestTerm), calendar)
}

/** True of a day after the one on which the term ends now. */
export function isLaterTerm(day: Temporal.PlainDate, { termEnds }: Report, { timeZone }: City): boolean {
  return termEnds !== null && Temporal.PlainDate.compare(day, dayOf(termEnds, timeZone)) > 0
}

/** Whole days that a report has waited for its author's answers, all in all and up to now; null when it never did. */
export function daysWaited(
  steps: readonly { readonly from: Status | null; readonly to: Status; readonly at: Temporal.Instant }[],
  now: Temporal.Instant,
): number | null {
  let since: Temporal.Instant | null = null
  let hours: number | null = null
  for (const { from, to, at } of steps) {
    if (since && from === 'awaiting_answer' && to !== 'awaiting_answer') {
      hours = (hours ?? 0) + at.since(since).total('hours')
      since = null
    } else if (to === 'awaiting_answer') since ??= at
  }
  if (since) hours = (hours ?? 0) + Math.max(0, now.since(since).total('hours'))
  return hours === null ? null : Math.floor(hours / 24)
}

function isAtWork(status: Status): boolean {
  return statusesAtWork.some((one) => one === status)
}

function endAfter(report: Report, moved: Moved, category: CategoryId, { city, categories }: Terms): Temporal.Instant {
  const { act, at } = moved
  const { termEnds } = report
  if (!termEnds) return answerDue(at, termOf(category, { city, categories }), city)
  if (act.kind === 'extend') return endOf(act.until, city)
  if (act.kind === 'reopen') return resumed(termEnds, report.statusSince, at, city)
  return hasStood(moved, city) ? prolonged(termEnds, report.statusSince, at, city) : termEnds
}

/** The day that the organization had to be heard from by, later by the days that its author was waited for. */
function keptTo({ answerDue: due, statusSince }: Report, moved: Moved, city: City): Temporal.Instant | null {
  return due && hasStood(moved, city) ? prolonged(due, statusSince, moved.at, city) : due
}

function hasStood({ act }: Moved, { policy }: City): boolean {
  return act.kind === 'answer' && policy.waitingStopsTerm
}

function termOf(category: CategoryId, { city, categories }: Terms): Temporal.Duration {
  return categories.get(category)?.answerWithin ?? city.policy.answerWithin
}

/** What was left of the term when the report closed, in days, from its reopening on; the next working day at least. */
function resumed(ends: Temporal.Instant, closed: Temporal.Instant, at: Temporal.Instant, city: City): Temporal.Instant {
  const left = daysBetween(closed, ends, city)
  const day = dayOf(at, city.timeZone).add({ days: Math.max(left, 1) })
  return endOf(workingDayFrom(day, city.calendar), city)
}

/** Later by the days that were waited. A term that was over before is over. */
function prolonged(
  ends: Temporal.Instant,
  asked: Temporal.Instant,
  at: Temporal.Instant,
  city: City,
): Temporal.Instant {
  if (Temporal.Instant.compare(asked, ends) > 0) return ends
  const day = dayOf(ends, city.timeZone).add({ days: daysBetween(asked, at, city) })
  return later(ends, endOf(workingDayFrom(day, city.calendar), city))
}

/** The day that a postponement names, when it is made within the term: later, it is no answer in time. */
function promised({ termEnds }: Report, { act, at }: Moved, city: City): Temporal.Instant | null {
  if (act.kind !== 'postpone' || (termEnds && Temporal.Instant.compare(at, termEnds) > 0)) return null
  return endOf(workingDayFrom(act.until, city.calendar), city)
}

function daysBetween(from: Temporal.Instant, to: Temporal.Instant, { timeZone }: City): number {
  return dayOf(from, timeZone).until(dayOf(to, timeZone), { largestUnit: 'days' }).days
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}
