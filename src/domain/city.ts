import type { CityId } from './id.ts'
import type { Words } from './locale.ts'
import type { Point } from './report.ts'

/** A city is data, never code: nothing under `src/` may branch on which city it is. */
export type City = {
  readonly id: CityId
  readonly name: Words
  /** The name as in "problems of …": Ukrainian declines it. */
  readonly nameOf: Words
  /** IANA name; deadlines fall at the end of a day there. */
  readonly timeZone: string
  readonly center: Point
  readonly phones: readonly Phone[]
  readonly policy: Policy
  readonly calendar: Calendar
}

/** A number to call instead of reporting. `dial` is what a phone dials, `shown` what a person reads. */
export type Phone = { readonly dial: string; readonly shown: string; readonly name: Words; readonly emergency: boolean }

export type Policy = {
  /** How long an organization has to answer. One month by the Law on Citizens' Appeals, art. 20. */
  readonly answerWithin: Temporal.Duration
  /** How long a resident may reopen a report after it was closed. */
  readonly reopenWithin: Temporal.Duration
  readonly mostMedia: number
}

/** The days that differ from an ordinary week: off on a weekday, or worked on a weekend. */
export type Calendar = {
  readonly daysOff: readonly Temporal.PlainDate[]
  readonly workedWeekends: readonly Temporal.PlainDate[]
}
