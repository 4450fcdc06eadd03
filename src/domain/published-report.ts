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
] as const

export type PublishedField = (typeof publishedFields)[number]
