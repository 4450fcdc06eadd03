import type { CategoryId, CityId, DraftKey, MediaId, OrganizationId, PersonId, ReportId } from './id.ts'
import type { Locale } from './locale.ts'
import type { Answers } from './questions.ts'

export const openStatuses = ['submitted', 'accepted', 'in_progress', 'awaiting_answer', 'postponed'] as const
export const closedStatuses = ['rejected', 'resolved', 'not_resolved', 'merged', 'withdrawn'] as const
export const statuses = [...openStatuses, ...closedStatuses] as const

/** Somebody has to answer. */
export const statusesAtWork = [
  'accepted',
  'in_progress',
  'awaiting_answer',
  'postponed',
] as const satisfies readonly Status[]

export type Status = (typeof statuses)[number]

/** WGS 84 degrees. */
export type Point = { readonly lng: number; readonly lat: number }

/** How the author appears to the public. The surname never does. */
export const namesShown = ['first_name', 'hidden'] as const
export type NameShown = (typeof namesShown)[number]

/**
 * One problem, in one place, reported to one city.
 *
 * `status` says only how far the work has come. Who is responsible, when an
 * answer is due and whether the public may see it are separate facts.
 */
export type Report = {
  readonly id: ReportId
  readonly cityId: CityId
  readonly draftKey: DraftKey
  /** What people say on the phone; counts up within a city. */
  readonly number: number
  readonly categoryId: CategoryId
  /** Null until a moderator sets it, when the author could only describe the place. */
  readonly location: Point | null
  /** An address or a landmark in the author's words; empty when only a point was given. */
  readonly address: string
  readonly description: string
  readonly answers: Answers
  readonly media: readonly MediaId[]
  /** Not shown to the public: waiting for a moderator, or hidden by one. */
  readonly hiddenMedia: readonly MediaId[]
  /** Of these, what came with an answer or a reopening and no moderator has looked at yet. */
  readonly unseenMedia: readonly MediaId[]
  /** Null once the author erased the account; the report stays. */
  readonly reporter: PersonId | null
  readonly nameShown: NameShown
  /** The language the author wrote in. */
  readonly locale: Locale
  readonly organization: OrganizationId | null
  readonly status: Status
  readonly statusSince: Temporal.Instant
  readonly acceptedAt: Temporal.Instant | null
  /**
   * The end of the term that the law and the city give. Set when the report is accepted, later only by an extension,
   * by a reopening, or by waiting for the author where the city says so. It stays when the report closes.
   */
  readonly termEnds: Temporal.Instant | null
  /** The end of the term, or the later day that was promised within it; null when nobody has to answer. */
  readonly answerDue: Temporal.Instant | null
  /** When that day was set. */
  readonly dueSince: Temporal.Instant | null
  /** The author agreed that it is resolved. */
  readonly confirmed: boolean
  readonly mergedInto: ReportId | null
  readonly submittedAt: Temporal.Instant
}

/** A report that waits for moderation, was rejected or withdrawn is seen by its author and staff alone. */
export function isPublic({ status }: Pick<Report, 'status'>): boolean {
  return status !== 'submitted' && status !== 'rejected' && status !== 'withdrawn'
}

/** What anyone who may read the report may look at. */
export function shownMedia({ media, hiddenMedia }: Pick<Report, 'media' | 'hiddenMedia'>): readonly MediaId[] {
  return media.filter((id) => !hiddenMedia.includes(id))
}
