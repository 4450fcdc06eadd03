import { type Dice, diceOf } from '#src/demo/dice.ts'
import { calendarOf, dateOf, dayNumber, firstDay } from './calendar.ts'

/** What a year is drawn from: the same seed draws the same year, for whoever lives through it and whoever foretells it. */
export type Shape = { readonly seed: string; readonly reports: number; readonly days: number }

/** A step of one report, or a look of the worker at what it has to remind of. */
export type Step = { readonly day: number; readonly minute: number } & (
  | { readonly kind: 'look' }
  | { readonly kind: 'sent'; readonly report: number; readonly isQuick: boolean }
  | { readonly kind: 'act'; readonly report: number; readonly act: PlannedAct }
)

/** Days are numbered; organizations are 0 and 1. */
export type PlannedAct =
  | { readonly kind: 'approve' | 'start' | 'ask' | 'answer' | 'resolve' | 'decline' | 'reopen' | 'merge' }
  | { readonly kind: 'assign' | 'separate'; readonly to: 0 | 1 }
  | { readonly kind: 'extend' | 'postpone'; readonly until: number }

/** Whatever can delay an answer, and that it is not delayed. */
export const delays = [
  'answered in time',
  'late',
  'asked about',
  'extended',
  'extended twice',
  'postponed and kept to',
  'postponed and broken',
  'postponed too late',
  'passed on',
  'merged and separated',
  'reopened',
  'never answered',
] as const

/** The days that an answer may take by the category's own term; a month where it has none. */
export const quickTerm = 10

/** Report 0 is never answered: others are merged into it. */
export function plannedYear({ seed, reports, days }: Shape): readonly Step[] {
  const dice = diceOf(`${seed} year`)
  const lives = Array.from({ length: reports }, (_, report) => {
    const sent = report === 0 ? 0 : dice.whole(1, days - 90)
    const delay = report === 0 ? 'never answered' : delays[report % delays.length]
    return lifeOf(report, sent, delay ?? 'late', dice, days)
  })
  return [...lives.flat(), ...looks(days, dice)]
    .filter(({ day }) => day < days)
    .toSorted((one, other) => one.day - other.day || one.minute - other.minute)
}

/** Once on most days, twice on some, and sometimes not at all for a while: the process sleeps over what falls there. */
function looks(days: number, dice: Dice): readonly Step[] {
  const at: Step[] = []
  for (let day = 0; day < days; day++) {
    if (dice.chance(0.04)) day += dice.whole(1, 6)
    at.push({ kind: 'look', day, minute: dice.whole(7 * 60, 18 * 60) })
    if (dice.chance(0.15)) at.push({ kind: 'look', day, minute: dice.whole(18 * 60, 20 * 60) })
  }
  return at
}

function lifeOf(
  report: number,
  sent: number,
  delay: (typeof delays)[number],
  dice: Dice,
  days: number,
): readonly Step[] {
  const isQuick = dice.chance(0.25)
  const steps: Step[] = [{ kind: 'sent', report, isQuick, day: sent, minute: dice.whole(360, 1380) }]
  const at = (after: number, act: PlannedAct) =>
    steps.push({ kind: 'act', report, act, day: sent + after, minute: dice.whole(421, 1080) })
  const accepted = sent + 1
  const term = isQuick ? quickTerm : 31
  /** Some days before the end of the shortest month. */
  const early = isQuick ? quickTerm : 28
  const worked = (day: number) => {
    const { isWorked } = calendarOf(days + 200)
    while (!isWorked(day)) day -= 1
    return day
  }
  at(1, { kind: 'approve' })
  switch (delay) {
    case 'answered in time':
      at(2, { kind: 'start' })
      at(dice.whole(3, term - 2), { kind: dice.chance(0.7) ? 'resolve' : 'decline' })
      break
    case 'late':
      at(dice.whole(term + 6, term + 30), { kind: 'resolve' })
      break
    case 'asked about': {
      const asked = dice.whole(2, term - 2)
      at(asked, { kind: 'ask' })
      at(asked + dice.whole(1, 40), { kind: 'answer' })
      at(asked + dice.whole(45, 60), { kind: 'resolve' })
      break
    }
    case 'extended':
    case 'extended twice': {
      const [first, second] = [worked(accepted + 40), worked(accepted + 45)]
      at(dice.whole(2, early - 1), { kind: 'extend', until: first })
      if (delay === 'extended twice' && second > first) at(36, { kind: 'extend', until: second })
      at(dice.whole(47, 60), { kind: 'resolve' })
      break
    }
    case 'postponed and kept to':
      at(dice.whole(2, early - 1), { kind: 'postpone', until: accepted + dice.whole(50, 60) })
      at(49, { kind: 'resolve' })
      break
    case 'postponed and broken':
      at(dice.whole(2, early - 1), { kind: 'postpone', until: accepted + 50 })
      at(45, { kind: 'start' })
      at(46, { kind: 'postpone', until: accepted + 120 })
      at(80, { kind: 'resolve' })
      break
    case 'postponed too late':
      at(term + 8, { kind: 'postpone', until: accepted + 90 })
      at(70, { kind: 'decline' })
      break
    case 'passed on':
      at(dice.whole(2, term + 10), { kind: 'assign', to: 1 })
      if (dice.chance(0.5)) at(term + dice.whole(11, 25), { kind: 'assign', to: 0 })
      at(70, { kind: 'resolve' })
      break
    case 'merged and separated': {
      const merged = dice.whole(2, term + 5)
      at(merged, { kind: 'merge' })
      at(merged + dice.whole(1, 40), { kind: 'separate', to: dice.chance(0.5) ? 0 : 1 })
      break
    }
    case 'reopened': {
      const closed = dice.whole(3, term + 15)
      at(closed, { kind: dice.chance(0.5) ? 'resolve' : 'decline' })
      at(closed + dice.whole(1, 25), { kind: 'reopen' })
      break
    }
    case 'never answered':
      break
  }
  return steps
}

/** The moment of a step, by the clock of the city. */
export function momentOf({ day, minute }: Pick<Step, 'day' | 'minute'>, timeZone: string): Temporal.Instant {
  return dateOf(day)
    .toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
    })
    .toInstant()
}

/** A month after a day, as a day of the year. */
export function monthAfter(day: number): number {
  return dayNumber(firstDay.add({ days: day }).add({ months: 1 }).toString())
}
