import type { Act, ActKind } from './act.ts'
import type { Actor } from './actor.ts'
import type { City } from './city.ts'
import { corrected, placeAfter } from './correction.ts'
import { isWorkingDay } from './deadline.ts'
import type { ReportId } from './id.ts'
import { mediaAfter } from './media-after.ts'
import { type Point, type Report, type Status, shownMedia, statuses } from './report.ts'
import { ok, type Result, refuse } from './result.ts'
import { leastDescription } from './submission.ts'
import { isExtendable, isLaterTerm, latestExtension, type Terms, termAfter } from './term.ts'
import { characters, isVisible } from './words.ts'

/** `resident`: whoever is signed in, staff too, as a resident of the city. */
type Who = 'moderator' | 'responsible' | 'reporter' | 'resident'
type Moves = Partial<Record<Status, Status>>

/** The whole workflow: who may do what, from which status, and where it leads. A missing entry does not exist. */
// biome-ignore format: a row an act, so that a change of process is a change of one line
export const lifecycle = {
  approve: { who: ['moderator'], moves: { submitted: 'accepted', rejected: 'accepted' } },
  reject: { who: ['moderator'], moves: { submitted: 'rejected' } },
  revise: { who: ['reporter'], moves: { rejected: 'submitted' } },
  assign: { who: ['moderator', 'responsible'], moves: { accepted: 'accepted', in_progress: 'accepted', postponed: 'accepted' } },
  start: { who: ['responsible'], moves: { accepted: 'in_progress', postponed: 'in_progress' } },
  ask: { who: ['responsible'], moves: { accepted: 'awaiting_answer', in_progress: 'awaiting_answer' } },
  answer: { who: ['reporter'], moves: { awaiting_answer: 'accepted' } },
  postpone: { who: ['responsible'], moves: { accepted: 'postponed', in_progress: 'postponed', postponed: 'postponed' } },
  extend: { who: ['responsible'], moves: unchanged(['accepted', 'in_progress', 'awaiting_answer']) },
  resolve: { who: ['responsible'], moves: { accepted: 'resolved', in_progress: 'resolved', awaiting_answer: 'resolved', postponed: 'resolved' } },
  decline: { who: ['responsible'], moves: { accepted: 'not_resolved', in_progress: 'not_resolved', awaiting_answer: 'not_resolved', postponed: 'not_resolved' } },
  merge: { who: ['moderator'], moves: { submitted: 'merged', accepted: 'merged', in_progress: 'merged', awaiting_answer: 'merged', postponed: 'merged' } },
  separate: { who: ['moderator'], moves: { merged: 'accepted' } },
  confirm: { who: ['reporter'], moves: { resolved: 'resolved' } },
  reopen: { who: ['reporter', 'moderator'], moves: { resolved: 'accepted', not_resolved: 'accepted' } },
  withdraw: { who: ['reporter'], moves: { submitted: 'withdrawn', accepted: 'withdrawn', awaiting_answer: 'withdrawn' } },
  note: { who: ['moderator', 'responsible'], moves: unchanged(statuses) },
  add: { who: ['resident'], moves: unchanged(['accepted', 'in_progress', 'awaiting_answer', 'postponed']) },
  show_addition: { who: ['moderator'], moves: unchanged(statuses) },
  decline_addition: { who: ['moderator'], moves: unchanged(statuses) },
  hide_media: { who: ['moderator'], moves: unchanged(statuses) },
  show_media: { who: ['moderator'], moves: unchanged(statuses) },
} as const satisfies Record<ActKind, { who: readonly Who[]; moves: Moves }>

/** The fact that a report moved. Stored once, never edited; the timeline, mail, webhooks and Open311 all read it. */
export type Moved = {
  readonly kind: 'moved'
  readonly reportId: ReportId
  readonly from: Status
  readonly to: Status
  readonly act: Act
  readonly by: Actor
  readonly at: Temporal.Instant
}

