import { type DeclineReason, declineReasons } from './act.ts'

/** What a public report came to so far. Stored: permanent. */
export const outcomes = ['open', 'resolved', 'not_resolved', 'merged'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * What an outcome was, for who asks for such reports alone: answered after the day it was due, found solved or not by most
 * of those whom it concerns, or declined for one of the reasons. Stands in addresses: permanent.
 */
export const traits = ['late', 'found_solved', 'found_unsolved', ...declineReasons] as const
export type Trait = (typeof traits)[number]

/** Reports that were answered after so many days, and those that were followed for so many without an answer. */
export type Span = { readonly days: number; readonly answered: number; readonly left: number }

/** What some reports came to, as of one day. Each public report is one of open, resolved, declined and merged. */
export type Figures = {
  readonly came: number
  readonly open: number
  /** Open, and the day is over by which an answer was due. */
  readonly overdue: number
  readonly resolved: number
  /** By the reason that was given; `unknown` where none was kept. */
  readonly declined: Readonly<Partial<Record<DeclineReason | 'unknown', number>>>
  readonly merged: number
  /** Answered, after the day by which an answer was due. */
  readonly late: number
  readonly foundSolved: number
  readonly foundUnsolved: number
  /** By days, rising. */
  readonly spans: readonly Span[]
}

export const noFigures: Figures = {
  came: 0,
  open: 0,
  overdue: 0,
  resolved: 0,
  declined: {},
  merged: 0,
  late: 0,
  foundSolved: 0,
  foundUnsolved: 0,
  spans: [],
}

/** Of fewer than these, a share or a median says more of chance than of anybody's work. */
export const fewest = 10

/** Too few to be compared with others. */
export function isFew({ came }: Pick<Figures, 'came'>): boolean {
  return came < fewest
}

export function declinedIn({ declined }: Pick<Figures, 'declined'>): number {
  return Object.values(declined).reduce((sum, reports) => sum + reports, 0)
}

/** Resolved or declined with a reason: both are an answer. */
export function answeredIn(figures: Pick<Figures, 'resolved' | 'declined'>): number {
  return figures.resolved + declinedIn(figures)
}

/** The figures of several groups that have no report in common, as of one. */
export function together(all: readonly Figures[]): Figures {
  const sum = (of: (one: Figures) => number) => all.reduce((total, one) => total + of(one), 0)
  const reasons = new Set(all.flatMap(({ declined }) => Object.keys(declined) as (keyof Figures['declined'])[])) // safe: the keys of its type
  return {
    came: sum(({ came }) => came),
    open: sum(({ open }) => open),
    overdue: sum(({ overdue }) => overdue),
    resolved: sum(({ resolved }) => resolved),
    declined: Object.fromEntries([...reasons].map((reason) => [reason, sum(({ declined }) => declined[reason] ?? 0)])),
    merged: sum(({ merged }) => merged),
    late: sum(({ late }) => late),
    foundSolved: sum(({ foundSolved }) => foundSolved),
    foundUnsolved: sum(({ foundUnsolved }) => foundUnsolved),
    spans: [
      ...Map.groupBy(
        all.flatMap(({ spans }) => spans),
        ({ days }) => days,
      ),
    ]
      .map(([days, some]) => ({
        days,
        answered: some.reduce((total, { answered }) => total + answered, 0),
        left: some.reduce((total, { left }) => total + left, 0),
      }))
      .toSorted((a, b) => a.days - b.days),
  }
}

/** After so many days this share had an answer. */
export type Answered = { readonly days: number; readonly share: number }

/**
 * How the share of answered reports grows by days, by Kaplan and Meier's estimate (Journal of the American Statistical
 * Association 53, 1958): a report that is still open, or was merged, counts as long as it was followed and says nothing of
 * after. A point for each day on which something was answered.
 */
export function answeredByDays(spans: readonly Span[]): readonly Answered[] {
  let followed = spans.reduce((sum, { answered, left }) => sum + answered + left, 0)
  let without = 1
  const points: Answered[] = []
  for (const { days, answered, left } of spans) {
    if (answered > 0) {
      without *= 1 - answered / followed
      points.push({ days, share: 1 - without })
    }
    followed -= answered + left
  }
  return points
}

/** The days within which this share is answered; null where so many are not answered yet that nobody can tell. */
export function daysUntil(share: number, spans: readonly Span[]): number | null {
  // Products of fractions miss a half by a little.
  return answeredByDays(spans).find((point) => point.share > share - 1e-9)?.days ?? null
}
