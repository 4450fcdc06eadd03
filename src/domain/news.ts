import type { Act, ActKind } from './act.ts'
import { mayReadEvent } from './disclosure.ts'
import type { TopicKind } from './following.ts'
import type { OrganizationId } from './id.ts'
import { isPublic, type Status } from './report.ts'

/** What open pages hear of an act: `told`, that it was done; `seen`, that they show something else now; `unheard`, nothing. */
type Live = 'told' | 'seen' | 'unheard'

type NewsTo = { readonly live: Live; readonly followers: readonly TopicKind[] }

const nobody = [] as const satisfies readonly TopicKind[]
const ofReport = ['report'] as const satisfies readonly TopicKind[]
const ofAny = ['report', 'area', 'circle', 'category', 'group', 'organization'] as const satisfies readonly TopicKind[]

/**
 * Which acts are news, to pages that are open and to those who follow. Who follows one report hears of all that its
 * public timeline tells; who follows many hears that one of them appeared, came to an end, or is open again.
 */
// biome-ignore format: a row an act, so that a change of what becomes news is a change of one line
export const news = {
  submitted: { live: 'unheard', followers: nobody },
  approve: { live: 'told', followers: ofAny },
  reject: { live: 'unheard', followers: nobody },
  revise: { live: 'unheard', followers: nobody },
  assign: { live: 'told', followers: ['report', 'organization'] },
  start: { live: 'told', followers: ofReport },
  ask: { live: 'told', followers: ofReport },
  answer: { live: 'told', followers: ofReport },
  postpone: { live: 'told', followers: ofReport },
  extend: { live: 'told', followers: ofReport },
  resolve: { live: 'told', followers: ofAny },
  decline: { live: 'told', followers: ofAny },
  merge: { live: 'told', followers: ofReport },
  separate: { live: 'told', followers: ofReport },
  confirm: { live: 'told', followers: ofReport },
  reopen: { live: 'told', followers: ofAny },
  /** There is nothing left to show them. */
  withdraw: { live: 'told', followers: nobody },
  note: { live: 'unheard', followers: nobody },
  /** Not before a moderator shows it. */
  add: { live: 'unheard', followers: nobody },
  show_addition: { live: 'seen', followers: ofReport },
  decline_addition: { live: 'seen', followers: nobody },
  hide_media: { live: 'seen', followers: nobody },
  show_media: { live: 'seen', followers: nobody },
} as const satisfies Record<ActKind | 'submitted', NewsTo>

/** The step that followers read of, when this one was made: what was added is public, where it stands, once it is shown. */
export function toldOf({ seq, act }: { readonly seq: number; readonly act: Act }): number {
  return act.kind === 'show_addition' ? act.addition : seq
}

/** An event with what one must know to tell who may hear of it. */
export type Happened = {
  readonly seq: number
  readonly number: number
  readonly act: keyof typeof news
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
  if (news[act].live === 'unheard' || (!wasThere && !isThere)) return null
  if (!isThere || !isPublic(now)) return { kind: 'gone', number }
  const told = news[act].live === 'told' ? { act } : {}
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
