import type { CityId } from './id.ts'
import type { Words } from './locale.ts'
import type { QuietHours } from './pushing.ts'
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
  /** Where the city itself is told that an answer is overdue. */
  readonly email?: string
  readonly phones: readonly Phone[]
  readonly policy: Policy
  readonly calendar: Calendar
  readonly openData: OpenDataTerms
  readonly emblem: Emblem
}

/** What the city's icons are drawn of: one sign on one ground, so that it is known at the size of a fingertip. */
export type Emblem = {
  /** CSS colours `#rrggbb`. */
  readonly ground: string
  readonly sign: string
  /** An SVG path in a square of 100, filled by the even-odd rule. */
  readonly path: string
}

/** A number to call instead of reporting. `dial` is what a phone dials, `shown` what a person reads. */
export type Phone = { readonly dial: string; readonly shown: string; readonly name: Words; readonly emergency: boolean }

export type Policy = {
  /** How long an organization has to answer. One month by the Law on Citizens' Appeals, art. 20. */
  readonly answerWithin: Temporal.Duration
  /** Whether the term stands still while an organization waits for the author's answer. The law does not say so; a city may. */
  readonly waitingStopsTerm: boolean
  /** So many working days before an answer is due its organization is reminded; 0 is the last day itself. */
  readonly remindBefore: readonly number[]
  /** From this time of a working day on reminders and weekly digests go out. */
  readonly remindAt: Temporal.PlainTime
  /** When no device shows anything, unless its owner wants it to: it waits for the end of them. */
  readonly quietHours: QuietHours
  /** How long a resident may reopen a report after it was closed. */
  readonly reopenWithin: Temporal.Duration
  readonly mostMedia: number
  readonly appeals: AppealPolicy
}

/** Under which licence anyone may use what the city publishes, who publishes it, and where to ask about it. */
export type OpenDataTerms = {
  readonly licence: Licence
  /** Null where the city's name says it. */
  readonly publisher: Words | null
  readonly email: string | null
}

/** By their SPDX names. The Law on Access to Public Information, art. 10-1, asks for free use that names the source. */
export const licences = ['CC-BY-4.0', 'CC0-1.0'] as const
export type Licence = (typeof licences)[number]

/** Whether the city takes reports as formal appeals too, and how long after one came to an end its particulars are kept. */
export type AppealPolicy = { readonly taken: boolean; readonly keptFor: Temporal.Duration }

/** The days that differ from an ordinary week. */
export type Calendar = {
  readonly holidays: Holidays
  /** Times when holidays are worked and not carried over, both days included: martial law (No. 2136-IX, art. 6). */
  readonly holidaysWorked: readonly { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate | null }[]
  /** Off though the law does not say so: a working day that was transferred. */
  readonly daysOff: readonly Temporal.PlainDate[]
  readonly workedWeekends: readonly Temporal.PlainDate[]
}

/** Public holidays by law. Easter and Trinity are computed. */
export type Holidays = {
  readonly fixed: readonly Temporal.PlainMonthDay[]
  readonly easter: boolean
  readonly trinity: boolean
}
