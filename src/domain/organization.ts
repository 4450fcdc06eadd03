import type { OrganizationId } from './id.ts'
import type { Words } from './locale.ts'

/** A body that answers for problems of some kind. */
export type Organization = {
  readonly id: OrganizationId
  readonly name: Words
  readonly email: string
  /** Where its head is told that an answer is overdue. */
  readonly headEmail?: string
}
