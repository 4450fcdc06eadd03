import type { OrganizationId } from './id.ts'
import type { Moved } from './lifecycle.ts'
import type { Report } from './report.ts'
import type { Submitted } from './submission.ts'

/**
 * Who must be told of an event: the author of a report, the organization that now answers for it, all who support it,
 * whoever wrote an addition.
 */
export type Hearer =
  | { readonly kind: 'author' }
  | { readonly kind: 'organization'; readonly id: OrganizationId }
  | { readonly kind: 'supporters' }
  | { readonly kind: 'writer'; readonly addition: number }

const supporters = { kind: 'supporters' } as const

/**
 * Everyone who hears of an event, `report` being as it stands after it, and `before` who answered for it until then.
 *
 * The author hears of each step that somebody else made, and that the report came in. The responsible
 * organization hears that a report became its own, of what the author or a moderator did to it since, and of what
 * anybody added, before a moderator has seen it; and that it was taken away, unless it passed it on itself. Supporters
 * hear what it came to: an answer, a later date, that it goes on after all, or that another report goes on for it. Whose
 * addition a moderator declines hears why.
 */
export function hearersOf(event: Moved | Submitted, report: Report, before: OrganizationId | null): readonly Hearer[] {
  const author: readonly Hearer[] = report.reporter ? [{ kind: 'author' }] : []
  if (event.kind === 'submitted') return author

  const organization: readonly Hearer[] = report.organization ? [{ kind: 'organization', id: report.organization }] : []
  switch (event.act.kind) {
    case 'approve':
    case 'separate':
      return [...author, ...organization]
    case 'assign': {
      const passedOnItself = 'organization' in event.by && event.by.organization === before
      const isTaken = before !== null && before !== report.organization && !passedOnItself
      return [...author, ...organization, ...(isTaken ? [{ kind: 'organization', id: before } as const] : [])]
    }
    case 'reject':
    case 'start':
    case 'ask':
      return author
    case 'postpone':
    case 'extend':
    case 'resolve':
    case 'decline':
      return [...author, supporters]
    case 'merge':
      return [...author, ...organization, supporters]
    case 'reopen':
      return event.by.kind === 'resident' ? [...organization, supporters] : [...author, ...organization, supporters]
    case 'answer':
    case 'add':
    case 'withdraw':
      return organization
    case 'decline_addition':
      return [{ kind: 'writer', addition: event.act.addition }]
    case 'revise':
    case 'confirm':
    case 'note':
    case 'show_addition':
    case 'hide_media':
    case 'show_media':
      return []
  }
}
