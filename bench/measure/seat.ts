import type { CategoryId, CityId, OrganizationId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'

/** What figures ask about in a filled database. */
export type Seat = {
  readonly city: CityId
  /** Places where nothing is reported yet: elsewhere the form asks first whether it is what is known already. */
  readonly quiet: readonly Point[]
  /** Numbers of public reports, in no order. */
  readonly shown: readonly number[]
  /** Numbers of reports that are accepted, none of them by the first of the organizations. */
  readonly accepted: readonly number[]
  /** By how many reports they have, most first. */
  readonly organizations: readonly OrganizationId[]
  /** A group of categories, and a category that asks nothing. */
  readonly group: string
  readonly category: CategoryId
  /** The month before last, as two ISO dates. */
  readonly month: readonly [from: string, to: string]
}
