import type { Dice } from './dice.ts'

/** Staff act on weekdays between nine and six: the moment itself, or one in the hours that follow. */
export function officeHour(at: Temporal.Instant, timeZone: string, dice: Dice): Temporal.Instant {
  const there = at.toZonedDateTimeISO(timeZone)
  if (there.dayOfWeek <= 5 && there.hour >= 9 && there.hour < 18) return at

  let day = there.hour >= 18 ? there.add({ days: 1 }) : there
  while (day.dayOfWeek > 5) day = day.add({ days: 1 })
  return day
    .with({ hour: 9, minute: 0, second: 0 })
    .add({ minutes: dice.whole(0, 420), seconds: dice.whole(0, 59) })
    .toInstant()
}

/** Residents write from seven in the morning until late: the moment itself, or one on the day before. */
export function wakingHour(at: Temporal.Instant, timeZone: string, dice: Dice): Temporal.Instant {
  const there = at.toZonedDateTimeISO(timeZone)
  if (there.hour >= 7 && there.hour < 23) return at
  const day = there.hour < 7 ? there.subtract({ days: 1 }) : there
  const hour = dice.pick([8, 9, 12, 13, 17, 18, 19, 20, 21])
  return day.with({ hour, minute: dice.whole(0, 59), second: dice.whole(0, 59) }).toInstant()
}
