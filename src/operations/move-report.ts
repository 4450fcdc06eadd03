import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { objectionToCorrection, type UnfitCorrection } from '#src/domain/correction.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, MediaId, ReportId } from '#src/domain/id.ts'
import { apply, decide, type Moved, type Refusal } from '#src/domain/lifecycle.ts'
import { isLookedAt } from '#src/domain/media-after.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { contains } from '#src/store/cities.ts'
import { allSince, isDone, nextSeq, record } from '#src/store/events.ts'
import * as media from '#src/store/media.ts'
import * as opinions from '#src/store/opinions.ts'
import * as links from '#src/store/private-links.ts'
import * as reports from '#src/store/reports.ts'
import type { OpenTx } from '#src/store/store.ts'
import * as supports from '#src/store/supports.ts'
import { touchReport } from '#src/store/versions.ts'
import { type AdditionObstacle, keepAddition, obstacleToAddition } from './keep-addition.ts'
import type { Means } from './means.ts'

/** What only the store can know, or what the form was drawn from. */
export type Obstacle =
  | Refusal
  | { readonly kind: 'no_such_report' }
  /** Somebody moved the report after the form was drawn: the person should look before acting. */
  | { readonly kind: 'changed_meanwhile' }
  | { readonly kind: 'no_such_organization' }
  | UnfitCorrection
  | { readonly kind: 'outside_city' }
  /** Others follow this report: it can neither follow a third one nor go away. */
  | { readonly kind: 'others_merged_here'; readonly act: 'merge' | 'withdraw' }
  /** Of the report to merge into, and why nothing is. */
  | { readonly kind: 'no_such_main' | 'main_waits' | 'main_dropped' | 'main_merged' }
  | AdditionObstacle
  | { readonly kind: 'file_expired'; readonly file: MediaId }

export type Move = {
  readonly number: number
  readonly act: Act
  /** The form's own key: the same form sent twice acts once. Its files wait under this key too. */
  readonly key: DraftKey
  /** The `seq` of the report the form was drawn from, when the person must have seen the newest. */
  readonly seen?: number
  /** The `seq` of the answer that the act speaks of, when it must be the report's last one. */
  readonly closing?: number
  /** The keys of acts that were written before this one on the same device, without a connection, from the same state. */
  readonly after?: readonly DraftKey[]
}

/**
 * The one door for each change to a report after its beginning: pages, links and machines all come through here.
 *
 * The report is locked before the act is decided, so that of two at once the second is decided on what the first made.
 */
export async function moveReport(
  { store, now }: Means,
  guide: Guide,
  move: Move,
  actor: Actor,
): Promise<Result<Report, Obstacle>> {
  return store.inCity(guide.city.id, async (tx) => {
    const other = await otherOf(tx, move)
    const locked = await reports.lockByNumber(tx, move.number, other)
    if (!locked) return refuse({ kind: 'no_such_report' })
    const { report, lastSeq } = locked

    if (await isDone(tx, move.key)) return ok(report)

    const at = now()
    const decision = decide(report, move.act, { actor, city: guide.city, now: at })
    // First: whatever else would be said of the act may be so only because somebody was faster. That it is over is true as it stands.
    if (await isFaster(tx, move, report, lastSeq))
      return !decision.ok && decision.problem.kind === 'no_such_move' ? decision : refuse({ kind: 'changed_meanwhile' })
    if (!decision.ok) return decision
    // The main report that was locked with it is another one by now, and nobody may touch what is not locked.
    if (move.act.kind === 'separate' && report.mergedInto !== other) return refuse({ kind: 'changed_meanwhile' })

    const obstacle =
      (await obstacleTo(tx, move, guide, report)) ?? (await obstacleToAddition(tx, decision.value, report))
    if (obstacle) return refuse(obstacle)

    const moved = decision.value
    const after = apply(report, moved, guide)
    const seq = await nextSeq(tx)
    // The same key at another report at the same time: whichever was first has been done.
    if (!(await record(tx, moved, seq, move.key))) return ok(report)
    await reports.save(tx, after, seq)
    await moveMedia(tx, moved, report.id, seq)
    await moveSupport(tx, moved, report, seq)
    await keepOpinion(tx, moved)
    await keepAddition(tx, moved, report, seq)
    if (after.organization !== report.organization) await links.revoke(tx, report.id, after.organization, at)
    await store.queue.send(tx, 'announce_event', { city: tx.city, seq })
    return ok(after)
  })
}

