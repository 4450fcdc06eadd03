import type { OrganizationId } from './id.ts'
import type { Moved } from './lifecycle.ts'
import type { Report } from './report.ts'
import type { Submitted } from './submission.ts'

/** Who must be told of an event. The author of a report, or the organization that now answers for it. */
export type Hearer = { readonly kind: 'author' } | { readonly kind: 'organization'; readonly id: OrganizationId }

/**
 * Everyone who hears of an event, `report` being as it stands after it.
 *
 * The author hears of each step that somebody else made, and that the report came in. The responsible
 * organization hears that a report became its own, and of what the author or a moderator did to it since.
 */
export function hearersOf(event: Moved | Submitted, report: Report): readonly Hearer[] {
  const author: readonly Hearer[] = report.reporter ? [{ kind: 'author' }] : []
  if (event.kind === 'submitted') return author

  const organization: readonly Hearer[] = report.organization ? [{ kind: 'organization', id: report.organization }] : []
  switch (event.act.kind) {
    case 'approve':
    case 'assign':
    case 'separate':
      return [...author, ...organization]
    case 'reject':
    case 'start':
    case 'ask':
    case 'postpone':
    case 'resolve':
    case 'decline':
      return author
    case 'merge':
      return [...author, ...organization]
    case 'reopen':
      return event.by.kind === 'resident' ? organization : [...author, ...organization]
    case 'answer':
    case 'withdraw':
      return organization
    case 'revise':
    case 'confirm':
    case 'note':
    case 'hide_media':
    case 'show_media':
      return []
  }
}
