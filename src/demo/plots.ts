import type { Dice } from './dice.ts'

/** How the life of a report goes, with how many of 400 go so. */
export const plots = {
  resolved: 132,
  resolved_after_question: 24,
  resolved_after_delay: 18,
  resolved_again: 14,
  resolved_by_another: 22,
  resolved_late: 10,
  resolved_after_extension: 7,
  declined: 34,
  declined_after_question: 6,
  in_progress: 30,
  in_progress_again: 4,
  extended: 5,
  accepted: 20,
  overdue: 14,
  awaiting_answer: 10,
  postponed: 18,
  postponed_past: 3,
  submitted: 9,
  rejected: 10,
  revised: 5,
  merged: 11,
  withdrawn: 6,
} as const

export type Plot = keyof typeof plots

/** As many plots as asked for, each at least once, in the same shares, in an order of chance. */
export function plotsFor(count: number, dice: Dice): readonly Plot[] {
  const names = Object.keys(plots) as Plot[] // safe: the object above is closed
  const total = names.reduce((sum, name) => sum + plots[name], 0)
  const some = names.flatMap((name) => Array<Plot>(Math.max(1, Math.round((plots[name] / total) * count))).fill(name))
  while (some.length < count) some.push('resolved')
  while (some.length > count && some.includes('resolved')) some.splice(some.indexOf('resolved'), 1)
  return dice.shuffled(some.slice(0, count))
}

/** Youngest and oldest age in days of a report that stands there now. */
export const ages: Readonly<Record<Plot, readonly [number, number]>> = {
  resolved: [4, 357],
  resolved_after_question: [14, 350],
  resolved_after_delay: [50, 350],
  resolved_again: [28, 350],
  resolved_by_another: [10, 350],
  resolved_late: [60, 350],
  resolved_after_extension: [50, 350],
  declined: [6, 350],
  declined_after_question: [16, 350],
  in_progress: [2, 26],
  in_progress_again: [30, 60],
  extended: [30, 37],
  accepted: [0.7, 16],
  overdue: [42, 80],
  awaiting_answer: [3, 22],
  postponed: [12, 160],
  postponed_past: [70, 150],
  submitted: [0.03, 2.5],
  rejected: [1.5, 340],
  revised: [12, 300],
  merged: [8, 330],
  withdrawn: [2, 340],
}
