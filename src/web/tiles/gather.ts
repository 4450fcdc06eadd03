import type { Status } from '#src/domain/report.ts'
import type { Spot } from './tile.ts'

/** Reports that a map shows as one thing: a pin when it is one, else their count. */
export type Dot = Spot & {
  readonly reports: number
  readonly byStatus: Readonly<Partial<Record<Status, number>>>
  /** Which it is, when there is one. */
  readonly number: number
}

/**
 * Puts together what would overlap, the largest first, and loses none: together they count what they counted before.
 * What is left stands mostly farther apart than `radius`.
 */
export function gather(dots: readonly Dot[], radius: number): readonly Dot[] {
  const left = new Set(dots.toSorted((a, b) => b.reports - a.reports || a.x - b.x || a.y - b.y))
  const gathered: Dot[] = []
  for (const dot of left) {
    const near = [...left].filter(({ x, y }) => Math.hypot(x - dot.x, y - dot.y) < radius)
    for (const one of near) left.delete(one)
    gathered.push(near.length === 1 ? dot : sumOf(near))
  }
  return gathered
}

function sumOf(dots: readonly Dot[]): Dot {
  const reports = dots.reduce((sum, dot) => sum + dot.reports, 0)
  const middle = (axis: 'x' | 'y') => Math.floor(dots.reduce((sum, dot) => sum + dot[axis] * dot.reports, 0) / reports)
  const byStatus: Partial<Record<Status, number>> = {}
  for (const dot of dots) {
    for (const [status, count] of Object.entries(dot.byStatus) as [Status, number][])
      byStatus[status] = (byStatus[status] ?? 0) + count
  }
  return { x: middle('x'), y: middle('y'), reports, byStatus, number: 0 }
}
