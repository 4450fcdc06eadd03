import type { ActKind } from './act.ts'
import { mayReadEvent } from './disclosure.ts'
import type { OrganizationId } from './id.ts'
import { isPublic, type Status } from './report.ts'

/**
 * What everyone hears of an act while it happens: `told`, that it was done; `seen`, that a page shows something else
 * now, and not what was done; `unheard`, nothing.
 */
type Reach = 'told' | 'seen' | 'unheard'

// biome-ignore format: a row an act, so that a change of what becomes news is a change of one line
export const reach = {
  submitted: 'unheard',
  approve: 'told',
  reject: 'unheard',
  revise: 'unheard',
  assign: 'told',
  start: 'told',
  ask: 'told',
  answer: 'told',
  postpone: 'told',
  extend: 'told',
  resolve: 'told',
  decline: 'told',
  merge: 'told',
  separate: 'told',
  confirm: 'told',
  reopen: 'told',
  withdraw: 'told',
  note: 'unheard',
  add: 'unheard',
  show_addition: 'seen',
  decline_addition: 'seen',
  hide_media: 'seen',
  show_media: 'seen',
} as const satisfies Record<ActKind | 'submitted', Reach>

/** An event with what one must know to tell who may hear of it. */
export type Happened = {
  readonly seq: number
  readonly number: number
  readonly act: keyof typeof reach
  readonly from: Status | null
  readonly to: Status
  /** Whose the report was before the event, and after it. */
  readonly organizations: { readonly before: OrganizationId | null; readonly after: OrganizationId | null }
  /** The report as it stands, which may be long after: who may not see it now hears no more than that it is gone. */
  readonly now: { readonly status: Status; readonly organization: OrganizationId | null }
}

export type News =
  | {
      /** `appeared`: where the hearer looks, it was not before. */
      readonly kind: 'appeared' | 'changed'
      readonly number: number
      readonly status: Status
      readonly act?: Happened['act']
    }
  | { readonly kind: 'gone'; readonly number: number }

/** Who listens: everyone, or those at a city's desk, as all that they are there. */
export type Audience =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'desk'; readonly moderates: boolean; readonly organizations: readonly OrganizationId[] }

export const everyone: Audience = { kind: 'everyone' }

/** What this audience hears of an event; null when it is none of its business. */
export function newsFor(audience: Audience, happened: Happened): News | null {
  if (audience.kind === 'everyone') return forEveryone(happened)
  return audience.moderates ? forModerators(happened) : forOfficers(audience.organizations, happened)
}

function forEveryone({ number, act, from, to, now }: Happened): News | null {
  const wasThere = from !== null && isPublic({ status: from })
  const isThere = isPublic({ status: to })
  if (reach[act] === 'unheard' || (!wasThere && !isThere)) return null
  if (!isThere || !isPublic(now)) return { kind: 'gone', number }
  const told = reach[act] === 'told' ? { act } : {}
  return { kind: wasThere ? 'changed' : 'appeared', number, status: to, ...told }
}

function forModerators({ number, act, to }: Happened): News {
  return { kind: act === 'submitted' ? 'appeared' : 'changed', number, status: to, act }
}

function forOfficers(theirs: readonly OrganizationId[], happened: Happened): News | null {
  const { number, act, to, organizations, now } = happened
  const isTheirs = (organization: OrganizationId | null) => organization !== null && theirs.includes(organization)
  const [before, after] = [isTheirs(organizations.before), isTheirs(organizations.after)]
  if (!before && !after) return null
  if (!after || !isTheirs(now.organization)) return { kind: 'gone', number }
  if (act !== 'submitted' && !mayReadEvent('responsible', act, now)) return null
  return { kind: before ? 'changed' : 'appeared', number, status: to, act }
}