export type Refusal =
  | { readonly kind: 'no_such_move'; readonly from: Status; readonly act: ActKind }
  | { readonly kind: 'not_permitted' }
  | { readonly kind: 'reason_needed' }
  | { readonly kind: 'date_not_ahead' }
  | { readonly kind: 'date_too_far' }
  | { readonly kind: 'date_not_later' }
  | { readonly kind: 'not_working_day' }
  | { readonly kind: 'beyond_longest_term' }
  | { readonly kind: 'term_not_extendable' }
  | { readonly kind: 'place_needed' }
  | { readonly kind: 'place_missing' }
  | { readonly kind: 'same_organization' }
  | { readonly kind: 'already_confirmed' }
  | { readonly kind: 'reopen_too_late' }
  | { readonly kind: 'merge_into_itself' }
  | { readonly kind: 'no_such_media' }
  | { readonly kind: 'description_short'; readonly least: number }
  | { readonly kind: 'too_many_files'; readonly most: number }

export type Circumstances = { readonly actor: Actor; readonly city: City; readonly now: Temporal.Instant }

/** May this be done, here, now, by them? Says what would follow; changes nothing. */
export function decide(report: Report, act: Act, { actor, city, now }: Circumstances): Result<Moved, Refusal> {
  if (!may(actor, act.kind, report)) return refuse({ kind: 'not_permitted' })

  const to = destination(report.status, act.kind)
  if (!to) return refuse({ kind: 'no_such_move', from: report.status, act: act.kind })

  const objection = objectionTo(act, report, actor, city, now)
  if (objection) return refuse(objection)

  return ok({
    kind: 'moved',
    reportId: report.id,
    from: report.status,
    to,
    act,
    by: actor,
    at: notBefore(report.statusSince, now),
  })
}

/** The report as it stands once the fact is true. */
export function apply(report: Report, moved: Moved, terms: Terms): Report {
  const { to, at, act } = moved
  const after = {
    ...report,
    status: to,
    statusSince: to === report.status ? report.statusSince : at,
    organization: 'organization' in act ? act.organization : report.organization,
    ...corrected(report, act, terms.categories),
    description: act.kind === 'revise' ? act.description.trim() : report.description,
    address: 'address' in act && act.address !== undefined ? act.address.trim() : report.address,
    ...mediaAfter(report, moved),
    confirmed: act.kind === 'confirm' || (report.confirmed && to === 'resolved'),
    mergedInto: act.kind === 'merge' ? act.into : to === 'merged' ? report.mergedInto : null,
  }
  return { ...after, ...termAfter(report, moved, after.categoryId, terms) }
}

/** The buttons to draw. Same table, same permissions: the screen cannot offer what `decide` would refuse for good. */
export function actsOpenTo(actor: Actor, report: Report, { city, now }: Omit<Circumstances, 'actor'>): ActKind[] {
  return (Object.keys(lifecycle) as ActKind[]) // safe: `satisfies` above closes the key set
    .filter(
      (act) => destination(report.status, act) && may(actor, act, report) && !isPast(act, report, actor, city, now),
    )
}

/** The last moment at which the author may still reopen. */
export function reopenUntil(report: Report, city: City): Temporal.Instant {
  return report.statusSince.toZonedDateTimeISO(city.timeZone).add(city.policy.reopenWithin).toInstant()
}

function unchanged<const S extends Status>(all: readonly S[]): { readonly [K in S]: K } {
  return Object.fromEntries(all.map((status) => [status, status])) as { readonly [K in S]: K }
}

function destination(from: Status, act: ActKind): Status | undefined {
  const moves: Moves = lifecycle[act].moves
  return moves[from]
}

function may(actor: Actor, act: ActKind, report: Report): boolean {
  return actor.kind === 'system' || lifecycle[act].who.some((who) => is(actor, who, report))
}

function is(actor: Actor, who: Who, report: Report): boolean {
  switch (who) {
    case 'moderator':
      return actor.kind === 'moderator' || actor.kind === 'administrator'
    case 'responsible':
      return (actor.kind === 'officer' || actor.kind === 'correspondent') && actor.organization === report.organization
    case 'reporter':
      return actor.kind === 'resident' && actor.id === report.reporter
    case 'resident':
      return actor.kind === 'resident'
  }
}

/** Machines' clocks differ by a little: no act is dated before the status it found began. */
function notBefore(earlier: Temporal.Instant, at: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(at, earlier) < 0 ? earlier : at
}

