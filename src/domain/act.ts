import type { CategoryId, MediaId, OrganizationId, ReportId } from './id.ts'
import type { Answers } from './questions.ts'
import type { Point } from './report.ts'

/** What somebody may ask of a report, with exactly what that asking needs. Stored in events: permanent. */
export type Act =
  | {
      readonly kind: 'approve'
      readonly organization: OrganizationId
      readonly categoryId?: CategoryId
      /** Null, where it was taken away and no other put, is refused. */
      readonly location?: Point | null
      /** In place of the author's. */
      readonly address?: string
    }
  | { readonly kind: 'reject'; readonly reason: RejectReason; readonly note: string }
  | {
      readonly kind: 'revise'
      readonly description: string
      readonly address: string
      readonly media: readonly MediaId[]
      /** Files that its author takes out: from then on they are hidden. */
      readonly without?: readonly MediaId[]
      readonly categoryId?: CategoryId
      /** Null: its author takes the point away. */
      readonly location?: Point | null
      /** To the questions of the category that the report has then; without them, its own stay. */
      readonly answers?: Answers
    }
  | { readonly kind: 'assign'; readonly organization: OrganizationId; readonly note: string }
  | { readonly kind: 'start'; readonly note: string }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'answer'; readonly answer: string; readonly media: readonly MediaId[] }
  | {
      readonly kind: 'postpone'
      readonly reason: DelayReason
      readonly note: string
      readonly until: Temporal.PlainDate
    }
  | {
      readonly kind: 'extend'
      readonly reason: ExtensionReason
      readonly note: string
      readonly until: Temporal.PlainDate
    }
  | { readonly kind: 'resolve'; readonly note: string; readonly media: readonly MediaId[] }
  | { readonly kind: 'decline'; readonly reason: DeclineReason; readonly note: string }
  | { readonly kind: 'merge'; readonly into: ReportId }
  | { readonly kind: 'separate'; readonly organization: OrganizationId }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'reopen'; readonly note: string; readonly media: readonly MediaId[] }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'note'; readonly note: string }
  /** What somebody adds to an open report; `addition`, below, is the `seq` of this act's event. */
  | { readonly kind: 'add'; readonly note: string; readonly media: readonly MediaId[] }
  /** `files`: those of the addition that everyone may see from now on. */
  | { readonly kind: 'show_addition'; readonly addition: number; readonly files: readonly MediaId[] }
  /** `files`: all of the addition. */
  | {
      readonly kind: 'decline_addition'
      readonly addition: number
      readonly files: readonly MediaId[]
      readonly reason: RejectReason
      readonly note: string
    }
  | { readonly kind: 'hide_media'; readonly media: MediaId }
  | { readonly kind: 'show_media'; readonly media: MediaId }

export type ActKind = Act['kind']

export const rejectReasons = ['not_a_city_matter', 'offensive', 'personal_data', 'unclear', 'advertising'] as const
export const delayReasons = [
  'needs_funding',
  'needs_contractor',
  'season',
  'needs_other_body',
  'emergency_regime',
] as const
export const extensionReasons = [
  'needs_inspection',
  'needs_documents',
  'needs_other_answer',
  'needs_commission',
] as const
export const declineReasons = ['not_ours', 'private_property', 'no_funding', 'not_confirmed', 'against_rules'] as const

export type RejectReason = (typeof rejectReasons)[number]
export type DelayReason = (typeof delayReasons)[number]
export type ExtensionReason = (typeof extensionReasons)[number]
export type DeclineReason = (typeof declineReasons)[number]

/** Acts that staff do among themselves or with the author: the public timeline leaves them out. */
export const internalActs = [
  'reject',
  'revise',
  'note',
  'show_addition',
  'decline_addition',
  'hide_media',
  'show_media',
] as const satisfies readonly ActKind[]
