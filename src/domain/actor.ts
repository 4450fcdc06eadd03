import type { LinkId, OrganizationId, PersonId } from './id.ts'

/** Who is asking. One person can be several of these in turn; a request is made as exactly one, in one city. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'resident'; readonly id: PersonId }
  | { readonly kind: 'moderator'; readonly id: PersonId }
  | { readonly kind: 'administrator'; readonly id: PersonId }
  | { readonly kind: 'officer'; readonly id: PersonId; readonly organization: OrganizationId }
  /** Reads the mail of an organization without an account, and answers through the private link to one report. */
  | { readonly kind: 'correspondent'; readonly link: LinkId; readonly organization: OrganizationId }
  | { readonly kind: 'system' }
