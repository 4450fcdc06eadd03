import { answeredWithin } from '#src/domain/comparing.ts'
import { type Figures, together } from '#src/domain/figures.ts'
import { earlier, later, type Period } from './asked-figures.ts'
import { monthsOf } from './months.ts'
import type { Member } from './read-figures.ts'

/** The figures of some months, and of the same months a year before. */
export type YearBefore = {
  readonly [Which in 'now' | 'before']: { readonly period: Period; readonly figures: Figures }
}

/** By the law an answer is due within a month: figures count it in days. */
export const monthInDays = 30

/**
 * The last months of those that are asked for that can be compared with a year before, twelve at most: each is over, and
 * lay, like its like a year before, wholly after the first report of the city. Null when there are none.
 */
export function comparable(asked: Period, today: Temporal.PlainDate, first: Temporal.PlainDate | null): Period | null {
  if (!first) return null
  const until = earlier(asked.until, today.with({ day: 1 }))
  const known = first.add({ years: 1, months: 1 })
  const from = later(later(asked.from, until.subtract({ years: 1 })), known)
  return Temporal.PlainDate.compare(from, until) < 0 ? { from, until } : null
}

/** The same months, a year before. */
export function yearBefore({ from, until }: Period): Period {
  return { from: from.subtract({ years: 1 }), until: until.subtract({ years: 1 }) }
}

/** Both years, of the figures of all months that are asked for, and of the year before; null where one of them has none. */
export function besideYearBefore(
  period: Period,
  months: readonly Member[],
  monthsBefore: ReadonlyMap<string, Figures>,
): YearBefore | null {
  const compared = new Set(monthsOf(period))
  const now = together(months.flatMap(({ id, figures }) => (compared.has(id) ? [figures] : [])))
  const before = together([...monthsBefore.values()])
  if (now.came === 0 || before.came === 0) return null
  return { now: { period, figures: now }, before: { period: yearBefore(period), figures: before } }
}

/** How many of those who were asked confirm an answer; null while nobody said anything. */
export function confirmedIn({ foundSolved, foundUnsolved }: Figures) {
  const of = foundSolved + foundUnsolved
  return of === 0 ? null : { share: foundSolved / of, of }
}

/** The share answered within a month, of how many; null where that is not known yet. */
export function withinMonth({ came, spans }: Figures) {
  const share = answeredWithin(monthInDays, spans)
  return share === null ? null : { share, of: came }
}