function objectionTo(act: Act, report: Report, actor: Actor, city: City, now: Temporal.Instant): Refusal | null {
  const most = city.policy.mostMedia
  if ('media' in act && typeof act.media !== 'string' && act.media.length > most)
    return { kind: 'too_many_files', most }

  switch (act.kind) {
    case 'approve':
      return placeAfter(act, report) ? null : { kind: 'place_needed' }
    case 'assign':
      return act.organization === report.organization ? { kind: 'same_organization' } : missing(act.note)
    case 'postpone':
      return missing(act.note) ?? unfitDate(act.until, now, city)
    case 'extend':
      return isPast('extend', report, actor, city, now)
        ? { kind: 'term_not_extendable' }
        : (missing(act.note) ?? unfitExtension(act.until, report, city))
    case 'merge':
      return act.into === report.id ? { kind: 'merge_into_itself' } : null
    case 'reopen':
      return isPast('reopen', report, actor, city, now) ? { kind: 'reopen_too_late' } : missing(act.note)
    case 'reject':
    case 'decline':
    case 'resolve':
    case 'note':
    case 'add':
      return missing(act.note)
    case 'ask':
      return missing(act.question)
    case 'answer':
      return missing(act.answer)
    case 'revise':
      if (act.without?.some((file) => !hideable(report).includes(file))) return { kind: 'no_such_media' }
      return lackingIn(act, report)[0] ?? null
    case 'hide_media':
      return hideable(report).includes(act.media) ? null : { kind: 'no_such_media' }
    case 'show_media':
      return report.hiddenMedia.includes(act.media) ? null : { kind: 'no_such_media' }
    case 'show_addition':
    case 'decline_addition':
      return act.files.every((file) => report.media.includes(file)) ? null : { kind: 'no_such_media' }
    case 'confirm':
      return report.confirmed ? { kind: 'already_confirmed' } : null
    case 'start':
    case 'separate':
    case 'withdraw':
      return null
  }
}

type Revision = Pick<Extract<Act, { kind: 'revise' }>, 'description' | 'address'> & {
  readonly location?: Point | null | undefined
}

/** All that a revision of a report can't do without and has not. */
export function lackingIn(
  { description, address, location }: Revision,
  report: Report,
): readonly Extract<Refusal, { kind: 'description_short' | 'place_missing' }>[] {
  const isShort = characters(description.trim()) < leastDescription || !isVisible(description)
  const isNowhere = !placeAfter({ location }, report) && !isVisible(address)
  return [
    ...(isShort ? [{ kind: 'description_short' as const, least: leastDescription }] : []),
    ...(isNowhere ? [{ kind: 'place_missing' as const }] : []),
  ]
}

/** What time or an earlier act has closed for good, though the status alone would allow it. */
function isPast(act: ActKind, report: Report, actor: Actor, city: City, now: Temporal.Instant): boolean {
  switch (act) {
    case 'confirm':
      return report.confirmed
    case 'hide_media':
      return hideable(report).length === 0
    case 'show_media':
      return report.hiddenMedia.length === 0
    case 'extend':
      return !isExtendable(report, now, city)
    case 'reopen':
      return actor.kind === 'resident' && Temporal.Instant.compare(now, reopenUntil(report, city)) > 0
    default:
      return false
  }
}

/** Files that can be hidden: what is shown, and what waits, since to hide that is to have looked at it. */
export function hideable(report: Report): Report['media'] {
  return [...shownMedia(report), ...report.unseenMedia]
}

function missing(words: string): Refusal | null {
  return isVisible(words) ? null : { kind: 'reason_needed' }
}

/** Work that waits longer than this is not postponed but declined. */
const longestDelay = { years: 2 }

function unfitDate(until: Temporal.PlainDate, now: Temporal.Instant, city: City): Refusal | null {
  const today = now.toZonedDateTimeISO(city.timeZone).toPlainDate()
  if (Temporal.PlainDate.compare(until, today) <= 0) return { kind: 'date_not_ahead' }
  return Temporal.PlainDate.compare(until, today.add(longestDelay)) > 0 ? { kind: 'date_too_far' } : null
}

/** To a later working day than the term's own last one, and within the longest term that the law knows. */
function unfitExtension(until: Temporal.PlainDate, report: Report, city: City): Refusal | null {
  const latest = latestExtension(report, city)
  if (!latest || Temporal.PlainDate.compare(until, latest) > 0) return { kind: 'beyond_longest_term' }
  if (!isWorkingDay(until, city.calendar)) return { kind: 'not_working_day' }
  return isLaterTerm(until, report, city) ? null : { kind: 'date_not_later' }
}
