import type { ActKind } from './act.ts'

/** What a person may want to see on the screen of a device. Stored: permanent. */
export const pushKinds = ['question', 'outcome', 'progress', 'followed', 'inbox', 'due'] as const

export type PushKind = (typeof pushKinds)[number]

/** Those that concern everybody, and those of a city's desk. */
export const pushKindsOf = {
  resident: ['question', 'outcome', 'progress', 'followed'],
  staff: ['inbox', 'due'],
} as const satisfies Record<'resident' | 'staff', readonly PushKind[]>

/** What is shown until a person chooses: not each step on the way, of which letters tell anyway. */
export const usualPushes: readonly PushKind[] = ['question', 'outcome', 'followed', 'inbox', 'due']

/** As which kind the author of a report hears of what others did with it; null of what the author did, or has no notice of. */
// biome-ignore format: a row an act
const forAuthor = {
  submitted: null,
  approve: 'progress',
  reject: 'outcome',
  revise: null,
  assign: 'progress',
  start: 'progress',
  ask: 'question',
  answer: null,
  postpone: 'outcome',
  extend: 'outcome',
  resolve: 'outcome',
  decline: 'outcome',
  merge: 'outcome',
  separate: 'progress',
  confirm: null,
  reopen: 'outcome',
  withdraw: null,
  note: null,
  add: null,
  show_addition: null,
  decline_addition: null,
  hide_media: null,
  show_media: null,
} as const satisfies Record<ActKind | 'submitted', PushKind | null>

/** After these something waits for a moderator. */
const forModerators: readonly (ActKind | 'submitted')[] = ['submitted', 'revise', 'add']

/** Who beside the hearers of letters sees an event on their devices, and as what its author does. */
export function pushesOf(act: ActKind | 'submitted'): {
  readonly author: PushKind | null
  readonly moderators: boolean
} {
  return { author: forAuthor[act], moderators: forModerators.includes(act) }
}

/** How a device is reached: a browser by an address of the web, with what messages to it are encrypted by; an app by a token. */
export type Reached =
  | {
      readonly way: 'web'
      readonly address: string
      /** Base64url, as browsers give them (RFC 8291). */
      readonly p256dh: string
      readonly auth: string
      /** The public key of ours from which alone its push service takes messages. */
      readonly trusts: string
    }
  | { readonly way: 'fcm' | 'apns'; readonly address: string }

export type Way = Reached['way']

/** A part of each day, over midnight where it ends before it begins; none where both are the same. */
export type QuietHours = { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime }

/** True when no screen lights up now, by the city's clock. */
export function isQuiet(now: Temporal.Instant, { from, until }: QuietHours, timeZone: string): boolean {
  const time = now.toZonedDateTimeISO(timeZone).toPlainTime()
  const isAfter = Temporal.PlainTime.compare(time, from) >= 0
  const isBefore = Temporal.PlainTime.compare(time, until) < 0
  return Temporal.PlainTime.compare(from, until) <= 0 ? isAfter && isBefore : isAfter || isBefore
}