/** Somebody has acted since the form was drawn, other than by the forms that its author knows to go before it. */
async function isFaster(
  tx: OpenTx,
  { seen, closing, after = [] }: Move,
  { id }: Report,
  lastSeq: number,
): Promise<boolean> {
  if (closing !== undefined && closing !== (await opinions.lastClosing(tx, id))?.seq) return true
  if (seen === undefined || seen === lastSeq) return false
  return after.length === 0 || !(await allSince(tx, id, seen, after))
}

/** The report that an act changes besides its own. */
async function otherOf(tx: OpenTx, { act, number }: Move): Promise<ReportId | null> {
  if (act.kind === 'merge') return act.into
  return act.kind === 'separate' ? reports.mainOf(tx, number) : null
}

async function obstacleTo(tx: OpenTx, { act, key }: Move, guide: Guide, report: Report): Promise<Obstacle | null> {
  if ('organization' in act && !guide.organizations.has(act.organization)) return { kind: 'no_such_organization' }
  const unfit = objectionToCorrection(act, report, guide.categories)
  if (unfit) return unfit
  if ('location' in act && act.location && !(await contains(tx, act.location))) return { kind: 'outside_city' }
  const unmerged = act.kind === 'merge' && obstacleToMerge(await reports.findById(tx, act.into))
  if (unmerged) return unmerged
  if ((act.kind === 'merge' || act.kind === 'withdraw') && (await reports.isMain(tx, report.id)))
    return { kind: 'others_merged_here', act: act.kind }
  if ('media' in act && Array.isArray(act.media) && act.media.length > 0) {
    const waiting = new Set(await media.lockWaiting(tx, key))
    const gone = act.media.find((file) => !waiting.has(file))
    if (gone) return { kind: 'file_expired', file: gone }
  }
  return null
}

function obstacleToMerge(main: Report | null): Obstacle | null {
  if (!main) return { kind: 'no_such_main' }
  // A chain of merged reports would have no end to follow.
  if (main.status === 'merged') return { kind: 'main_merged' }
  if (isPublic(main)) return null
  return { kind: main.status === 'submitted' ? 'main_waits' : 'main_dropped' }
}

async function moveMedia(tx: OpenTx, { act, by }: Moved, report: ReportId, seq: number): Promise<void> {
  const waits = isLookedAt(by)
  switch (act.kind) {
    case 'hide_media':
      return media.setHidden(tx, [act.media], true)
    case 'show_media':
      return media.setHidden(tx, [act.media], false)
    case 'show_addition':
      return media.setHidden(tx, act.files, false)
    case 'decline_addition':
      return media.setHidden(tx, act.files, true)
    case 'answer':
    case 'reopen':
      return media.claim(tx, act.media, report, seq, { hidden: waits, unseen: waits })
    case 'add':
      return media.claim(tx, act.media, report, seq, { hidden: true, unseen: false })
    case 'revise':
      await media.setHidden(tx, act.without ?? [], true)
      return media.claim(tx, act.media, report, seq, { hidden: false, unseen: false })
    case 'resolve':
      return media.claim(tx, act.media, report, seq, { hidden: false, unseen: false })
  }
}

/** Whom a merged report concerns follows the main one, until the two are separated. */
async function moveSupport(
  tx: OpenTx,
  { act, at }: Moved,
  { id, reporter, mergedInto }: Report,
  seq: number,
): Promise<void> {
  if (act.kind === 'merge') {
    await supports.carryOver(tx, { from: id, into: act.into, author: reporter, since: at })
    return touchReport(tx, act.into, seq)
  }
  if (act.kind === 'separate' && mergedInto) {
    await supports.takeBack(tx, id, mergedInto)
    return touchReport(tx, mergedInto, seq)
  }
}

/** An author who confirms or reopens says by that whether the answer was true. */
async function keepOpinion(tx: OpenTx, { act, by, reportId, at }: Moved): Promise<void> {
  if ((act.kind !== 'confirm' && act.kind !== 'reopen') || by.kind !== 'resident') return
  const closed = await opinions.lastClosing(tx, reportId)
  const solved = act.kind === 'confirm'
  if (closed) await opinions.say(tx, reportId, closed, { person: by.id, stand: 'author' }, { solved, note: '' }, at)
}
