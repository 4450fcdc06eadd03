import { calendarOf } from './calendar.ts'
import { monthAfter, type PlannedAct, plannedYear, quickTerm, type Shape, type Step } from './plan.ts'

/** Where each organization and the city read their mail. The second organization names no head. */
export const mailOf = {
  organizations: ['office@water.example', 'office@roads.example'],
  heads: ['head@water.example', null],
  city: 'control@city.example',
} as const

/** Hours and minutes of a day before which nobody is reminded. */
const from = 8 * 60
const points = [0, 3, 10]
const enough = 200

type Life = { org: 0 | 1; ends: number; due: number | null; since: { day: number; minute: number }; closed: number }

/**
 * Every letter that a year must bring, each as one line: the day, who reads it, and what of. Counted in whole days from a
 * table, by rules written down a second time: where the product and this agree, neither is wrong by a slip.
 */
export function foretold(shape: Shape): readonly string[] {
  const { isWorked, workedUpTo } = calendarOf(shape.days + enough)
  const carried = (day: number) => {
    while (!isWorked(day)) day += 1
    return day
  }
  const lives = new Map<number, Life>()
  const quick = new Set<number>()
  const told = new Set<string>()
  const letters: string[] = []

  const act = (report: number, { day, minute }: Step, done: PlannedAct) => {
    if (done.kind === 'approve') {
      const ends = carried(quick.has(report) ? day + quickTerm : monthAfter(day))
      lives.set(report, { org: 0, ends, due: ends, since: { day, minute }, closed: -1 })
      return
    }
    const life = lives.get(report)
    if (!life) throw new Error(`${done.kind} before ${report} was accepted`)
    const before = life.due
    if (done.kind === 'extend') {
      life.ends = done.until
      life.due = Math.max(life.due ?? 0, done.until)
    }
    if (done.kind === 'postpone' && day <= life.ends) life.due = Math.max(life.ends, carried(done.until))
    if (done.kind === 'assign' || done.kind === 'separate') life.org = done.to
    if (done.kind === 'separate') life.due = life.ends
    if (done.kind === 'merge') life.due = null
    if (done.kind === 'resolve' || done.kind === 'decline') {
      life.due = null
      life.closed = day
    }
    if (done.kind === 'reopen') life.due = life.ends = carried(day + Math.max(1, life.ends - life.closed))
    if (life.due !== before) life.since = { day, minute }
  }

  const pointOf = (due: number, today: number) => {
    if (due < today) return -1
    const left = workedUpTo(due) - workedUpTo(today)
    return points.find((point) => left <= point)
  }

  const look = (day: number, minute: number) => {
    if (!isWorked(day) || minute < from) return
    for (const [report, { org, due, since }] of lives) {
      const point = due === null ? undefined : pointOf(due, day)
      const key = `${report} ${due} ${point}`
      if (due === null || point === undefined || told.has(key)) continue
      told.add(key)
      if (point >= 0 && workedUpTo(due) - workedUpTo(since.day) <= point) continue
      const to =
        point >= 0 ? [mailOf.organizations[org]] : [mailOf.heads[org] ?? mailOf.organizations[org], mailOf.city]
      for (const one of to) letters.push(`day ${day}: ${one}: report ${report}, due ${due}, point ${point}`)
    }
    lookAtWeek(day)
  }

  const lookAtWeek = (day: number) => {
    const week = Math.floor((day + 3) / 7)
    const monday = week * 7 - 3
    if (told.has(`week ${week}`) || day < carried(Math.max(monday, 0))) return
    told.add(`week ${week}`)
    for (const org of [0, 1] as const) {
      const dues = [...lives.values()].flatMap((life) =>
        life.org === org && life.due !== null && life.due <= monday + 6 ? life.due : [],
      )
      const late = dues.filter((due) => due < day).length
      if (dues.length > 0)
        letters.push(`day ${day}: ${mailOf.organizations[org]}: ${dues.length - late} this week, ${late} late`)
    }
  }

  for (const step of plannedYear(shape)) {
    if (step.kind === 'sent' && step.isQuick) quick.add(step.report)
    if (step.kind === 'act') act(step.report, step, step.act)
    if (step.kind === 'look') look(step.day, step.minute)
  }
  return letters.toSorted()
}
