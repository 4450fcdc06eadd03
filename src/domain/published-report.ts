import type { DeclineReason } from './act.ts'
import type { AreaId, CategoryId, OrganizationId } from './id.ts'
import type { Locale } from './locale.ts'
import type { Point, Status } from './report.ts'

/**
 * What open data tell of one report: what its public page says of the problem and of how it stands. No name, not even
 * one that the page shows: a page is looked up, a table is collected.
 */
export type PublishedReport = {
  readonly number: number
  readonly status: Status
  readonly statusSince: Temporal.Instant
  readonly categoryId: CategoryId
  readonly organization: OrganizationId | null
  readonly address: string
  readonly description: string
  /** The language that the author wrote in. */
  readonly locale: Locale
  readonly location: Point | null
  readonly areas: readonly AreaId[]
  readonly submittedAt: Temporal.Instant
  readonly acceptedAt: Temporal.Instant | null
  readonly answerDue: Temporal.Instant | null
  readonly confirmed: boolean
  readonly mergedInto: number | null
  readonly supporters: number
  /** Why it was declined; null of any other, and where no reason was kept. */
  readonly declineReason: DeclineReason | null
  /** From the first acceptance to the answer that stands now, as figures count them; null without an answer. */
  readonly daysToAnswer: number | null
  /** Answered after the term had ended; null without an answer. */
  readonly answeredLate: boolean | null
  /** What most of those whom it concerns say; null while nobody said anything. */
  readonly foundSolved: boolean | null
}

/** The columns of the table and the properties of a feature, in their order. Programs know them by these names: they stay. */
export const publishedFields = [
  'number',
  'url',
  'status',
  'status_name',
  'headline',
  'description',
  'language',
  'address',
  'longitude',
  'latitude',
  'areas',
  'area_names',
  'group',
  'group_name',
  'category',
  'category_name',
  'organization',
  'organization_name',
  'submitted_at',
  'accepted_at',
  'answer_due',
  'answered_at',
  'status_since',
  'confirmed',
  'supporters',
  'merged_into',
  'not_resolved_reason',
  'not_resolved_reason_name',
  'days_to_answer',
  'answered_late',
  'found_solved',
] as const

export type PublishedField = (typeof publishedFields)[number]
