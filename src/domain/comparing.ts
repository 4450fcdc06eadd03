import { answeredByDays, type Span } from './figures.ts'

/**
 * The share that is answered after so many days, by the estimate of {@link answeredByDays}; null where nobody was followed
 * that long.
 */
export function answeredWithin(days: number, spans: readonly Span[]): number | null {
  const points = answeredByDays(spans)
  const isKnown = (spans.at(-1)?.days ?? -1) >= days || (points.at(-1)?.share ?? 0) > 1 - 1e-9
  return isKnown ? (points.findLast((point) => point.days <= days)?.share ?? 0) : null
}

/** Standard errors within which chance alone keeps two figures, nineteen times of twenty. */
const usual = 1.96

/** Whether chance alone makes as large a difference as this one between how often something happened in two equal times. */
export function mayBeChance(one: number, other: number): boolean {
  return Math.abs(one - other) <= usual * Math.sqrt(one + other)
}

/** So many of so many. */
export type Share = { readonly share: number; readonly of: number }

/** Whether chance alone makes as large a difference as this one between two shares (the test of two proportions). */
export function sharesMayBeChance(one: Share, other: Share): boolean {
  const pooled = (one.share * one.of + other.share * other.of) / (one.of + other.of)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of))
  return Math.abs(one.share - other.share) <= usual * error
}
