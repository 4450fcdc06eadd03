import { createHash } from 'node:crypto'

import type { CityId, OrganizationId, PersonId, SessionId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'

/** Who looks at a page: somebody unknown, or a person with all that they may be in any city. */
export type Viewer =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'person'
      readonly id: PersonId
      /** By which they are signed in here. */
      readonly session: SessionId
      readonly firstName: string
      readonly lastName: string
      readonly email: string
      readonly locale: Locale
      /** The version of the consent given last; null before the first. */
      readonly consent: string | null
      readonly memberships: readonly Membership[]
      /** Why no letters go to the person; null when they do. */
      readonly mailStopped: 'bounced' | 'complained' | null
    }

/** What a person is to one city beyond a resident. An organization is named for officers alone. */
export type Membership = {
  readonly city: CityId
  readonly role: 'moderator' | 'officer' | 'administrator'
  readonly organization: OrganizationId | null
}

/** True when the person works at this city's desk. */
export function isStaffOf(viewer: Viewer, city: CityId): boolean {
  return viewer.kind === 'person' && viewer.memberships.some((membership) => membership.city === city)
}

/** What of a viewer its mark is made from. */
export type Marked = { readonly kind: 'visitor' } | { readonly kind: 'person'; readonly id: PersonId }

/** Tells one person's pages from another's on a device, and tells nobody who it is. Null for a visitor. */
export function markOf(viewer: Marked): string | null {
  return viewer.kind === 'person' ? createHash('sha256').update(viewer.id).digest('hex').slice(0, 16) : null
}
